/** Closed lists of the engineer workspace (F41, F52, F55, F69). */
import type { QueueOwner, QueueSight, RefundReason, RoutingCondition, SplitState } from "@accord/domain";
import { publishCodes } from "./enumeration.js";

export const QueueOwnerEnum = publishCodes<QueueOwner>("QueueOwner", "Whose a request of the queue is.", {
  MINE: "This account's.",
  UNASSIGNED: "Nobody's yet.",
  OTHERS: "Another engineer's.",
});

export const QueueSightEnum = publishCodes<QueueSight>(
  "QueueSight",
  "How much of a request this account sees in the queue.",
  {
    CONTENT: "Everything, title and description too.",
    FACTS: "Everything but what people wrote.",
    OUTLINE: "Product, severity, age, and who works on it.",
  },
);

export const RefundReasonEnum = publishCodes<Exclude<RefundReason, "CANCELLED_BEFORE_ASSIGNMENT">>(
  "RefundReason",
  "Why an engineer gives an incident back.",
  {
    DUPLICATE: "It repeats another support request.",
    PRODUCT_DEFECT: "The product was at fault.",
    NOT_CHARGEABLE: "It was nothing to charge for.",
  },
);

export const SplitStateEnum = publishCodes<SplitState>("SplitState", "What became of a proposal to split.", {
  PROPOSED: "No contact has decided yet.",
  ACCEPTED: "A contact agreed: the second request was opened.",
  DECLINED: "A contact said no.",
});

export const RoutingConditionEnum = publishCodes<RoutingCondition>(
  "RoutingCondition",
  "What a row of the routing table asks for.",
  {
    COUNTRY: "The country.",
    REGION: "The support region of the country.",
    TIME_ZONE: "The time zone.",
    LANGUAGE: "The language of the person who entered it.",
    SEVERITY: "The severity.",
    SUPPORT_24X7: "Round-the-clock support, or none.",
    TEAM_HOURS: "That the team works at that moment.",
  },
);
