/** Requests that were begun and not sent, each under its title: continue where you stopped, or delete it (F32). */
import { useQuery } from "@apollo/client/react";
import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { askAgain } from "../../lib/ask-again";
import { useCommand } from "../../lib/commands/use-command";
import { dropCopy, keptCopies } from "../../lib/draft-copy";
import { useFormatters } from "../../lib/formatters";
import { useViewer } from "../../lib/viewer";
import { CommandDialog } from "../../ui/command-dialog";
import { Disclosure } from "../../ui/disclosure";
import { LinkButton } from "../../ui/link-button";
import { visibleControls } from "../../ui/visible-controls";
import { DiscardKeptDraftDocument, MyDraftsDocument } from "./requests.generated";
import styles from "./requests.module.css";

/** The newest; more of them would push the requests out of view. */
const SHOWN = 3;

interface ShownDraft {
  readonly id: string;
  readonly title: string;
  readonly product: string | null;
  /** Null: the server does not have it as it is here. */
  readonly savedAt: string | null;
}

/** What the server keeps; what was typed in this tab and has not reached it yet goes before. */
function useShownDrafts() {
  const { data, error, refetch } = useQuery(MyDraftsDocument, { fetchPolicy: "cache-and-network" });
  const { account } = useViewer();
  const copies = keptCopies();
  const stored: readonly ShownDraft[] = (data?.myDrafts ?? []).map((draft) => {
    const copy = copies.get(draft.id);
    return {
      id: draft.id,
      title: (copy?.content ?? draft.content).title.trim(),
      product: draft.productVersion?.name ?? null,
      savedAt: copy ? null : draft.updatedAt,
    };
  });
  // Without an answer there is only what this tab knows of this account.
  const isUnknown = data === undefined && error !== undefined;
  const own = isUnknown ? [...copies].filter(([, copy]) => copy.accountId === account.id) : [];
  const local = own.map(([id, { content }]) => ({ id, title: content.title.trim(), product: null, savedAt: null }));
  return { drafts: [...stored, ...local], refetch };
}

function DraftCard({ draft, onDelete }: { readonly draft: ShownDraft; readonly onDelete: (name: string) => void }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const { id, title, product, savedAt } = draft;
  const name = visibleControls(title || product || formatMessage({ id: "requests.draft.unnamed" }));
  return (
    <div className={styles.draft}>
      <div>
        <strong>{name}</strong>
        {title && product && <span className={styles.quiet}>{product}</span>}
        <span className={styles.quiet}>
          {savedAt === null ? (
            <FormattedMessage id="requests.draft.local" />
          ) : (
            <FormattedMessage id="requests.draft.changed" values={{ at: format.stamp(savedAt) }} />
          )}
        </span>
      </div>
      <span className={styles.draftActions}>
        <LinkButton to={`/requests/new/${id}`} variant="default">
          <FormattedMessage id="requests.draft.continue" />
        </LinkButton>
        <ActionIcon
          variant="subtle"
          color="red"
          size={36}
          aria-label={formatMessage({ id: "requests.draft.delete.label" }, { name })}
          onClick={() => onDelete(name)}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </span>
    </div>
  );
}

export function DraftCards() {
  const { formatMessage } = useIntl();
  const { drafts, refetch } = useShownDrafts();
  const [asked, setAsked] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const command = useCommand(DiscardKeptDraftDocument, {
    done: () => formatMessage({ id: "requests.draft.deleted" }, { name: asked?.name ?? "" }),
    onDone: async (_answer, { input: { draftId } }) => {
      dropCopy(draftId);
      setAsked(null);
      await askAgain(refetch);
    },
  });
  if (drafts.length === 0) return null;
  const list = (shown: readonly ShownDraft[]) => (
    <ul className={styles.drafts}>
      {shown.map((draft) => (
        <li key={draft.id}>
          <DraftCard draft={draft} onDelete={(name) => setAsked({ id: draft.id, name })} />
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts" className={styles.section}>
        <FormattedMessage id="requests.drafts" values={{ count: drafts.length }} />
      </h2>
      {list(drafts.slice(0, SHOWN))}
      {drafts.length > SHOWN && (
        <Disclosure
          isPlain
          summary={<FormattedMessage id="requests.drafts.more" values={{ count: drafts.length - SHOWN }} />}
        >
          {list(drafts.slice(SHOWN))}
        </Disclosure>
      )}
      <CommandDialog
        command={command}
        isOpen={asked !== null}
        isLoss
        title={formatMessage({ id: "newRequest.discard.title" })}
        verb={formatMessage({ id: "newRequest.discard" })}
        onConfirm={() => command.send({ input: { draftId: asked?.id ?? "" } })}
        onClose={() => setAsked(null)}
      >
        <FormattedMessage id="newRequest.discard.text" values={{ title: asked?.name ?? "" }} />
      </CommandDialog>
    </section>
  );
}
