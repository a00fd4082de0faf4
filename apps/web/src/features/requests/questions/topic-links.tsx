/** Where the answer may stand already: pages of the portal, and addresses elsewhere. */
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import type { GeneralTopicsQuery } from "./questions.generated";
import styles from "./questions.module.css";

export function TopicLinks({ links }: Pick<GeneralTopicsQuery["generalTopics"][number], "links">) {
  return (
    <ul className={styles.links}>
      {links.map(({ label, address }) => (
        <li key={address}>
          {address.startsWith("/") ? (
            <Link to={address}>{label}</Link>
          ) : (
            <a href={address} target="_blank" rel="noopener noreferrer">
              {label} <FormattedMessage id="help.newTab" />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
