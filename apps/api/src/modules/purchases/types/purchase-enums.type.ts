/** Closed lists about purchases. */
import { publishCodes } from "../../../kernel/graphql/enumeration.js";

export type PurchaseStateName = "CREATED" | "CALLING" | "SUCCEEDED" | "DECLINED" | "CHALLENGE" | "UNKNOWN" | "REFUNDED";

export const PurchaseStateEnum = publishCodes<PurchaseStateName>("PurchaseState", "How a purchase stands.", {
  CREATED: "Written down; the card was not asked yet.",
  CALLING: "The card is being charged.",
  SUCCEEDED: "Paid; the incidents are there.",
  DECLINED: "The card was not charged.",
  CHALLENGE: "The bank asks its customer to confirm.",
  UNKNOWN: "Being confirmed: the answer of the payment provider is outstanding. Do not buy again.",
  REFUNDED: "The money was given back, and the incidents were taken back.",
});
