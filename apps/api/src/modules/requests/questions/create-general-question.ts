/** A question about no product becomes a request without a plan: no incident, no line of a ledger (R99, S7; M-4). */
import { decideGeneralQuestion, type Result } from "@accord/domain";
import { newId, type WriteStores } from "../../../kernel/db/index.js";
import { accountOf, assertInTime, type RequestContext } from "../../../kernel/graphql/context.js";
import { once } from "../../../kernel/graphql/idempotency.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { contactRows } from "../contact-rows.js";
import { countAccepted } from "../count-accepted.js";
import { openRequest } from "../open-request.js";
import { routeNew } from "../route-new.js";
import type { RequestDetail } from "../storage/request.store.js";
import { freshRequest } from "../visible-request.js";
import type { CreateGeneralQuestionInput } from "./questions.types.js";

/** @throws RequestError IDEMPOTENCY_KEY_REUSED, RATE_LIMITED */
export const createGeneralQuestion = async (
  context: RequestContext,
  input: CreateGeneralQuestionInput,
): Promise<Result<{ request: RequestDetail | null }>> => {
  const { idempotencyKey: key, ...parameters } = input;
  const principalId = accountOf(context).id;
  const asked = await context.db.transaction("ask general question", async (tx): Promise<Result<string>> => {
    const at = context.clock.now();
    const command = { principalId, operation: "createGeneralQuestion", key, input: parameters, at };
    return { ok: true, value: await once(tx, command, () => ask(context, tx, input)) };
  });
  return asked.ok ? { ok: true, value: { request: await freshRequest(context, asked.value) } } : asked;
};

/** The id of the request. */
const ask = async (context: RequestContext, tx: WriteStores, input: CreateGeneralQuestionInput): Promise<string> => {
  // The unit may have waited for its turn longer than anybody waits for its answer.
  assertInTime(context);
  const account = accountOf(context);
  const at = context.clock.now();
  const topic = context.catalogue.questions.get(input.topicId) ?? null;
  const decided = decideGeneralQuestion({ account, topic, input });
  if (!decided.ok) return tx.abort(decided);
  await countAccepted(context, tx, "createRequest", account.id);
  const { primaryContact: primary, additionalContacts: additional, ...fields } = decided.value;
  const id = newId("req", at);
  const written = await openRequest(context, tx, {
    id,
    request: { ...fields, engineerId: null },
    ...routeNew(context, { ...fields, id }, account.profile?.language ?? context.language, at),
    isFromSupport: false,
    contacts: contactRows({ requestId: id, account, primary, additional, isBoundAlready: false, at }),
    holderId: null,
    at,
  });
  if (written === null) throw new RequestError("UNAVAILABLE");
  return id;
};
