/** "Would you like to see unavailable support plans?": every plan of this account that cannot be used, with all reasons (R36-R39, R66). */
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { Disclosure } from "../../../../ui/disclosure";
import { Notice } from "../../../../ui/notice";
import { ContinueWithAnotherAccount } from "../../continue-with-another-account";
import { useFlow } from "../../flow-context";
import type { PlansForVersionQuery } from "./form.generated";
import classes from "./plan-card.module.css";
import { PlanFacts } from "./plan-facts";
import { RemedyLine } from "./remedy-line";
import { RuleTrace } from "./rule-trace";

/** The vendor's third sentence names its number itself. */
const NUMBER_IN_SENTENCE = 8;

type Unavailable = PlansForVersionQuery["unavailablePlans"][number];

interface Props {
  readonly plans: readonly Unavailable[];
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly isNothingAvailable: boolean;
  readonly onAddAgreement: () => void;
  readonly onBuy: () => void;
}

/** The commonest cause of "my plan is gone" is the wrong account: name the one in use (R40, R64). */
function WrongAccountHint({ isProminent }: { readonly isProminent: boolean }) {
  const { start } = useFlow();
  const { kind, email } = start.viewer.account;
  const values = { email: <strong>{email}</strong>, kind: <FormattedMessage id={`newRequest.accountKind.${kind}`} /> };
  return (
    <Notice
      tone={isProminent ? "soon" : "info"}
      title={<FormattedMessage id="newRequest.account.inUse" values={values} />}
    >
      <p>
        <FormattedMessage id="newRequest.account.check" />
      </p>
      <ContinueWithAnotherAccount />
    </Notice>
  );
}

interface CardProps extends Pick<Props, "onAddAgreement" | "onBuy"> {
  readonly entry: Unavailable;
}

function UnavailableCard({ entry, onAddAgreement, onBuy }: CardProps) {
  const { plan, reasons, checks } = entry;
  return (
    <div id={`plan-${plan.id}`} tabIndex={-1} className={classes.card} data-dimmed>
      <PlanFacts plan={plan} />
      <ul className={classes.reasons}>
        {reasons.map((reason) => (
          <li key={reason.code}>
            <p className={classes.sentence}>
              {reason.message}{" "}
              {reason.number === NUMBER_IN_SENTENCE ? null : (
                <span className={classes.code}>
                  <FormattedMessage id="newRequest.reason.number" values={{ number: reason.number }} />
                </span>
              )}
            </p>
            <RemedyLine remedies={reason.remedies} onAddAgreement={onAddAgreement} onBuy={onBuy} />
          </li>
        ))}
      </ul>
      <RuleTrace checks={checks} label="newRequest.trace.why" />
    </div>
  );
}

export function UnavailablePanel({ plans, isOpen, onToggle, isNothingAvailable, onAddAgreement, onBuy }: Props) {
  return (
    <Disclosure
      summary={<FormattedMessage id="newRequest.unavailable.title" values={{ count: plans.length }} />}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      <WrongAccountHint isProminent={isNothingAvailable} />
      {plans.length === 0 ? (
        <p className={classes.none}>
          <FormattedMessage id="newRequest.unavailable.none" />
        </p>
      ) : null}
      {plans.map((entry) => (
        <UnavailableCard key={entry.plan.id} entry={entry} onAddAgreement={onAddAgreement} onBuy={onBuy} />
      ))}
      <p className={classes.none}>
        <Link to="/help/portal-plan-unavailable">
          <FormattedMessage id="newRequest.unavailable.article" />
        </Link>
      </p>
    </Disclosure>
  );
}
