/** What was answered to the questions about the problem, as the engineer will read it (F34, R85). */
import { answerLines, answersTo } from "@accord/domain";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../../../lib/formatters";
import { useLanguage } from "../../../../lib/language";
import { Facts } from "../../../../ui/facts";
import { useFlow } from "../../flow-context";
import classes from "./form.module.css";

export function AnswersPart() {
  const { content, questions } = useFlow();
  const { language } = useLanguage();
  const format = useFormatters();
  const { form } = questions;
  const lines = form ? answerLines(form, answersTo(form, content.answers).values, language) : [];
  if (lines.length === 0) return null;
  return (
    <>
      <h4 className={classes.asked}>
        <FormattedMessage id="newRequest.answers.title" />
      </h4>
      <Facts
        facts={lines.map(({ name, label, text, at }) => ({
          key: name,
          name: label,
          value:
            at === null ? (
              <span className={classes.typed}>{text}</span>
            ) : (
              format.instant(new Date(at).toISOString(), content.timeZone ?? undefined)
            ),
        }))}
      />
    </>
  );
}
