/** "Do you need to purchase or add more support plans?": add an agreement in place by its two IDs, or buy an incident (R34, R35, R55, R67, R71–R73). */

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useCommand } from "../../../../lib/commands/use-command";
import { useFormatters } from "../../../../lib/formatters";
import { CommandProblem } from "../../../../ui/command-problem";
import { Disclosure } from "../../../../ui/disclosure";
import { OutcomeNotice } from "../../../../ui/outcome-notice";
import { BuyPanel } from "../../../purchases";
import { ContinueWithAnotherAccount } from "../../continue-with-another-account";
import { useFlow } from "../../flow-context";
import { AddAgreementInFlowDocument, type AddAgreementInFlowMutation } from "./add-panel.generated";
import classes from "./add-panel.module.css";

interface Props {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  /** An agreement or an incident is there; it is told in the panel. */
  readonly onAdded: (planId: string) => Promise<void>;
  readonly onAlreadyThere?: (planId: string) => void;
  /** Leads to a plan; left out where no plans are shown. */
  readonly onShowPlan?: (planId: string) => void;
  /** The step that the card page, the bank and the sign-in come back to. */
  readonly returnStep?: "problem" | "plan";
}

type Known = Extract<
  AddAgreementInFlowMutation["addAgreement"]["userErrors"][number],
  { readonly __typename: "AgreementAlreadyRegisteredError" }
>["plan"];

interface Added {
  readonly planId: string;
  readonly name: string;
  readonly usableFrom: string | null;
}

/** Sends the pair as typed: the server forgives spaces, hyphens and letter case (E13). */
function useAddAgreement({ onAdded, onAlreadyThere }: Props) {
  const [added, setAdded] = useState<Added | null>(null);
  const [known, setKnown] = useState<Known | null>(null);
  const command = useCommand(AddAgreementInFlowDocument, {
    done: null,
    onDone: ({ plan, isUsableFrom }) => {
      setAdded(plan && { planId: plan.id, name: plan.programme.name, usableFrom: isUsableFrom });
      return plan && onAdded(plan.id);
    },
    onRefused: ({ userErrors: [refusal] }) => {
      const plan = refusal?.__typename === "AgreementAlreadyRegisteredError" ? refusal.plan : null;
      setKnown(plan);
      if (plan !== null) onAlreadyThere?.(plan.id);
    },
  });
  return { command, added, known };
}

interface AddedProps extends Pick<Props, "onShowPlan"> {
  readonly added: Added;
  readonly times: number;
}

function AddedNotice({ added, times, onShowPlan }: AddedProps) {
  const format = useFormatters();
  const values = { plan: added.name, on: added.usableFrom ? format.day(added.usableFrom) : "" };
  return (
    <OutcomeNotice times={times} title={<FormattedMessage id="newRequest.add.done" values={values} />}>
      {added.usableFrom ? (
        <p>
          <FormattedMessage id="newRequest.add.usableFrom" values={values} />
        </p>
      ) : null}
      <ShowPlan planId={added.planId} onShowPlan={onShowPlan} />
    </OutcomeNotice>
  );
}

function ShowPlan({ planId, onShowPlan }: { readonly planId: string } & Pick<Props, "onShowPlan">) {
  if (onShowPlan === undefined) return null;
  return (
    <Button variant="default" onClick={() => onShowPlan(planId)}>
      <FormattedMessage id="plans.showPlan" />
    </Button>
  );
}

const EMPTY = { accessId: "", agreementId: "" };

function AddForm(props: Props) {
  const [typed, setTyped] = useState(EMPTY);
  const { command, added, known } = useAddAgreement(props);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if ((await command.send({ input: typed })) !== null) setTyped(EMPTY);
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.pair}>
        {(["accessId", "agreementId"] as const).map((name) => (
          <TextInput
            key={name}
            id={`flow-${name}`}
            size="md"
            label={<FormattedMessage id={`newRequest.add.${name}`} />}
            autoComplete="off"
            spellCheck={false}
            error={command.errorOf(name)}
            value={typed[name]}
            onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
          />
        ))}
      </div>
      <CommandProblem command={command}>
        {known !== null && (
          <>
            <p>
              <FormattedMessage
                id="plans.add.known"
                values={{ plan: known.programme.name, ending: known.agreementIdEnding ?? "" }}
              />
            </p>
            <ShowPlan planId={known.id} onShowPlan={props.onShowPlan} />
          </>
        )}
      </CommandProblem>
      {added !== null && <AddedNotice added={added} times={command.timesDone} onShowPlan={props.onShowPlan} />}
      <div>
        <Button type="submit" variant="light" loading={command.isBusy}>
          <FormattedMessage id="newRequest.add.button" />
        </Button>
      </div>
    </form>
  );
}

export function AddPanel(props: Props) {
  const { start } = useFlow();
  const { isPurchaseEnabled } = start.portalSettings;
  return (
    <Disclosure
      summary={
        <FormattedMessage id={isPurchaseEnabled ? "newRequest.add.titleWithPurchase" : "newRequest.add.title"} />
      }
      isOpen={props.isOpen}
      onToggle={props.onToggle}
    >
      {start.viewer.canAddAgreement ? (
        <>
          <p className={classes.text}>
            <FormattedMessage id="newRequest.add.text" />
          </p>
          <AddForm {...props} />
        </>
      ) : (
        <p className={classes.text}>
          <FormattedMessage id="newRequest.add.notThisAccount" />
        </p>
      )}
      <p className={classes.links}>
        <Link to="/help/portal-missing-agreement">
          <FormattedMessage id="newRequest.add.missing" />
        </Link>
        <Link to="/help/portal-n-1-rule">
          <FormattedMessage id="newRequest.add.rule" />
        </Link>
      </p>
      {isPurchaseEnabled && props.isOpen && <BuyHere {...props} />}
    </Disclosure>
  );
}

/** The bought incident becomes the plan of this request at once (F24). */
function BuyHere({ onAdded, onShowPlan, returnStep = "plan" }: Pick<Props, "onAdded" | "onShowPlan" | "returnStep">) {
  const { draftId, content, start, saveNow } = useFlow();
  return (
    <section id="flow-buy" tabIndex={-1} className={classes.buy}>
      <h3 className={classes.subtitle}>
        <FormattedMessage id="buy.title" />
      </h3>
      <BuyPanel
        country={content.country}
        productVersionId={content.productVersionId}
        draftId={draftId}
        returnTo={`/requests/new/${draftId}/${returnStep}?buy=1`}
        onLeave={saveNow}
        onBought={onAdded}
        onGoOn={onShowPlan}
      />
      {!start.viewer.canPurchase && <ContinueWithAnotherAccount kind="personal" />}
    </section>
  );
}
