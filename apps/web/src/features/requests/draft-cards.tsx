/** Requests that were begun and not sent: continue where you stopped (F32). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { LinkButton } from "../../ui/link-button";
import { MyDraftsDocument } from "./requests.generated";
import styles from "./requests.module.css";

export function DraftCards() {
  const format = useFormatters();
  const { data } = useQuery(MyDraftsDocument, { fetchPolicy: "cache-and-network" });
  const drafts = data?.myDrafts ?? [];
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts" className={styles.section}>
        <FormattedMessage id="requests.drafts" values={{ count: drafts.length }} />
      </h2>
      <ul className={styles.drafts}>
        {drafts.map((draft) => {
          const name = draft.content.title.trim() || draft.productVersion?.name;
          return (
            <li key={draft.id}>
              <div className={styles.draft}>
                <div>
                  <strong>{name ?? <FormattedMessage id="requests.draft.unnamed" />}</strong>
                  <span className={styles.quiet}>
                    <FormattedMessage id="requests.draft.saved" values={{ at: format.stamp(draft.updatedAt) }} />
                  </span>
                </div>
                <LinkButton to={`/requests/new/${draft.id}`} variant="default">
                  <FormattedMessage id="requests.draft.continue" />
                </LinkButton>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
