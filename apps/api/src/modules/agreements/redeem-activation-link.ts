/** Registering an agreement by its activation link: once, for whoever signs in with it (F56, P16; A-10). */
import {
  accept,
  type CivilDate,
  decideRegistration,
  isLinkValid,
  mayRegister,
  type Result,
  refuse,
} from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../kernel/db/index.js";
import { accountOf, authorise, type RequestContext } from "../../kernel/graphql/context.js";
import { attemptUnlessDone, commandOf, type IdempotentCommand, once } from "../../kernel/graphql/idempotency.js";
import { assertNoWait, countLinkTry, type Wait } from "../../kernel/graphql/link-tries.js";
import type { Outcome, TellingRefusal } from "../../kernel/graphql/payload.js";
import { tokenHash } from "../identity/module.js";
import { beginTerm } from "./begin-term.js";
import { activationStore } from "./storage/activation.store.js";
import { activationLinkStore } from "./storage/activation-link.store.js";
import { planStore } from "./storage/plan.store.js";
import type { RegisteredPlan } from "./storage/plan-row.js";

interface Activated {
  readonly plan: RegisteredPlan;
  readonly isUsableFrom: CivilDate | null;
}

interface Registration {
  readonly planId: string;
  /** Its first day, when that is still to come. */
  readonly isUsableFrom: CivilDate | null;
}

/** A refusal may tell of the plan this account has already. */
type Attempt = Result<Registration> & {
  readonly registeredId?: string;
};

const notValid = refuse("INVITE_NOT_VALID", ["token"]);

/** One answer for every link that opens nothing. @throws RequestError RATE_LIMITED */
export const redeemActivationLink = async (
  context: RequestContext,
  input: { readonly token: string; readonly idempotencyKey?: string | null },
): Promise<Outcome<Activated>> => {
  const allowed = mayRegister(accountOf(context));
  if (!allowed.ok) return allowed;
  const hash = tokenHash(input.token);
  const command = commandOf(context, "redeemActivationLink", input);
  const answer = await attemptUnlessDone<Registration, Attempt>(
    context.db,
    command,
    async () =>
      assertNoWait(
        await context.db.transaction("activate agreement", (tx) => activate(context, tx, { hash, command })),
      ),
    { isRefusal: ({ ok }) => !ok, done: accept },
  );
  if (!answer.ok) return { ok: false, refusals: await withPlan(context, answer.refusals, answer.registeredId) };
  const plan = await planOf(context, answer.value.planId);
  return plan === null ? notValid : accept({ plan, isUsableFrom: answer.value.isUsableFrom });
};

const activate = async (
  context: RequestContext,
  tx: WriteStores,
  { hash, command }: { readonly hash: string | null; readonly command: IdempotentCommand },
): Promise<Attempt | Wait> => {
  const wait = await countLinkTry(context, tx);
  if (wait !== null) return wait;
  const link = hash === null ? null : await tx.of(activationLinkStore).byTokenHash(hash);
  const account = accountOf(context);
  const now = context.clock.now();
  if (link === null || !isLinkValid(link, now)) return notValid;
  const plan = await tx.of(planStore).byId(link.planId);
  if (plan === null || plan.revokedAt !== null) return notValid;
  const isRegisteredByThisAccount = await tx.of(planStore).isRegistered(plan.id, account.id);
  const activation = await tx.of(activationStore).ofPlan(plan.id);
  const decided = decideRegistration({ account, plan, isRegisteredByThisAccount, activation, isRevoked: false, now });
  // Who has it already leaves the link for the colleague it was meant for.
  if (!decided.ok) return isRegisteredByThisAccount ? { ...decided, registeredId: plan.id } : decided;
  const registered = await once(tx, command, async (): Promise<Registration> => {
    if (!(await tx.of(activationLinkStore).use(link.id, account.id, now))) return tx.abort(notValid);
    await beginTerm(tx, plan, { accountId: account.id, at: now });
    await tx.of(planStore).register(plan.id, account.id, now);
    const details = { activationLinkId: link.id };
    await tx
      .of(auditStore)
      .append({ actorId: account.id, action: "agreement.register", objectId: plan.id, details, at: now });
    return { planId: plan.id, isUsableFrom: decided.value.isUsableFrom };
  });
  return accept(registered);
};

const withPlan = async (
  context: RequestContext,
  refusals: readonly TellingRefusal[],
  planId: string | undefined,
): Promise<readonly TellingRefusal[]> => {
  const plan = planId === undefined ? null : await planOf(context, planId);
  if (plan === null) return refusals;
  return refusals.map((refusal) => ({ ...refusal, extras: { kind: "AgreementAlreadyRegisteredError", plan } }));
};

const planOf = async (context: RequestContext, planId: string): Promise<RegisteredPlan | null> => {
  const plan = await context.db.read.of(planStore).byIdForAccount(planId, accountOf(context).id);
  return plan === null ? null : authorise(context, plan);
};
