/** Submitting: judge, use one incident, write the request and everything that belongs to it, in one unit (R6, R33, R60, R68-R70, R80-R88; E1, E2, M-4). */
import {
  type Answered,
  accept,
  capabilitiesOf,
  decideAnswers,
  decideSubmission,
  decideWalk,
  type EpochMs,
  givenAnswers,
  judgeEntitlement,
  type Result,
  refuse,
  refuseAll,
  type SubmissionInput,
  type SubmittedRequest,
  type Walked,
} from "@accord/domain";
import type { WriteStores } from "../../kernel/db/index.js";
import { accountOf, assertInTime, type RequestContext } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/graphql/idempotency.js";
import { idOf } from "../../kernel/graphql/ids.js";
import type { Outcome } from "../../kernel/graphql/payload.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { planStore, type RegisteredPlan } from "../agreements/module.js";
import { walkOf } from "../help/graphql.js";
import { dialogueTreeOf, problemFormOf } from "../help/module.js";
import { type Reference, readReference } from "../references/module.js";
import { draftAttachments } from "./attachments/chosen-attachments.js";
import { type Confirmation, type StoredConfirmation, tellConfirmation } from "./confirmation.js";
import { contactDetailsOf } from "./contact-rows.js";
import { countAccepted } from "./count-accepted.js";
import type { CreateRequestInput } from "./requests.types.js";
import { type SubmissionRefusals, submissionContext, tellRefusals } from "./submission.js";
import { writeRequest } from "./write-request.js";

type Submitted = { readonly ok: true; readonly value: StoredConfirmation } | SubmissionRefusals;

/** @throws RequestError NOT_FOUND for a plan this account has not registered, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED */
export const createRequest = async (
  context: RequestContext,
  input: CreateRequestInput,
): Promise<Outcome<{ confirmation: Confirmation }>> => {
  const account = accountOf(context);
  const { idempotencyKey, ...parameters } = input;
  const reference = readReference(input, ["input"]);
  const submitted = await context.db.transaction("create request", async (tx): Promise<Submitted> => {
    const command = {
      principalId: account.id,
      operation: "createRequest",
      key: idempotencyKey,
      input: parameters,
      at: context.clock.now(),
    };
    return { ok: true, value: await once(tx, command, () => submit(context, tx, input, reference)) };
  });
  return submitted.ok
    ? accept({ confirmation: tellConfirmation(context, submitted.value) })
    : tellRefusals(context, submitted);
};

/** Ends the unit with the refusals, nothing written, or answers what the confirmation tells. */
const submit = async (
  context: RequestContext,
  tx: WriteStores,
  input: CreateRequestInput,
  reference: Reference,
): Promise<StoredConfirmation> => {
  // The unit may have waited for its turn longer than anybody waits for its answer.
  assertInTime(context);
  const account = accountOf(context);
  // The clock, not the start of the request: it may have waited for its turn while the plan ended.
  const at = context.clock.now();
  const { createRequest: because } = capabilitiesOf(account).refusedBecause;
  // What the caller lacks is told before anything is looked up.
  if (because !== null) return tx.abort({ ...refuse(because), planId: input.planId, input, at } satisfies Submitted);
  const plan = await planOf(tx, input.planId, account.id);
  const decided = decide(context, input, plan, at);
  if (!decided.ok)
    return tx.abort({ ok: false, refusals: decided.refusals, planId: plan.id, input, at } satisfies Submitted);
  const files = await draftAttachments(tx, account.id, input.draftId ?? null);
  if (!files.ok)
    return tx.abort({ ok: false, refusals: files.refusals, planId: plan.id, input, at } satisfies Submitted);
  await countAccepted(context, tx, "createRequest", account.id);
  const written = await writeRequest(context, tx, {
    ...decided.value,
    plan,
    draftId: input.draftId ?? null,
    reference,
    at,
  });
  if (written !== null) return written;
  // Somebody else took the last incident, or withdrew the plan, since it was judged: judge what is there now (E1).
  const again = decide(context, input, await planOf(tx, input.planId, account.id), at);
  if (again.ok) throw new RequestError("UNAVAILABLE");
  return tx.abort({ ok: false, refusals: again.refusals, planId: plan.id, input, at } satisfies Submitted);
};

const planOf = async (tx: WriteStores, id: string, accountId: string): Promise<RegisteredPlan> => {
  const plan = await tx.of(planStore).byIdForAccount(idOf("pln", id), accountId);
  if (plan === null) throw new RequestError("NOT_FOUND", { id });
  return plan;
};

interface Decided {
  readonly request: SubmittedRequest;
  readonly answered: Answered | null;
  readonly walked: Walked | null;
}

const decide = (
  context: RequestContext,
  input: CreateRequestInput,
  plan: RegisteredPlan,
  at: EpochMs,
): Result<Decided> => {
  const { catalogue } = context;
  const version = catalogue.versions.get(input.productVersionId);
  const judged = version === undefined ? null : judgeEntitlement(plan, catalogue.needOf(version, at));
  const request = decideSubmission({ ...submissionContext(context, version ?? null, judged), input: inputOf(input) });
  const form = version === undefined ? null : problemFormOf(catalogue, version, input.categoryId, input.problemId);
  const given = input.answers ? givenAnswers(input.answers.version, input.answers.values) : null;
  const answered = decideAnswers(form, given, ["answers"]);
  const tree = version === undefined ? null : dialogueTreeOf(catalogue, version, input.categoryId, input.problemId);
  const walked = decideWalk(tree, walkOf(input.dialogueWalk), ["dialogueWalk"]);
  return request.ok && answered.ok && walked.ok
    ? accept({ request: request.value, answered: answered.value, walked: walked.value })
    : refuseAll([request, answered, walked].flatMap((one) => (one.ok ? [] : one.refusals)));
};

const inputOf = (input: CreateRequestInput): SubmissionInput => ({
  productVersionId: input.productVersionId,
  categoryId: input.categoryId,
  problemId: input.problemId,
  title: input.title,
  description: input.description,
  planId: input.planId,
  severity: input.severity,
  support24x7: input.support24x7 ?? false,
  country: input.country ?? null,
  timeZone: input.timeZone ?? null,
  primaryContact: contactDetailsOf(input.primaryContact),
  additionalContacts: (input.additionalContacts ?? []).map(contactDetailsOf),
});
