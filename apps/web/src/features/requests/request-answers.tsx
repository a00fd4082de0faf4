/** What was answered to the questions about the problem, as it was asked (F34). */
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { useViewer } from "../../lib/viewer";
import { Facts } from "../../ui/facts";
import { visibleControls } from "../../ui/visible-controls";
import type { RequestPageQuery } from "./request-page.generated";
import styles from "./request-page.module.css";

export function RequestAnswers({ answers }: Pick<RequestPageQuery["request"], "answers">) {
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  if (answers.length === 0) return null;
  return (
    <>
      <h3 className={styles.answers}>
        <FormattedMessage id="requests.answers" />
      </h3>
      <Facts
        facts={answers.map(({ name, label, text, at }) => ({
          key: name,
          name: visibleControls(label),
          value:
            at === null ? <span className={styles.answer}>{visibleControls(text)}</span> : format.instant(at, zone),
        }))}
      />
    </>
  );
}
