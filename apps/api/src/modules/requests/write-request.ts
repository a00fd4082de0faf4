/** The rows of a new request: incident, request, contacts, timeline, audit, one confirmation mail to the primary contact (R80-R88; V2, V4). */
import {
  type Answered,
  type EpochMs,
  firstResponseDeadline,
  joinName,
  type RequestContact,
  type SubmittedRequest,
  type SupportPlan,
  type SupportRequest,
  type Walked,
} from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { isIdOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { CONFIRMATION_KIND, confirmationKey, outboxStore } from "../../kernel/jobs/outbox.store.js";
import { type Consumed, planStore } from "../agreements/module.js";
import { draftStore } from "../drafts/module.js";
import { attachmentStore } from "../files/module.js";
import { requestAnswers, requestWalks } from "../help/module.js";
import type { StoredConfirmation } from "./confirmation.js";
import { contactRows } from "./contact-rows.js";
import { requestNumbers } from "./draw-number.js";
import { routeNew } from "./route-new.js";
import { requestStore } from "./storage/request-writes.js";

export interface NewRequest {
  readonly request: SubmittedRequest;
  /** Null: nothing was asked. */
  readonly answered: Answered | null;
  /** Null: nothing was said to the virtual agent. */
  readonly walked: Walked | null;
  /** The plan it is charged to. */
  readonly plan: SupportPlan;
  readonly draftId: string | null;
  readonly at: EpochMs;
}

/** So many numbers in a row that are taken are no accident. */
const MOST_DRAWS = 8;

/** Null when the incident could not be used: nothing else is written then. */
export const writeRequest = async (
  context: RequestContext,
  tx: WriteStores,
  { request: submitted, answered, walked, plan, draftId, at }: NewRequest,
): Promise<StoredConfirmation | null> => {
  const account = accountOf(context);
  const drawn = rowOf(context, submitted, at);
  const { id: requestId } = drawn;
  const consumed = await tx.of(planStore).consume({
    planId: submitted.planId,
    accountId: account.id,
    requestId,
    actorId: account.id,
    now: at,
  });
  if (consumed === null) return null;
  const contacts = contactRows({
    requestId,
    account,
    primary: submitted.primaryContact,
    additional: submitted.additionalContacts,
    isBoundAlready: false,
    at,
  });
  const submission = {
    id: newId("evt", at),
    requestId,
    kind: "SUBMITTED",
    actorId: account.id,
    isFromSupport: false,
    isInternal: false,
    text: null,
    status: "NEW",
    at,
  } as const;
  const { teamId, entries } = routeNew(context, drawn, account.profile?.language ?? context.language, at);
  const request = await numbered(drawn, (row) =>
    tx
      .of(requestStore)
      .create({ ...row, teamId, packSetId: context.catalogue.all.packSetId }, contacts, [submission, ...entries]),
  );
  if (answered !== null) tx.of(requestAnswers).keep(requestId, answered);
  if (walked !== null) tx.of(requestWalks).keep(requestId, walked);
  confirmByMail(tx, requestId, contacts, at);
  // A hint: a draft that is gone meanwhile stands in nobody's way, and what is no id never reaches the database.
  if (draftId !== null && isIdOf("drf", draftId)) {
    // What was put with the draft was sent with the submission (R7).
    await tx.of(attachmentStore).takeOver(draftId, account.id, requestId, submission.id);
    await tx.of(draftStore).delete(draftId, account.id);
  }
  await tx.of(auditStore).append({
    actorId: account.id,
    action: "request.create",
    objectId: requestId,
    details: { planId: submitted.planId },
    at,
  });
  return confirmationOf(request, submitted, plan, consumed);
};

/** The request under the first number that is free. @throws RequestError UNAVAILABLE */
export const numbered = async (
  drawn: SupportRequest,
  create: (request: SupportRequest) => Promise<boolean>,
): Promise<SupportRequest> => {
  for (let draw = 1, request = drawn; draw <= MOST_DRAWS; draw += 1) {
    if (await create(request)) return request;
    request = { ...request, number: requestNumbers.draw(request.createdAt) };
  }
  throw new RequestError("UNAVAILABLE");
};

const rowOf = (context: RequestContext, submitted: SubmittedRequest, at: EpochMs): SupportRequest => {
  const country = context.catalogue.countries.get(submitted.country);
  if (country === undefined) throw new Error("a submission was accepted for an unknown country");
  const {
    primaryContact: _primary,
    additionalContacts: _additional,
    isSubmitterContact: _isContact,
    zoneCheck: _zone,
    ...fields
  } = submitted;
  return {
    ...fields,
    id: newId("req", at),
    number: requestNumbers.draw(at),
    status: "NEW",
    closedReason: null,
    submitterId: accountOf(context).id,
    engineerId: null,
    createdAt: at,
    consumedAt: at,
    updatedAt: at,
    closedAt: null,
    ...firstResponseDeadline({
      ...submitted,
      country,
      region: context.catalogue.regionOf(country),
      createdAt: at,
    }),
    lastCommunicationAt: null,
  };
};

/** Exactly one message, to the primary contact alone (R87); it holds ids, the text is made when it is sent. */
export const confirmByMail = (
  tx: WriteStores,
  requestId: string,
  contacts: readonly RequestContact[],
  at: EpochMs,
): void => {
  const primary = contacts.find((contact) => contact.role === "PRIMARY");
  if (primary === undefined) throw new Error("a request without a primary contact");
  tx.of(outboxStore).post({
    dedupeKey: confirmationKey(requestId),
    kind: CONFIRMATION_KIND,
    payload: { requestId, contactId: primary.id },
    at,
  });
};

const confirmationOf = (
  request: SupportRequest,
  submitted: SubmittedRequest,
  plan: SupportPlan,
  { incidentsRemaining }: Consumed,
): StoredConfirmation => {
  const { primaryContact } = submitted;
  return {
    requestId: request.id,
    number: request.number,
    title: request.title,
    severity: request.severity,
    productVersionId: request.productVersionId,
    firstResponseDueAt: request.firstResponseDueAt,
    primaryContactName: joinName(primaryContact),
    primaryContactEmail: primaryContact.email,
    additionalContactCount: submitted.additionalContacts.length,
    programmeId: plan.programme.id,
    incidentsRemaining,
    isSubmitterContact: submitted.isSubmitterContact,
  };
};
