/** What an engineer asks first about the chosen problem: asked with the request, it saves a day (F34). */
import { type AskedForm, answersTo, type FormAnswer, isTimeZone, keepAnswers } from "@accord/domain";
import { useEffect, useId, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useRefusalText } from "../../../../../lib/refusal-text";
import { FailureNotice } from "../../../../../ui/failure-notice";
import { fieldIdOf, useFlow } from "../../../flow-context";
import { ChangedForm } from "./changed-form";
import { QuestionField } from "./question-field";
import classes from "./questions.module.css";

export function Questions() {
  const { questions } = useFlow();
  const refusalText = useRefusalText();
  const { form, error, askAgain } = questions;
  useToldWhenAsked(form);
  if (error) return <FailureNotice text={refusalText(error)} onRetry={() => void askAgain()} />;
  if (form) return <Asked key={form.slug} form={form} />;
  // Most problems ask nothing: a shape that comes and goes would be a jump.
  return questions.isWaiting ? (
    <span className="only-for-readers" aria-busy>
      <FormattedMessage id="ui.loading" />
    </span>
  ) : null;
}

/** Questions that appear below a choice are told to who cannot see them appear. */
function useToldWhenAsked(form: AskedForm | null | undefined): void {
  const { announce } = useFlow();
  const { formatMessage } = useIntl();
  const seen = useRef(form?.slug);
  useEffect(() => {
    if (form === undefined || form?.slug === seen.current) return;
    seen.current = form?.slug;
    if (form !== null) announce(formatMessage({ id: "newRequest.answers.appeared" }, { count: form.questions.length }));
  }, [form, announce, formatMessage]);
}

function Asked({ form }: { readonly form: AskedForm }) {
  const { content, change, announce, errorOf } = useFlow();
  const { formatMessage } = useIntl();
  const title = useId();
  const { values, unfit, isOfOtherVersion } = answersTo(form, content.answers);
  const keep = (next: Readonly<Record<string, FormAnswer>>): void =>
    change({ answers: keepAnswers(content.answers, form, next) });
  const answer = (name: string, value: FormAnswer | null): void => {
    const { [name]: _before, ...others } = values;
    keep(value === null ? others : { ...others, [name]: value });
  };
  const seen = (): void => {
    keep(values);
    announce(formatMessage({ id: "newRequest.answers.changed.kept" }));
    const [first] = form.questions;
    if (first) document.getElementById(fieldIdOf(["answers", first.name]))?.focus();
  };
  const zone = content.timeZone !== null && isTimeZone(content.timeZone) ? content.timeZone : ownZone();
  const isAnyRequired = form.questions.some(({ isRequired }) => isRequired);
  const isMoreKept = content.answers.some(({ formSlug }) => formSlug !== form.slug);
  return (
    <section id="flow-answers" tabIndex={-1} className={classes.section} aria-labelledby={title}>
      <div className={classes.intro}>
        <h3 id={title} className={classes.title}>
          <FormattedMessage id="newRequest.answers.title" />
        </h3>
        <p className={classes.hint}>
          <FormattedMessage id="newRequest.answers.hint" />{" "}
          {isAnyRequired ? <FormattedMessage id="newRequest.answers.required" /> : null}
        </p>
        {isMoreKept ? (
          <p className={classes.hint}>
            <FormattedMessage id="newRequest.answers.others" />
          </p>
        ) : null}
      </div>
      {isOfOtherVersion ? <ChangedForm unfit={unfit} onSeen={seen} /> : null}
      {form.questions.map((question) => {
        const id = fieldIdOf(["answers", question.name]);
        return (
          <QuestionField
            key={question.name}
            id={id}
            question={question}
            value={Object.hasOwn(values, question.name) ? values[question.name] : undefined}
            error={errorOf(id)}
            zone={zone}
            onAnswer={(value) => answer(question.name, value)}
          />
        );
      })}
    </section>
  );
}

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
