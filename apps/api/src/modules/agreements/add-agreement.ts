/** Registering an agreement by its ID pair (R14-R17, R22, R67, R71, E12-E14; ). */
import {
  type Account,
  accept,
  type CivilDate,
  decideRegistration,
  type EpochMs,
  type IdPair,
  type MetadataEntry,
  mayRegister,
  normaliseIdPair,
  refuse,
} from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../kernel/db/index.js";
import { accountOf, authorise, type RequestContext } from "../../kernel/graphql/context.js";
import { attemptUnlessDone, once } from "../../kernel/graphql/idempotency.js";
import type { Outcome, TellingRefusal } from "../../kernel/graphql/payload.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { type Reference, readReference, referenceStore } from "../references/module.js";
import { beginTerm } from "./begin-term.js";
import { countAttempt, untilWallOpens } from "./count-attempt.js";
import { activationStore } from "./storage/activation.store.js";
import { planStore } from "./storage/plan.store.js";
import type { RegisteredPlan } from "./storage/plan-row.js";

export interface AddAgreementCommand extends IdPair {
  readonly idempotencyKey?: string | null;
  readonly externalReference?: string | null;
  readonly metadata?: readonly MetadataEntry[] | null;
}

interface Added {
  readonly plan: RegisteredPlan;
  readonly isUsableFrom: CivilDate | null;
}

type Registered = { readonly planId: string; readonly isUsableFrom: CivilDate | null };
type Attempt =
  | { readonly kind: "LIMITED"; readonly retryAfterMs: number }
  | { readonly kind: "REFUSED"; readonly refusals: readonly TellingRefusal[]; readonly planId: string | null }
  | { readonly kind: "DONE"; readonly value: Registered };

/** Looked up in place of IDs that cannot be any: every wrong pair takes the same path. */
const NO_PAIR: IdPair = { accessId: "0", agreementId: "0" };

/** @throws RequestError RATE_LIMITED past the limit of wrong pairs, for right and wrong pairs alike */
export const addAgreement = async (context: RequestContext, input: AddAgreementCommand): Promise<Outcome<Added>> => {
  const account = accountOf(context);
  const allowed = mayRegister(account);
  if (!allowed.ok) return allowed;
  const pair = normaliseIdPair(input.accessId, input.agreementId) ?? NO_PAIR;
  const reference = readReference(input, ["input"]);
  const { externalReference, metadata } = input;
  const command = {
    principalId: account.id,
    operation: "addAgreement",
    key: input.idempotencyKey ?? null,
    input: { ...pair, externalReference, metadata },
    at: context.clock.now(),
  };
  const attempt = await attemptUnlessDone<Registered, Attempt>(
    context.db,
    command,
    () => tryPair(context, account, pair, command.at),
    { isRefusal: ({ kind }) => kind === "REFUSED", done: (value) => ({ kind: "DONE", value }) },
  );
  if (attempt.kind === "LIMITED") throw new RequestError("RATE_LIMITED", { retryAfterMs: attempt.retryAfterMs });
  if (attempt.kind === "REFUSED") return { ok: false, refusals: await withPlan(context, account, attempt) };
  const done = await context.db.transaction("register agreement", (tx) =>
    once(tx, command, async () => (await register(tx, account, { pair, reference }, command.at)) ?? tx.abort(null)),
  );
  if (done === null) return refuse("AGREEMENT_NOT_ACCEPTED");
  const plan = await planOf(context, account, done.planId);
  return plan === null ? refuse("AGREEMENT_NOT_ACCEPTED") : accept({ plan, isUsableFrom: done.isUsableFrom });
};

const tryPair = async (context: RequestContext, account: Account, pair: IdPair, now: EpochMs): Promise<Attempt> => {
  const retryAfterMs = await untilWallOpens(context, account.id);
  if (retryAfterMs > 0) return { kind: "LIMITED", retryAfterMs };
  return context.db.transaction("judge ID pair", (tx) => judgePair(context, tx, account, { pair, now }));
};

/** Counts a try first and keeps the count only when the pair is wrong; a try past the limit is not evaluated at all. */
const judgePair = async (
  context: RequestContext,
  tx: WriteStores,
  account: Account,
  { pair, now }: { readonly pair: IdPair; readonly now: EpochMs },
): Promise<Attempt> => {
  const limited = await countAttempt(context, tx, account.id);
  // Kept: a turn may have been given.
  if (limited !== null) return { kind: "LIMITED", retryAfterMs: limited };
  const plan = await tx.of(planStore).byPair(pair);
  const decision = decideRegistration({
    account,
    plan,
    now,
    activation: plan === null ? null : await tx.of(activationStore).ofPlan(plan.id),
    isRevoked: plan !== null && plan.revokedAt !== null,
    isRegisteredByThisAccount: plan !== null && (await tx.of(planStore).isRegistered(plan.id, account.id)),
  });
  const attempt: Attempt = decision.ok
    ? { kind: "DONE", value: { planId: decision.value.plan.id, isUsableFrom: decision.value.isUsableFrom } }
    : { kind: "REFUSED", refusals: decision.refusals, planId: plan?.id ?? null };
  const isWrong = !decision.ok && decision.refusals.some((refusal) => refusal.code === "AGREEMENT_NOT_ACCEPTED");
  return isWrong ? attempt : tx.abort(attempt);
};

/** Null where it was withdrawn, or got other IDs, since it was judged. */
const register = async (
  tx: WriteStores,
  account: Account,
  { pair, reference }: { readonly pair: IdPair; readonly reference: Reference },
  at: EpochMs,
): Promise<Registered | null> => {
  const issued = await tx.of(planStore).byPair(pair);
  if (issued === null || issued.revokedAt !== null) return null;
  const plan = await beginTerm(tx, issued, { accountId: account.id, at });
  if (await tx.of(planStore).register(plan.id, account.id, at)) {
    await tx.of(referenceStore).keep(account.id, plan.id, reference, at);
    await tx
      .of(auditStore)
      .append({ actorId: account.id, action: "agreement.register", objectId: plan.id, details: {}, at });
  }
  return { planId: plan.id, isUsableFrom: at < plan.startsAt ? plan.startsOn : null };
};

/** "Already registered" tells which plan, so that a page can show why it cannot be used (R67). */
const withPlan = async (
  context: RequestContext,
  account: Account,
  { refusals, planId }: { readonly refusals: readonly TellingRefusal[]; readonly planId: string | null },
): Promise<readonly TellingRefusal[]> => {
  if (planId === null || !refusals.some((refusal) => refusal.code === "AGREEMENT_ALREADY_REGISTERED")) return refusals;
  const plan = await planOf(context, account, planId);
  return plan === null
    ? refusals
    : refusals.map((refusal) => ({ ...refusal, extras: { kind: "AgreementAlreadyRegisteredError", plan } }));
};

const planOf = async (context: RequestContext, account: Account, planId: string): Promise<RegisteredPlan | null> => {
  const plan = await context.db.read.of(planStore).byIdForAccount(planId, account.id);
  return plan === null ? null : authorise(context, plan);
};
