/** Closed lists about support plans, their ledger and why one cannot be used. */
import {
  type LedgerKind,
  type PlanState,
  REASONS,
  type RemedyKind,
  type UnavailabilityReasonCode,
} from "@accord/domain";
import { publishCodes, summariesOf } from "../../../kernel/graphql/enumeration.js";
export const PlanStateEnum = publishCodes<PlanState>(
  "PlanState",
  "How a plan stands on its own, whatever product is asked about.",
  {
    ACTIVE: "Can be used.",
    ENDING_SOON: "Can be used, and ends within 30 days.",
    EXPIRED: "Its last day is over.",
    EMPTY: "No incidents are left.",
    NOT_YET_ACTIVE: "Its first day is still to come.",
    ISSUED: "It waits for its holder to activate it.",
    LAPSED: "Nobody activated it by its last day for that.",
    REVOKED: "The vendor has withdrawn it.",
    RETIRED: "Its programme has ended.",
  },
);
export const LedgerKindEnum = publishCodes<LedgerKind>("LedgerKind", "Why the balance of a plan changed.", {
  GRANT: "Incidents were granted.",
  CONSUME: "A support request used an incident.",
  REFUND: "An incident was given back.",
  EXPIRE: "Incidents lapsed.",
  ADJUST: "The vendor corrected the balance.",
});

export const UnavailabilityReasonCodeEnum = publishCodes<UnavailabilityReasonCode>(
  "UnavailabilityReasonCode",
  "Why a plan cannot be used for a product version. More may be added: show `message` for a code you do not know.",
  summariesOf(REASONS),
);

export const RemedyKindEnum = publishCodes<RemedyKind>("RemedyKind", "What can be done when a plan cannot be used.", {
  CHOOSE_VERSION: "Choose another version of the product.",
  CHOOSE_OTHER_PLAN: "Choose another plan.",
  ADD_AGREEMENT: "Add another agreement.",
  BUY_INCIDENT: "Buy an incident.",
  USE_PERSONAL_ACCOUNT: "Continue with a personal account, which can buy an incident; the draft comes along.",
  USE_OTHER_PORTAL: "Open the request in another portal.",
  WAIT_UNTIL: "Wait until a day.",
  CONTACT_VENDOR: "Ask the vendor.",
  READ_ARTICLE: "Read a help article.",
});
