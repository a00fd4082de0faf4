/** Beside the conversation: the promised first answer, the plan, the facts (F53, F68). */
import { FormattedMessage } from "react-intl";
import { Card } from "../../../ui/card";
import { FirstResponseCard } from "../../requests";
import type { Item } from "../queue-item";
import { Routing } from "../routing";
import styles from "./desk.module.css";
import { DeskFacts } from "./desk-facts";
import { EntitlementCard } from "./entitlement-card";
import type { DeskRequest } from "./use-desk-request";

interface Props {
  readonly request: DeskRequest;
  /** Why it is here; null: by hand. */
  readonly routing: Item["routing"];
  readonly isWhyOpen: boolean;
  readonly onWhy: (isOpen: boolean) => void;
  readonly onDone: () => void;
}

export function DeskSide({ request, routing, isWhyOpen, onWhy, onDone }: Props) {
  return (
    <div className={styles.cards}>
      <FirstResponseCard request={request} isWhyOpen={isWhyOpen} onWhy={onWhy} />
      <EntitlementCard request={request} onDone={onDone} />
      <Card title={<FormattedMessage id="requests.facts" />}>
        <DeskFacts request={request} />
        {routing !== null && <Routing routing={routing} />}
      </Card>
    </div>
  );
}
