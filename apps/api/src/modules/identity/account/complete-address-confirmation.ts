/** The link mailed to the account's address proves it: requests that name this address are seen from now on (G5, E9, A-10). */
import { type Account, accept, doesConfirm, type Result, refuse } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { assertNoWait, countLinkTry, type Wait } from "../../../kernel/graphql/link-tries.js";
import { addressFollower } from "../sign-in/address-follower.js";
import { tokenHash } from "../sign-in/one-time-token.js";
import { accountStore } from "../storage/account.store.js";
import { addressConfirmationStore } from "../storage/address-confirmation.store.js";
import type { ViewerType } from "../types/viewer.type.js";
import { viewerOf } from "./viewer-of.js";

type Confirmed = Result<Account, "INVITE_NOT_VALID">;

/** One answer for every link that proves nothing. @throws RequestError RATE_LIMITED */
export const completeAddressConfirmation = async (
  context: RequestContext,
  input: { readonly token: string },
): Promise<Result<{ viewer: ViewerType }>> => {
  const hash = tokenHash(input.token);
  const confirmed = assertNoWait(await context.db.transaction("confirm address", (tx) => confirm(context, tx, hash)));
  if (!confirmed.ok) return confirmed;
  return accept({ viewer: viewerOf(context, confirmed.value) });
};

const confirm = async (context: RequestContext, tx: WriteStores, hash: string | null): Promise<Confirmed | Wait> => {
  const wait = await countLinkTry(context, tx);
  if (wait !== null) return wait;
  const link = hash === null ? null : await tx.of(addressConfirmationStore).byTokenHash(hash);
  const account = await tx.of(accountStore).byId(accountOf(context).id);
  const at = context.clock.now();
  const isRight = link !== null && account !== null && doesConfirm(link, account, at);
  if (!isRight || !(await tx.of(addressConfirmationStore).use(link, at))) return refuse("INVITE_NOT_VALID", ["token"]);
  const proven = { ...account, email: link.email, isEmailProven: true, claimedEmail: null };
  await context.service(addressFollower)(tx, proven, account, at);
  const details = { confirmationId: link.id };
  await tx
    .of(auditStore)
    .append({ actorId: account.id, action: "account.confirmAddress", objectId: account.id, details, at });
  return accept(proven);
};
