/** What follows a proven address in what an account can reach; those above identity know what. */
import type { Account, EpochMs } from "@accord/domain";
import type { WriteStores } from "../../../kernel/db/index.js";
import { given } from "../../../kernel/service.js";

/** `before`: the account as it was; null for a new one. Nothing happens while the address is not proven. */
export type FollowAddress = (tx: WriteStores, account: Account, before: Account | null, at: EpochMs) => Promise<void>;

export const addressFollower = given<FollowAddress>("what follows a proven address");
