/** The one-time profile and its later changes (R52, R54). */
import { accept, decideProfile, type ProfileInput, type Result } from "@accord/domain";
import { accountOf, type RequestContext } from "../../context.js";
import type { ViewerType } from "../../types/viewer.type.js";
import { viewerOf } from "./viewer-of.js";

export const completeProfile = async (
  context: RequestContext,
  input: ProfileInput,
): Promise<Result<{ viewer: ViewerType }>> => {
  const account = accountOf(context);
  const decided = decideProfile(input, context.catalogue.all.countries);
  if (!decided.ok) return decided;
  const at = context.clock.now();
  await context.db.run("complete profile", async (tx) => {
    await tx.accounts.saveProfile(account.id, decided.value, at);
    await tx.audit.append({ actorId: account.id, action: "account.profile", objectId: account.id, details: {}, at });
  });
  return accept({ viewer: viewerOf(context, { ...account, profile: decided.value }) });
};
