/** An engineer enters a request for a customer: without a plan, or charged to one that the primary contact's own account registered (F52; V2, M-4). */
import {
  decideForCustomer,
  type EnteredRequest,
  type EpochMs,
  isWorker,
  judgeEntitlement,
  normaliseEmail,
  type Result,
  type SubmissionInput,
  type SupportPlan,
} from "@accord/domain";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { accountOf, assertInTime, type RequestContext } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/graphql/idempotency.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { planStore } from "../agreements/module.js";
import { accountStore } from "../identity/module.js";
import {
  contactDetailsOf,
  contactRows,
  countAccepted,
  freshRequest,
  openRequest,
  type RequestDetail,
  routeNew,
  submissionContext,
} from "../requests/module.js";
import type { CreateRequestForCustomerInput } from "./workspace.inputs.js";

interface Holder {
  readonly plan: SupportPlan;
  readonly accountId: string;
}

/** @throws RequestError FORBIDDEN, NOT_FOUND for a plan the customer has not registered, IDEMPOTENCY_KEY_REUSED, RATE_LIMITED */
export const createRequestForCustomer = async (
  context: RequestContext,
  input: CreateRequestForCustomerInput,
): Promise<Result<{ request: RequestDetail | null }>> => {
  const account = accountOf(context);
  if (!isWorker(account)) throw new RequestError("FORBIDDEN");
  const { idempotencyKey, ...parameters } = input;
  const entered = await context.db.transaction("create request for customer", async (tx): Promise<Result<string>> => {
    const at = context.clock.now();
    const key = idempotencyKey ?? null;
    const command = { principalId: account.id, operation: "createRequestForCustomer", key, input: parameters, at };
    return { ok: true, value: await once(tx, command, () => enter(context, tx, input, at)) };
  });
  return entered.ok ? { ok: true, value: { request: await freshRequest(context, entered.value) } } : entered;
};

/** The id of the request. */
const enter = async (
  context: RequestContext,
  tx: WriteStores,
  input: CreateRequestForCustomerInput,
  at: EpochMs,
): Promise<string> => {
  assertInTime(context);
  const account = accountOf(context);
  const holder = await holderOf(tx, input);
  const decided = decide(context, input, holder, at);
  if (!decided.ok) return tx.abort(decided);
  await countAccepted(context, tx, "createRequest", account.id);
  const { primaryContact, additionalContacts, isSubmitterContact: _is, zoneCheck: _zone, ...fields } = decided.value;
  const id = newId("req", at);
  const language = await languageOf(tx, holder?.accountId ?? null, context);
  const routed = routeNew(context, { ...fields, id }, language, at);
  const contacts = contactRows({
    requestId: id,
    account,
    primary: primaryContact,
    additional: additionalContacts,
    isBoundAlready: true,
    at,
  });
  const entry = {
    id,
    request: { ...fields, engineerId: account.id },
    contacts,
    holderId: holder?.accountId ?? null,
    isFromSupport: true,
    at,
  };
  const written = await openRequest(context, tx, { ...entry, ...routed });
  if (written !== null) return id;
  // Somebody else took the last incident, or the plan was withdrawn, since it was judged: judge what is there now (E1).
  const again = decide(context, input, await holderOf(tx, input), at);
  if (again.ok) throw new RequestError("UNAVAILABLE");
  return tx.abort(again);
};

/** Only an account that has proven the primary contact's address stands for the customer. @throws RequestError NOT_FOUND */
const holderOf = async (tx: WriteStores, input: CreateRequestForCustomerInput): Promise<Holder | null> => {
  if (input.planId === null || input.planId === undefined) return null;
  const planId = idOf("pln", input.planId);
  const email = normaliseEmail(input.primaryContact.email);
  const accounts = email === null ? [] : await tx.of(accountStore).list({ email });
  for (const { id, isEmailProven } of accounts) {
    const plan = isEmailProven ? await tx.of(planStore).byIdForAccount(planId, id) : null;
    if (plan !== null) return { plan, accountId: id };
  }
  throw new RequestError("NOT_FOUND", { id: planId });
};

const languageOf = async (tx: WriteStores, accountId: string | null, context: RequestContext): Promise<string> => {
  const customer = accountId === null ? null : await tx.of(accountStore).byId(accountId);
  return customer?.profile?.language ?? context.language;
};

const decide = (
  context: RequestContext,
  input: CreateRequestForCustomerInput,
  holder: Holder | null,
  at: EpochMs,
): Result<EnteredRequest> => {
  const version = context.catalogue.versions.get(input.productVersionId);
  const need = version === undefined ? null : context.catalogue.needOf(version, at);
  const judged = holder === null || need === null ? null : judgeEntitlement(holder.plan, need);
  return decideForCustomer({ ...submissionContext(context, version ?? null, judged), input: inputOf(input) });
};

const inputOf = (input: CreateRequestForCustomerInput): SubmissionInput => ({
  productVersionId: input.productVersionId,
  categoryId: input.categoryId,
  problemId: input.problemId,
  title: input.title,
  description: input.description,
  planId: input.planId ?? null,
  severity: input.severity,
  support24x7: input.support24x7 ?? false,
  country: input.country ?? null,
  timeZone: input.timeZone ?? null,
  primaryContact: { ...contactDetailsOf(input.primaryContact), isSelf: false },
  additionalContacts: (input.additionalContacts ?? []).map((one) => ({ ...contactDetailsOf(one), isSelf: false })),
});
