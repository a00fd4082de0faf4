/** Something the virtual agent asks for, such as the output of a command; kept while it is typed. */
import { checkText, evidenceRule, makeReadable } from "@accord/domain";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { keptText } from "../../../../../lib/kept/use-kept";
import { useLanguage } from "../../../../../lib/language";
import { SecretWarning } from "../../../../../lib/secrets/secret-warning";
import { Textarea } from "../../../../../lib/textarea";
import { fieldIdOf, useFlow } from "../../../flow-context";
import { problemOf } from "../../../problem-text";
import classes from "./dialogue.module.css";
import type { StepProps } from "./step-props";
import { given } from "./walk";

export function Evidence({ step, place, moves, onSay, onShow }: StepProps) {
  const intl = useIntl();
  const { language } = useLanguage();
  const { errorOf } = useFlow();
  const [isAsked, setAsked] = useState(false);
  const path = ["dialogueWalk", "steps", String(place), "value"];
  const id = fieldIdOf(path);
  // Spaces alone are kept by nobody; what is typed stays in the field all the same.
  const [value, setValue] = useState(moves[place]?.stepId === step.id ? (moves[place]?.value ?? "") : "");
  const [refusal] = checkText(value, evidenceRule({ multiline: step.isMultiline, optional: step.isOptional }), path);
  const type = (text: string): void => {
    setValue(text);
    onSay(given(moves, place, step, text));
  };
  const goOn = (): void => {
    if (refusal !== undefined) {
      setAsked(true);
      document.getElementById(id)?.focus();
      return;
    }
    const said = moves.length > place ? moves : [...moves, { stepId: step.id, answerId: null, value: value || null }];
    onSay(said);
    onShow(place + 1);
  };
  const field = {
    id,
    size: "md" as const,
    label: step.label,
    description: step.isOptional ? <FormattedMessage id="newRequest.dialogue.optional" /> : undefined,
    error: isAsked && refusal !== undefined ? problemOf(intl, language, refusal).message : errorOf(id),
  };
  return (
    <>
      <div>
        {step.isMultiline ? (
          <Textarea {...field} rows={6} resize="vertical" text={keptText(value, type)} />
        ) : (
          <TextInput {...field} value={value} onChange={(event) => type(makeReadable(event.target.value, false))} />
        )}
        <SecretWarning isOneLine={!step.isMultiline} text={value} onMask={type} />
      </div>
      <div className={classes.actions}>
        <Button onClick={goOn}>
          <FormattedMessage id="newRequest.dialogue.continue" />
        </Button>
      </div>
    </>
  );
}
