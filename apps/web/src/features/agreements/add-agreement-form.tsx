/** Registers an agreement by its two IDs, however they were pasted (R14-R17, R22, E13); a refusal says what to do (R36, R55, R67). */

import { type IdPair, normaliseId } from "@accord/domain";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useId, useMemo, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { articlePage } from "../../lib/articles";
import { useCommand } from "../../lib/commands/use-command";
import { useFormatters } from "../../lib/formatters";
import { fieldError, formProblems } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { CommandProblem } from "../../ui/command-problem";
import { ErrorSummary } from "../../ui/error-summary";
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
  const ids = useId();
  const [typed, setTyped] = useState(pair ?? EMPTY);
  const [added, setAdded] = useState<Added | null>(null);
  const [known, setKnown] = useState<Known | null>(null);
  const command = useCommand(AddAgreementDocument, {
    refetchQueries: ["MyPlans"],
    awaitRefetchQueries: true,
    fields: ["accessId", "agreementId"],
    done: null,
    onDone: (answer) => {
      setAdded(answer);
      setTyped(EMPTY);
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

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAdded(null);
    setKnown(null);
    await command.sendKeyed({ ...typed });
  };

  const problems = useMemo(() => formProblems(command.refusals, ids), [command.refusals, ids]);

  return (
    <form data-screen-only className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.quiet}>
        <FormattedMessage id="plans.add.text" values={{ account: account.email }} />
      </p>
      <ErrorSummary problems={problems}>
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
      </ErrorSummary>
      {problems.length > 0 && (
        <p>
          <Link to={articlePage("missingAgreement")}>
            <FormattedMessage id="plans.add.trouble" />
          </Link>
        </p>
      )}
      {command.failure !== null && <CommandProblem command={command} />}
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
            id={`${ids}${name}`}
            className={styles.id}
            required
            autoComplete="off"
            spellCheck={false}
            autoCapitalize="characters"
            maxLength={256}
            label={formatMessage({ id: `plans.${name}` })}
            description={<ReadAs text={typed[name]} fallback={formatMessage({ id: `plans.${name}.hint` })} />}
            value={typed[name]}
            onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            error={fieldError(command.refusals, name)}
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
