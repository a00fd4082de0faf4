/** Saved cards of the demo world: test cards that the sandbox bank knows by their token (F25). */
import type { EpochMs } from "@accord/domain";
import { newId, type WriteStores } from "../kernel/db/index.js";
import { cardStore } from "../modules/purchases/module.js";
import { accountOf, type DemoSetting } from "./demo-plans.js";

export const seedCards = async (
  tx: WriteStores,
  { world, dates, accounts }: Pick<DemoSetting, "world" | "dates" | "accounts">,
  at: EpochMs,
): Promise<void> => {
  const withDefault = new Set<string>();
  for (const { owner, brand, last4, expires, token, state } of world.cards) {
    const accountId = accountOf(accounts, owner);
    const [expYear = 0, expMonth = 0] = dates.day(`${expires}-01`).split("-").map(Number);
    const isDefault = state === "valid" && !withDefault.has(accountId);
    if (isDefault) withDefault.add(accountId);
    await tx.of(cardStore).saveCustomerRef(accountId, "sandbox", `customer_${accountId}`);
    const card = { id: newId("pmt", at), accountId, gateway: "sandbox", cardRef: token, brand, last4 } as const;
    await tx.of(cardStore).add({ ...card, expMonth, expYear, isDefault, createdAt: at, removedAt: null });
  }
};
