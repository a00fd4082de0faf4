/** What can be changed about an agreement, each with a reason that stays on record (F18, F56). */

import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { Card } from "../../../ui/card";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import styles from "../administration.module.css";
import { type Change, ChangeDialog, type NewPair } from "./change-dialog";
import type { ManagedFactsFragment } from "./managed.generated";
import { ShownOnce } from "./shown-once";

interface Props {
  readonly agreement: ManagedFactsFragment;
  /** The ledger has another line, or the facts are others. */
  readonly onChanged: () => void;
}

const CHANGES: readonly Change[] = ["adjust", "extend", "giveTime", "rotate", "revoke"];

/** What is possible where it stands: an agreement that waits for its holder has no end of its own, but a day to be activated by. */
const isPossible = (change: Change, { incidentsRemaining, redeemBy }: ManagedFactsFragment): boolean => {
  if (change === "adjust") return incidentsRemaining !== null;
  if (change === "extend") return redeemBy === null;
  return change !== "giveTime" || redeemBy !== null;
};

export function ChangeAgreement({ agreement, onChanged }: Props) {
  const [change, setChange] = useState<Change | null>(null);
  const [pair, setPair] = useState<NewPair | null>(null);
  const changes = CHANGES.filter((one) => isPossible(one, agreement));
  return (
    <Card title={<FormattedMessage id="managed.change" />}>
      {agreement.state === "REVOKED" ? (
        <p className={styles.quiet}>
          <FormattedMessage id="managed.change.revoked" />
        </p>
      ) : (
        <div className={styles.stack}>
          {changes.map((one) => (
            <Button
              key={one}
              variant={one === "revoke" ? "subtle" : "default"}
              color={one === "revoke" ? "red" : undefined}
              fullWidth
              onClick={() => setChange(one)}
            >
              <FormattedMessage id={`managed.${one}`} />
            </Button>
          ))}
        </div>
      )}
      {pair !== null && (
        <OutcomeNotice title={<FormattedMessage id="managed.rotated" />}>
          <ShownOnce {...pair} />
        </OutcomeNotice>
      )}
      <ChangeDialog
        change={change}
        agreement={agreement}
        onClose={() => setChange(null)}
        onDone={(shown) => {
          setChange(null);
          setPair(shown);
          onChanged();
        }}
      />
    </Card>
  );
}
