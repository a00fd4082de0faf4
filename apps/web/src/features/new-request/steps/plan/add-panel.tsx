/** "Do you need to purchase or add more support plans?": add an agreement in place by its two IDs, or buy an incident (R34, R35, R55, R67, R71–R73). */
import { useMutation } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { type ComponentType, type FormEvent, useState } from "react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../../lib/formatters";
import { type BuyPanelProps, usePurchaseSlots } from "../../../../lib/purchase-slots";
import { type RefusalText, useRefusalText } from "../../../../lib/refusal-text";
import { Disclosure } from "../../../../ui/disclosure";
import { Notice } from "../../../../ui/notice";
import { ContinueWithAnotherAccount } from "../../continue-with-another-account";
import { useFlow } from "../../flow-context";
import { AddAgreementInFlowDocument } from "./add-panel.generated";
import classes from "./add-panel.module.css";
import { showPlan } from "./show-plan";

interface Props {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly onAdded: (planId: string) => Promise<void>;
  /** The incident is there; what was bought is told in the panel. */
  readonly onBought: (planId: string) => Promise<void>;
  readonly onAlreadyThere: (planId: string) => void;
}

interface Answer {
  readonly refusal: (RefusalText & { readonly field: string | null }) | null;
  readonly added: { readonly name: string; readonly usableFrom: string | null } | null;
}
const NO_ANSWER: Answer = { refusal: null, added: null };

/** Sends the pair as typed: the server forgives spaces, hyphens and letter case (E13). */
function useAddAgreement({ onAdded, onAlreadyThere }: Props) {
  const [add, { loading }] = useMutation(AddAgreementInFlowDocument);
  const [answer, setAnswer] = useState<Answer>(NO_ANSWER);
  const refusalText = useRefusalText();
  const send = async (accessId: string, agreementId: string): Promise<boolean> => {
    setAnswer(NO_ANSWER);
    try {
      const { data } = await add({ variables: { input: { accessId, agreementId } } });
      const [refusal] = data?.addAgreement.userErrors ?? [];
      if (refusal) {
        setAnswer({ refusal: { ...refusalText(refusal), field: refusal.path?.at(-1) ?? null }, added: null });
        if (refusal.__typename === "AgreementAlreadyRegisteredError") onAlreadyThere(refusal.plan.id);
        return false;
      }
      const { plan, isUsableFrom } = data?.addAgreement ?? {};
      if (!plan) return false;
      setAnswer({ refusal: null, added: { name: plan.programme.name, usableFrom: isUsableFrom ?? null } });
      await onAdded(plan.id);
      return true;
    } catch (error) {
      setAnswer({ refusal: { ...refusalText(error), field: null }, added: null });
      return false;
    }
  };
  return { send, answer, isBusy: loading };
}

function AnswerNotice({ answer }: { readonly answer: Answer }) {
  const format = useFormatters();
  const { refusal, added } = answer;
  if (refusal) {
    return (
      <Notice tone="loss" title={refusal.message} code={refusal.code}>
        <p>{refusal.remedy}</p>
      </Notice>
    );
  }
  if (!added) return null;
  const values = { plan: added.name, on: added.usableFrom ? format.day(added.usableFrom) : "" };
  return (
    <Notice tone="good" isLive title={<FormattedMessage id="newRequest.add.done" values={values} />}>
      {added.usableFrom ? (
        <p>
          <FormattedMessage id="newRequest.add.usableFrom" values={values} />
        </p>
      ) : null}
    </Notice>
  );
}

function AddForm(props: Props) {
  const [accessId, setAccessId] = useState("");
  const [agreementId, setAgreementId] = useState("");
  const { send, answer, isBusy } = useAddAgreement(props);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || !(await send(accessId, agreementId))) return;
    setAccessId("");
    setAgreementId("");
  };
  const errorAt = (field: string) => (answer.refusal?.field === field ? answer.refusal.message : undefined);
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.pair}>
        <TextInput
          id="flow-accessId"
          size="md"
          label={<FormattedMessage id="newRequest.add.accessId" />}
          autoComplete="off"
          spellCheck={false}
          error={errorAt("accessId")}
          value={accessId}
          onChange={(event) => setAccessId(event.target.value)}
        />
        <TextInput
          id="flow-agreementId"
          size="md"
          label={<FormattedMessage id="newRequest.add.agreementId" />}
          autoComplete="off"
          spellCheck={false}
          error={errorAt("agreementId")}
          value={agreementId}
          onChange={(event) => setAgreementId(event.target.value)}
        />
      </div>
      <AnswerNotice answer={answer} />
      <div>
        <Button type="submit" variant="light" loading={isBusy}>
          <FormattedMessage id="newRequest.add.button" />
        </Button>
      </div>
    </form>
  );
}

export function AddPanel(props: Props) {
  const { start } = useFlow();
  const slots = usePurchaseSlots();
  const BuyPanel = start.portalSettings.isPurchaseEnabled ? slots?.BuyPanel : undefined;
  return (
    <Disclosure
      summary={
        <FormattedMessage id={BuyPanel === undefined ? "newRequest.add.title" : "newRequest.add.titleWithPurchase"} />
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
      {BuyPanel !== undefined && props.isOpen && <BuyHere BuyPanel={BuyPanel} onBought={props.onBought} />}
    </Disclosure>
  );
}

interface BuyHereProps {
  readonly BuyPanel: ComponentType<BuyPanelProps>;
  readonly onBought: (planId: string) => Promise<void>;
}

/** The bought incident becomes the plan of this request at once (F24). */
function BuyHere({ BuyPanel, onBought }: BuyHereProps) {
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
        returnTo={`/requests/new/${draftId}/plan?buy=1`}
        onLeave={saveNow}
        onBought={onBought}
        onGoOn={showPlan}
      />
      {!start.viewer.canPurchase && <ContinueWithAnotherAccount kind="personal" />}
    </section>
  );
}
