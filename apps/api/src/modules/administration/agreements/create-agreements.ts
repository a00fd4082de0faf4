/** Issuing one agreement or many: each with an ID pair that is shown once, and a one-time link that needs no ID at all (R14, F9, F56, P16). */
import {
  accept,
  type CivilDate,
  decideIssue,
  type IdPair,
  type Result,
  type TextRefusalCode,
  weightOf,
} from "@accord/domain";
import type { WriteStores } from "../../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { once } from "../../../kernel/graphql/idempotency.js";
import { countMoved, newToken } from "../../identity/module.js";
import type { CreateAgreementsInput } from "./agreement-admin.inputs.js";
import { type ActivationUrl, makeActivationLink } from "./make-activation-link.js";
import { makeAgreement } from "./make-agreement.js";
import { newPair } from "./new-pair.js";

/** What was issued; pair and link are null when the command is repeated under its key. */
export interface Issued {
  readonly planId: string;
  readonly endsOn: CivilDate;
  readonly redeemBy: CivilDate | null;
  readonly pair: IdPair | null;
  readonly activation: ActivationUrl | null;
}

interface Kept {
  readonly planId: string;
  readonly endsOn: CivilDate;
  /** Null: nobody has to activate it. */
  readonly redeemBy: CivilDate | null;
}

export const createAgreements = async (
  context: RequestContext,
  input: CreateAgreementsInput,
): Promise<Result<{ readonly issued: readonly Issued[] }, TextRefusalCode | "TOKEN_LIMIT_REACHED">> => {
  const at = context.clock.now();
  const wanted = {
    startsOn: input.startsOn,
    incidents: input.incidents ?? null,
    count: input.count ?? 1,
    timeZone: input.timeZone ?? context.settings.entitlementTimeZone,
    needsActivation: input.needsActivation ?? null,
    redeemBy: input.redeemBy ?? null,
    recipientName: input.recipientName ?? null,
    recipientEmail: input.recipientEmail ?? null,
    language: input.language ?? context.language,
  };
  const decision = decideIssue(context.catalogue.programmes.get(input.programmeId) ?? null, wanted, at);
  if (!decision.ok) return decision;
  const { id: actorId } = accountOf(context);
  const { idempotencyKey, ...asked } = input;
  const drawn = Array.from({ length: decision.value.count }, () => ({ ...newPair(), token: newToken() }));
  // Not part of what the command keeps: nothing but this answer ever holds pair and link.
  const secrets = new Map<string, Pick<Issued, "pair" | "activation">>();
  const work = async (tx: WriteStores): Promise<Kept[]> => {
    const made: Kept[] = [];
    const counted = await countMoved(tx, context, drawn.length * weightOf(decision.value.incidents));
    if (!counted.ok) return tx.abort(counted);
    for (const { shown, normal, token } of drawn) {
      const one = await makeAgreement(tx, { ...decision.value, pair: normal }, { actorId, at });
      if (one === null) throw new Error("a new ID pair exists already");
      const { publicOrigin } = context.settings;
      const link = { planId: one.id, token, publicOrigin };
      const activation = input.withActivationLink ? await makeActivationLink(tx, link, { actorId, at }) : null;
      secrets.set(one.id, { pair: shown, activation });
      made.push({ planId: one.id, endsOn: one.endsOn, redeemBy: decision.value.pending?.redeemBy ?? null });
    }
    return made;
  };
  const command = {
    principalId: actorId,
    operation: "createAgreements",
    key: idempotencyKey ?? null,
    input: asked,
    at,
  };
  const kept = await context.db.transaction(
    "issue agreements",
    async (tx): Promise<Result<readonly Kept[], "TOKEN_LIMIT_REACHED">> =>
      accept(await once(tx, command, () => work(tx))),
  );
  if (!kept.ok) return kept;
  const issued = kept.value.map((one) => ({
    ...one,
    ...(secrets.get(one.planId) ?? { pair: null, activation: null }),
  }));
  return accept({ issued });
};
