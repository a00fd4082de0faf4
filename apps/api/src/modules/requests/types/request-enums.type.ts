/** Closed lists about support requests (R68, F48) and the refusals of every mutation. */
import type { ClosedReason, ContactRole, FlowStep, RequestStatus, TimelineKind, Turn } from "@accord/domain";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
export const RequestStatusEnum = publishCodes<RequestStatus>(
  "RequestStatus",
  "Where a support request stands; all but CLOSED are open.",
  {
    NEW: "Submitted, no engineer yet.",
    ASSIGNED: "An engineer owns it.",
    IN_PROGRESS: "The engineer works on it.",
    WAITING_FOR_CUSTOMER: "The engineer waits for an answer of the contacts.",
    WAITING_FOR_VENDOR: "The engineer waits for the vendor's product group.",
    SOLVED: "The engineer holds it for solved.",
    CLOSED: "Closed, with a reason.",
  },
);

export const ClosedReasonEnum = publishCodes<ClosedReason>("ClosedReason", "Why a support request was closed.", {
  SOLVED: "It was solved.",
  NO_ANSWER: "The contacts did not answer.",
  CANCELLED: "A contact cancelled it.",
  DUPLICATE: "It repeats another support request.",
  PRODUCT_DEFECT: "The product was at fault.",
  NOT_CHARGEABLE: "It was nothing to charge for.",
});

export const TurnEnum = publishCodes<Turn>("Turn", "Who is to act next on a support request.", {
  CUSTOMER: "The contacts.",
  SUPPORT: "The support organisation.",
  NOBODY: "Nobody.",
});

export const ContactRoleEnum = publishCodes<ContactRole>("ContactRole", "The part a person has in a support request.", {
  PRIMARY: "The engineer contacts this person.",
  ADDITIONAL: "A backup for the engineer, with the same sight.",
});

export const FlowStepEnum = publishCodes<FlowStep>("FlowStep", "A step of opening a support request.", {
  PROBLEM: "Step 1: the product and the problem.",
  PLAN: "Step 2: the support plan, severity and place.",
  PRIMARY_CONTACT: "Step 3: the primary contact.",
  SHARING: "Step 4: additional contacts.",
  REVIEW: "Step 5: review.",
  CONFIRMATION: "Step 6: submitted.",
});

/** What each kind of entry tells; its type says the same. */
export const TIMELINE_KINDS_SAY: Readonly<Record<TimelineKind, string>> = {
  SUBMITTED: "It was submitted.",
  ASSIGNED: "An engineer took it.",
  REPLY: "Somebody wrote.",
  NOTE: "A note inside the support organisation.",
  STATUS_CHANGED: "Its status changed.",
  CONTACT_ADDED: "A contact was added.",
  CONTACT_REMOVED: "A contact was removed by somebody else.",
  CONTACT_LEFT: "A contact removed themselves.",
  PRIMARY_CONTACT_CHANGED: "Another contact became the primary contact.",
  CONTACT_ADDRESS_CHANGED: "A contact has another address by now, and has proven it.",
  CLOSED: "It was closed.",
  REOPENED: "It was opened again.",
  SEVERITY_CHANGE_ASKED: "A contact asked for another severity.",
  SEVERITY_CHANGED: "Its severity changed.",
  ATTACHMENT_ADDED: "A file was attached.",
  HANDED_OVER: "It was handed to another engineer or team.",
  ROUTED: "It was routed to a team.",
  INVITATION_REDEEMED: "Somebody used a one-time link.",
  ACCESS_ASKED: "Somebody asked for access.",
  MAIL_BOUNCED: "A mail could not be delivered.",
  INCIDENT_REFUNDED: "Its incident was given back.",
  RATED: "A contact rated the support.",
  CLOSING_SOON: "It will be closed unless somebody answers.",
  SPLIT_PROPOSED: "The engineer proposed to open a second request for part of it.",
  SPLIT_DECIDED: "A contact decided on the proposal.",
  NEAR_BREACH: "The first answer is nearly due.",
  BREACHED: "The first answer is late.",
  AUTO_REPLY: "A program answered by mail; nothing moved.",
  MARKED_AS_MESSAGE: "Somebody said that an automatic reply is a message.",
};

export const TimelineEntryKindEnum = publishCodes<TimelineKind>(
  "TimelineEntryKind",
  "What happened to a support request.",
  TIMELINE_KINDS_SAY,
);
