/** Beside the conversation: the promised first answer, the plan, the facts (F53, F68). */
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { Card } from "../../../ui/card";
import { FirstResponseCard } from "../first-response/first-response-card";
import styles from "./desk.module.css";
import { DeskFacts } from "./desk-facts";
import { EntitlementCard } from "./entitlement-card";
import type { DeskRequest } from "./use-desk-request";

interface Props {
  readonly request: DeskRequest;
  readonly facts: ReactNode;
  readonly isWhyOpen: boolean;
  readonly onWhy: (isOpen: boolean) => void;
  readonly onDone: () => void;
}

export function DeskSide({ request, facts, isWhyOpen, onWhy, onDone }: Props) {
  return (
    <div className={styles.cards}>
      <FirstResponseCard request={request} isWhyOpen={isWhyOpen} onWhy={onWhy} />
      <EntitlementCard request={request} onDone={onDone} />
      <Card title={<FormattedMessage id="requests.facts" />}>
        <DeskFacts request={request} />
        {facts}
      </Card>
    </div>
  );
}
