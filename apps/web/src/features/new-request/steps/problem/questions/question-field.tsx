/** One question about the problem, with the control that fits its kind (F34). */
import { type ChoiceQuestion, FORM_LIMITS, type FormAnswer, makeReadable } from "@accord/domain";
import { NativeSelect, TextInput } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../../../lib/formatters";
import { keptText } from "../../../../../lib/kept/use-kept";
import { SecretWarning } from "../../../../../lib/secrets/secret-warning";
import { Textarea } from "../../../../../lib/textarea";
import { Counter } from "../counter";
import { FlagField } from "./flag-field";
import { localMoment, sentMoment } from "./local-moment";
import type { QuestionProps } from "./question-props";

const ORDER: ("label" | "input" | "description" | "error")[] = ["label", "description", "input", "error"];

/** What every control of a question has. */
const frameOf = ({ id, question, error }: QuestionProps) => ({
  id,
  size: "md" as const,
  label: question.title,
  description: question.description,
  required: question.isRequired,
  error,
  inputWrapperOrder: ORDER,
});
const textOf = (value: FormAnswer | undefined): string => (value === undefined ? "" : String(value));

export function QuestionField(props: QuestionProps) {
  const { question } = props;
  switch (question.kind) {
    case "TEXT":
      return question.isMultiline ? (
        <LongText {...props} most={question.maxLength} />
      ) : (
        <div>
          <TextInput
            {...frameOf(props)}
            maxLength={question.maxLength}
            value={textOf(props.value)}
            onChange={(event) => props.onAnswer(makeReadable(event.target.value, false) || null)}
          />
          <SecretWarning isOneLine text={textOf(props.value)} onMask={props.onAnswer} />
        </div>
      );
    case "NUMBER":
      return <NumberField {...props} least={question.minimum} most={question.maximum} />;
    case "FLAG":
      return <FlagField {...props} question={question} />;
    case "CHOICE":
      return <ChoiceField {...props} question={question} />;
    case "MOMENT":
      return <MomentField {...props} />;
  }
}

function LongText({ most, ...props }: QuestionProps & { readonly most: number }) {
  const text = textOf(props.value);
  return (
    <div>
      <Textarea
        {...frameOf(props)}
        rows={4}
        resize="vertical"
        text={keptText(text, (typed) => props.onAnswer(typed || null))}
      />
      {text === "" ? null : (
        <p data-quiet>
          <Counter text={text} limit={most} />
        </p>
      )}
      <SecretWarning text={text} onMask={props.onAnswer} />
    </div>
  );
}

/** What is no number yet stays as it was typed, and is told at the field. */
function numberOf(typed: string): FormAnswer | null {
  const text = makeReadable(typed, false).trim();
  if (!/^-?\d{1,10}$/.test(text) || Math.abs(Number(text)) > FORM_LIMITS.number) return text || null;
  return Number(text);
}

function NumberField({ least, most, ...props }: QuestionProps & { readonly least: number; readonly most: number }) {
  const format = useFormatters();
  const hasBounds = least !== 0 || most !== FORM_LIMITS.number;
  const bounds = hasBounds ? (
    <FormattedMessage
      id="newRequest.answers.bounds"
      values={{ least: format.number(least), most: format.number(most) }}
    />
  ) : (
    <FormattedMessage id="newRequest.answers.whole" />
  );
  const { description } = props.question;
  return (
    <TextInput
      {...frameOf(props)}
      description={description === null ? bounds : [description, " ", bounds]}
      inputMode={least < 0 ? "text" : "numeric"}
      maxLength={20}
      value={textOf(props.value)}
      onChange={(event) => props.onAnswer(numberOf(event.target.value))}
    />
  );
}

function ChoiceField(props: QuestionProps<ChoiceQuestion>) {
  const { formatMessage } = useIntl();
  return (
    <NativeSelect
      {...frameOf(props)}
      data={[
        { value: "", label: formatMessage({ id: "newRequest.choose" }) },
        ...props.question.options.map(({ value, title }) => ({ value, label: title })),
      ]}
      value={textOf(props.value)}
      onChange={(event) => props.onAnswer(event.target.value || null)}
    />
  );
}

function MomentField(props: QuestionProps) {
  const format = useFormatters();
  const zone = <FormattedMessage id="newRequest.answers.zone" values={{ zone: format.zone(props.zone) }} />;
  const { description } = props.question;
  return (
    <TextInput
      {...frameOf(props)}
      description={description === null ? zone : [description, " ", zone]}
      type="datetime-local"
      value={localMoment(textOf(props.value), props.zone)}
      onChange={(event) => props.onAnswer(sentMoment(event.target.value, props.zone))}
    />
  );
}
