/** The one-time profile and its later changes (R52, R54). */
import { accept, decideOwnName, decideProfile, type ProfileInput, type Result, refuseAll } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { accountStore } from "../storage/account.store.js";
import type { ViewerType } from "../types/viewer.type.js";
import { viewerOf } from "./viewer-of.js";

export const completeProfile = async (
  context: RequestContext,
  input: ProfileInput,
): Promise<Result<{ viewer: ViewerType }>> => {
  const account = accountOf(context);
  const decided = decideProfile(input, context.catalogue.all.countries);
  const name = decideOwnName(input, account);
  if (!decided.ok || !name.ok)
    return refuseAll([...(decided.ok ? [] : decided.refusals), ...(name.ok ? [] : name.refusals)]);
  const at = context.clock.now();
  await context.db.transaction("complete profile", async (tx) => {
    await tx.of(accountStore).saveProfile(account.id, decided.value, at);
    if (name.value !== null) await tx.of(accountStore).saveOwnName(account.id, name.value, at);
    await tx
      .of(auditStore)
      .append({ actorId: account.id, action: "account.profile", objectId: account.id, details: {}, at });
  });
  const own = name.value === null ? {} : { ...name.value, nameSource: "OWN" as const };
  return accept({ viewer: viewerOf(context, { ...account, ...own, profile: decided.value }) });
};
