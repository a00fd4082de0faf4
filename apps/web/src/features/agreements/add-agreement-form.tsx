/** Registers an agreement by its two IDs, however they were pasted (R14-R17, R22, E13); a refusal says what to do (R36, R55, R67). */
import { normaliseId } from "@accord/domain";
import { useMutation } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useId, useMemo, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { articlePage } from "../../lib/articles";
import { useFormatters } from "../../lib/formatters";
import { newIdempotencyKey } from "../../lib/idempotency-key";
import { fieldError, formProblems, useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureNotice } from "../../ui/failure-notice";
import { Notice } from "../../ui/notice";
import { AddAgreementDocument, type AddAgreementMutation } from "./agreements.generated";
import styles from "./agreements.module.css";

type Refusal = AddAgreementMutation["addAgreement"]["userErrors"][number];
type Added = Pick<AddAgreementMutation["addAgreement"], "plan" | "isUsableFrom">;

interface Props {
  /** The list shows the plan: one just added, or the one that was registered before. */
  readonly onShowPlan: (planId: string) => void;
}

export function AddAgreementForm({ onShowPlan }: Props) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const refusalText = useRefusalText();
  const { account } = useViewer();
  const ids = useId();
  const [typed, setTyped] = useState({ accessId: "", agreementId: "" });
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [added, setAdded] = useState<Added | null>(null);
  const intention = useRef({ pair: "", key: "" });
  const [add, { loading }] = useMutation(AddAgreementDocument, {
    refetchQueries: ["MyPlans"],
    awaitRefetchQueries: true,
  });

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFailure(null);
    setAdded(null);
    const pair = `${typed.accessId}\n${typed.agreementId}`;
    // The same pair sent again after a lost answer is the same intention.
    if (intention.current.pair !== pair) intention.current = { pair, key: newIdempotencyKey() };
    try {
      const { data } = await add({ variables: { input: { ...typed, idempotencyKey: intention.current.key } } });
      const answer = data?.addAgreement;
      // Answered: the same pair again is a new intention, and is told that it is registered already (R67).
      intention.current = { pair: "", key: "" };
      setRefusals(answer?.userErrors ?? []);
      const known = answer?.userErrors.find((one) => one.__typename === "AgreementAlreadyRegisteredError");
      if (known?.__typename === "AgreementAlreadyRegisteredError") onShowPlan(known.plan.id);
      if (answer?.plan == null) return;
      setAdded(answer);
      setTyped({ accessId: "", agreementId: "" });
      onShowPlan(answer.plan.id);
    } catch (error) {
      setRefusals([]);
      setFailure(error);
    }
  };

  const problems = useMemo(() => formProblems(refusals, ids), [refusals, ids]);

  return (
    <form data-screen-only className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.quiet}>
        <FormattedMessage id="plans.add.text" values={{ account: account.email }} />
      </p>
      <ErrorSummary problems={problems} />
      {problems.length > 0 && (
        <p>
          <Link to={articlePage("missingAgreement")}>
            <FormattedMessage id="plans.add.trouble" />
          </Link>
        </p>
      )}
      {failure !== null && <FailureNotice text={refusalText(failure)} />}
      {added?.plan != null && (
        <Notice
          tone="good"
          isLive
          title={<FormattedMessage id="plans.added" values={{ programme: added.plan.programme.name }} />}
        >
          <p>
            {added.isUsableFrom === null ? (
              <FormattedMessage id="plans.added.usable" values={{ end: format.day(added.plan.endsOn) }} />
            ) : (
              <FormattedMessage id="plans.added.later" values={{ start: format.day(added.isUsableFrom) }} />
            )}
          </p>
        </Notice>
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
            error={fieldError(refusals, name)}
          />
        ))}
      </div>
      <div>
        <Button type="submit" loading={loading}>
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
