/** A one-time link that registers an agreement for whoever signs in with it: given on instead of the two IDs (F56, P16). */
import { activationEndsAt, type EpochMs } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../../kernel/db/index.js";
import { activationLinkStore } from "../../agreements/module.js";
import { activationUrl, type OneTimeToken } from "../../identity/module.js";
import type { Act } from "./make-agreement.js";

/** A link as it is shown, once, to who made it. */
export interface ActivationUrl {
  readonly url: string;
  readonly expiresAt: EpochMs;
}

/** Replaces the one before. */
export const makeActivationLink = async (
  tx: WriteStores,
  {
    planId,
    token,
    publicOrigin,
  }: { readonly planId: string; readonly token: OneTimeToken; readonly publicOrigin: string },
  { actorId, at }: Act,
): Promise<ActivationUrl> => {
  const id = newId("act", at);
  const expiresAt = activationEndsAt(at);
  await tx
    .of(activationLinkStore)
    .create({ id, planId, creatorId: actorId, tokenHash: token.hash, createdAt: at, expiresAt });
  const details = { activationLinkId: id };
  await tx.of(auditStore).append({ actorId, action: "agreement.activationLink", objectId: planId, details, at });
  return { url: activationUrl(publicOrigin, token.token), expiresAt };
};
