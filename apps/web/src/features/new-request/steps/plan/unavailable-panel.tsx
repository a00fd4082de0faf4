/** "Would you like to see unavailable support plans?": what can be done, once, and under it every plan of this account that cannot be used, with all reasons (R36-R39, R66). */
import { IconChevronRight } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { Disclosure } from "../../../../ui/disclosure";
import { ContinueWithAnotherAccount } from "../../continue-with-another-account";
import { useFlow } from "../../flow-context";
import planCard from "./plan-card.module.css";
import type { UnavailableEntry } from "./short-reasons";
import classes from "./unavailable.module.css";
import { GENERAL_ARTICLE, UnavailableRow } from "./unavailable-row";
import { foldUsedUpSingles } from "./used-up-singles";
import { WaysOut } from "./ways-out";

interface Props {
  readonly plans: readonly UnavailableEntry[];
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly onAddAgreement: () => void;
  readonly onBuy: () => void;
}

/** The commonest cause of "my plan is gone" is the wrong account: name the one in use (R40, R64). */
function WrongAccountHint() {
  const { start } = useFlow();
  const { kind, email } = start.viewer.account;
  const values = { email: <strong>{email}</strong>, kind: <FormattedMessage id={`newRequest.accountKind.${kind}`} /> };
  return (
    <div className={classes.account}>
      <p className={classes.inUse}>
        <FormattedMessage id="newRequest.account.inUse" values={values} />
      </p>
      <p>
        <FormattedMessage id="newRequest.account.check" />
      </p>
      <ContinueWithAnotherAccount />
    </div>
  );
}

function Rows({ plans }: Pick<Props, "plans">) {
  const { rows, singles } = foldUsedUpSingles(plans);
  const drawn = (entries: readonly UnavailableEntry[]) =>
    entries.map((entry) => (
      <li key={entry.plan.id}>
        <UnavailableRow entry={entry} />
      </li>
    ));
  return (
    <ul className={classes.rows}>
      {drawn(rows)}
      {singles.length > 0 && (
        <li>
          <details className={classes.row}>
            <summary className={classes.summary}>
              <span className={classes.name}>
                <FormattedMessage id="newRequest.unavailable.singles" values={{ count: singles.length }} />
              </span>
              <span className={classes.why}>
                <FormattedMessage id="newRequest.unavailable.singles.show" />
                <IconChevronRight size={16} aria-hidden />
              </span>
            </summary>
            <ul className={classes.rows} data-inner>
              {drawn(singles)}
            </ul>
          </details>
        </li>
      )}
    </ul>
  );
}

export function UnavailablePanel({ plans, isOpen, onToggle, onAddAgreement, onBuy }: Props) {
  return (
    <Disclosure
      summary={<FormattedMessage id="newRequest.unavailable.title" values={{ count: plans.length }} />}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      {plans.length === 0 ? (
        <p className={planCard.none}>
          <FormattedMessage id="newRequest.unavailable.none" />
        </p>
      ) : (
        <>
          <WaysOut plans={plans} onAddAgreement={onAddAgreement} onBuy={onBuy} />
          <Rows plans={plans} />
        </>
      )}
      <WrongAccountHint />
      <p className={planCard.none}>
        <Link to={`/help/${GENERAL_ARTICLE}`}>
          <FormattedMessage id="newRequest.unavailable.article" />
        </Link>
      </p>
    </Disclosure>
  );
}
