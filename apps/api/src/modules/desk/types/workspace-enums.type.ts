/** Closed lists of the engineer workspace (F41, F52, F55, F69). */
import type { QueueOwner, QueueSight, RefundReason } from "@accord/domain";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";

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
