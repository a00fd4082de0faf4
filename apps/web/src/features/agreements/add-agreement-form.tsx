/** Registers an agreement by its two IDs, however they were pasted (R14-R17, R22, E13); a refusal says what to do (R36, R55, R67). */

import { type IdPair, normaliseId } from "@accord/domain";
import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { articlePage } from "../../lib/articles";
import { FormProblems, useFormFields } from "../../lib/commands/form-fields";
import { useCommand } from "../../lib/commands/use-command";
import { useFormatters } from "../../lib/formatters";
import { useViewer } from "../../lib/viewer";
import { OutcomeNotice } from "../../ui/outcome-notice";
import { AddAgreementDocument, type AddAgreementMutation } from "./agreements.generated";
import styles from "./agreements.module.css";

type Added = Pick<AddAgreementMutation["addAgreement"], "plan" | "isUsableFrom">;

type Known = Extract<
  AddAgreementMutation["addAgreement"]["userErrors"][number],
  { readonly __typename: "AgreementAlreadyRegisteredError" }
>["plan"];

interface Props {
  /** The list shows the plan: one just added, or on demand the one that was registered before. */
  readonly onShowPlan: (planId: string) => void;
  /** The pair was answered: the plan that has it is known. */
  readonly onAnswered?: () => void;
  /** What the fields begin with. */
  readonly pair?: IdPair | null;
}

const EMPTY: IdPair = { accessId: "", agreementId: "" };

export function AddAgreementForm({ onShowPlan, onAnswered, pair = null }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const { account } = useViewer();
  const form = useForm({ initialValues: pair ?? EMPTY });
  const [added, setAdded] = useState<Added | null>(null);
  const [known, setKnown] = useState<Known | null>(null);
  const command = useCommand(AddAgreementDocument, {
    refetchQueries: ["MyPlans"],
    awaitRefetchQueries: true,
    fields: ["accessId", "agreementId"],
    done: null,
    onDone: (answer) => {
      setAdded(answer);
      form.setValues(EMPTY);
      onAnswered?.();
      if (answer.plan !== null) onShowPlan(answer.plan.id);
    },
    // An answered pair is over: the same pair again is another command, and is told that it is registered already (R67).
    onRefused: ({ userErrors }) => {
      const plan = userErrors.find((one) => one.__typename === "AgreementAlreadyRegisteredError")?.plan ?? null;
      setKnown(plan);
      if (plan !== null) onAnswered?.();
    },
  });

  const fields = useFormFields(command);
  const submit = async (pairOfIds: IdPair): Promise<void> => {
    setAdded(null);
    setKnown(null);
    await command.sendKeyed(pairOfIds);
  };

  return (
    <form data-screen-only className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
      <p className={styles.quiet}>
        <FormattedMessage id="plans.add.text" values={{ account: account.email }} />
      </p>
      <FormProblems command={command} fields={fields}>
        {known !== null && (
          <>
            <p>
              <FormattedMessage
                id="plans.add.known"
                values={{ plan: known.programme.name, ending: known.agreementIdEnding ?? "" }}
              />
            </p>
            <Button variant="default" onClick={() => onShowPlan(known.id)}>
              <FormattedMessage id="plans.showPlan" />
            </Button>
          </>
        )}
      </FormProblems>
      {fields.problems.length > 0 && (
        <p>
          <Link to={articlePage("missingAgreement")}>
            <FormattedMessage id="plans.add.trouble" />
          </Link>
        </p>
      )}
      {added?.plan != null && (
        <OutcomeNotice
          times={command.timesDone}
          title={<FormattedMessage id="plans.added" values={{ programme: added.plan.programme.name }} />}
        >
          <p>
            {added.isUsableFrom === null ? (
              <FormattedMessage id="plans.added.usable" values={{ end: format.day(added.plan.endsOn) }} />
            ) : (
              <FormattedMessage id="plans.added.later" values={{ start: format.day(added.isUsableFrom) }} />
            )}
          </p>
        </OutcomeNotice>
      )}
      <div className={styles.pair}>
        {(["accessId", "agreementId"] as const).map((name) => (
          <TextInput
            key={name}
            className={styles.id}
            required
            autoComplete="off"
            spellCheck={false}
            autoCapitalize="characters"
            maxLength={256}
            label={formatMessage({ id: `plans.${name}` })}
            description={<ReadAs text={form.values[name]} fallback={formatMessage({ id: `plans.${name}.hint` })} />}
            {...form.getInputProps(name)}
            {...fields.at(name)}
          />
        ))}
      </div>
      <div>
        <Button type="submit" loading={command.isBusy}>
          <FormattedMessage id="plans.add.button" />
        </Button>
      </div>
    </form>
  );
}

/** How the portal reads what was pasted, when that differs from what is seen. */
function ReadAs({ text, fallback }: { readonly text: string; readonly fallback: string }) {
  const read = normaliseId(text);
  if (read === null || read === text) return <>{fallback}</>;
  return <FormattedMessage id="plans.readAs" values={{ id: <span className={styles.read}>{read}</span> }} />;
}
