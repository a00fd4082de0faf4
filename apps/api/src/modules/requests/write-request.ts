/** What the flow writes: the request, what was answered and said before it, and the files of its draft (R7, R80-R88). */
import {
  type Answered,
  type EpochMs,
  joinName,
  type SubmittedRequest,
  type SupportPlan,
  type SupportRequest,
  type Walked,
} from "@accord/domain";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { isIdOf } from "../../kernel/graphql/ids.js";
import type { Consumed } from "../agreements/module.js";
import { draftStore } from "../drafts/module.js";
import { attachmentStore } from "../files/module.js";
import { requestAnswers, requestWalks } from "../help/module.js";
import { type Reference, referenceStore } from "../references/module.js";
import type { StoredConfirmation } from "./confirmation.js";
import { contactRows } from "./contact-rows.js";
import { openRequest } from "./open-request.js";
import { routeNew } from "./route-new.js";

export interface SubmittedAnswers {
  readonly request: SubmittedRequest;
  /** Null: nothing was asked. */
  readonly answered: Answered | null;
  /** Null: nothing was said to the virtual agent. */
  readonly walked: Walked | null;
  /** The plan it is charged to. */
  readonly plan: SupportPlan;
  readonly draftId: string | null;
  readonly reference: Reference;
  readonly at: EpochMs;
}

/** Null when the incident could not be used: nothing is written then. */
export const writeRequest = async (
  context: RequestContext,
  tx: WriteStores,
  { request: submitted, answered, walked, plan, draftId, reference, at }: SubmittedAnswers,
): Promise<StoredConfirmation | null> => {
  const account = accountOf(context);
  const {
    primaryContact: primary,
    additionalContacts: additional,
    isSubmitterContact: _is,
    zoneCheck: _zone,
    ...fields
  } = submitted;
  const id = newId("req", at);
  const opened = await openRequest(context, tx, {
    id,
    request: { ...fields, engineerId: null },
    ...routeNew(context, { ...fields, id }, account.profile?.language ?? context.language, at),
    isFromSupport: false,
    contacts: contactRows({ requestId: id, account, primary, additional, isBoundAlready: false, at }),
    holderId: account.id,
    at,
  });
  if (opened === null || opened.consumed === null) return null;
  await tx.of(referenceStore).keep(account.id, id, reference, at);
  if (answered !== null) tx.of(requestAnswers).keep(id, answered);
  if (walked !== null) tx.of(requestWalks).keep(id, walked);
  // A hint: a draft that is gone meanwhile stands in nobody's way, and what is no id never reaches the database.
  if (draftId !== null && isIdOf("drf", draftId)) {
    // What was put with the draft was sent with the submission (R7).
    await tx.of(attachmentStore).takeOver(draftId, account.id, id, opened.submissionId);
    await tx.of(draftStore).delete(draftId, account.id);
  }
  return confirmationOf(opened.request, submitted, plan, opened.consumed);
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
