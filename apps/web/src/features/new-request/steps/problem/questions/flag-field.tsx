/** A question that is answered with yes or no; one that may be left open can be left open again (F34). */
import type { FlagQuestion } from "@accord/domain";
import { FormattedMessage } from "react-intl";
import type { QuestionProps } from "./question-props";
import classes from "./questions.module.css";

export function FlagField({ id, question, value, error, onAnswer }: QuestionProps<FlagQuestion>) {
  const choices = [
    { key: "yes", answer: true },
    { key: "no", answer: false },
    ...(question.isRequired ? [] : [{ key: "unsure", answer: null }]),
  ];
  const describedBy = [question.description && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div
      className={classes.flag}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-invalid={error !== undefined || undefined}
      aria-required={question.isRequired || undefined}
      aria-describedby={describedBy || undefined}
    >
      <p id={`${id}-label`} className={classes.legend}>
        {question.title}
        {question.isRequired ? (
          <span className={classes.star} aria-hidden>
            {" "}
            *
          </span>
        ) : null}
      </p>
      {question.description === null ? null : (
        <p id={`${id}-hint`} className={classes.hint}>
          {question.description}
        </p>
      )}
      <div className={classes.choices}>
        {choices.map(({ key, answer }, place) => (
          <label key={key} className={classes.choice}>
            <input
              id={place === 0 ? id : undefined}
              type="radio"
              name={id}
              checked={answer === null ? typeof value !== "boolean" : value === answer}
              onChange={() => onAnswer(answer)}
            />
            <FormattedMessage id={`newRequest.answers.${key}`} />
          </label>
        ))}
      </div>
      {error === undefined ? null : (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
