/** The quiet line above every page of an installation that is a demonstration by choice (ACCORD_DEMO); the server marks the page. */
import { FormattedMessage } from "react-intl";
import styles from "./demo-line.module.css";

export function DemoLine() {
  if (document.querySelector('meta[name="accord-demo"]') === null) return null;
  return (
    <p className={styles.line} role="note">
      <FormattedMessage id="shell.demo" />
    </p>
  );
}
