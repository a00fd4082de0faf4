/** Saved cards, the setups they come from, and what providers call an account (F25). */

import type { EpochMs, GatewayName, PaymentMethod } from "@accord/domain";
import type { RowOf } from "../../../kernel/db/columns.js";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertRow, selectFirst, selectRows } from "../../../kernel/db/rows.js";
import { first, type SqlValue } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { cardSetupTable } from "./card-setup.table.js";
import { paymentCustomerTable } from "./payment-customer.table.js";
import { paymentMethodTable } from "./payment-method.table.js";

export type CardSetup = RowOf<typeof cardSetupTable>;

/** A card as it is kept. */
export type SavedCard = RowOf<typeof paymentMethodTable>;

export interface CardReads {
  /** Removed ones too. */
  byId(id: string): Promise<SavedCard | null>;
  /** Those that are there, the one offered first at the head, then the newest. */
  ofAccount(accountId: string, gateway: GatewayName): Promise<SavedCard[]>;
  /** What the provider calls the account; null: it does not know it. */
  customerRef(accountId: string, gateway: GatewayName): Promise<string | null>;
  setupById(id: string): Promise<CardSetup | null>;
}

export interface CardWrites extends CardReads {
  saveCustomerRef(accountId: string, gateway: GatewayName, customerRef: string): Promise<void>;
  /** Begun again under its id before a card was kept, it is what the provider calls it now. */
  createSetup(setup: CardSetup): Promise<void>;
  /** False when it was finished before. */
  finishSetup(id: string, paymentMethodId: string): Promise<boolean>;
  deleteSetupsBefore(at: EpochMs): Promise<number>;
  /** The id of the card: its own, or that of the same card saved before. */
  add(card: PaymentMethod): Promise<string>;
  remove(id: string, at: EpochMs): Promise<void>;
  /** Nobody pays with them any more; the provider is told nothing. */
  removeAll(accountId: string, at: EpochMs): Promise<void>;
  makeDefault(card: Pick<PaymentMethod, "id" | "accountId" | "gateway">, at: EpochMs): Promise<void>;
}

const NEW_SETUP = omit(cardSetupTable, ["paymentMethodId"]);
const NEW_CARD = omit(paymentMethodTable, ["removedAt", "changedAt"]);

export const createCardReads = ({ sql }: StoreContext): CardReads => {
  const read = (rest: string, params: readonly SqlValue[]): Promise<SavedCard[]> =>
    selectRows(sql, paymentMethodTable, `FROM payment_method ${rest}`, params);
  return {
    byId: async (id) => (await read("WHERE id = ?", [id]))[0] ?? null,
    ofAccount: (accountId, gateway) =>
      read("WHERE account_id = ? AND gateway = ? AND removed_at IS NULL ORDER BY is_default DESC, id DESC", [
        accountId,
        gateway,
      ]),
    customerRef: async (accountId, gateway) => {
      const text = `SELECT customer_ref AS "customerRef" FROM payment_customer WHERE account_id = ? AND gateway = ?`;
      return (await first<{ customerRef: string }>(sql, text, [accountId, gateway]))?.customerRef ?? null;
    },
    setupById: (id) => selectFirst(sql, cardSetupTable, "FROM card_setup WHERE id = ?", [id]),
  };
};

export const createCardWrites = (context: WriteContext): CardWrites => {
  const { sql } = context;
  const reads = createCardReads(context);
  return {
    ...reads,
    saveCustomerRef: async (accountId, gateway, customerRef) => {
      await insertRow(sql, paymentCustomerTable, { accountId, gateway, customerRef }, "ON CONFLICT DO NOTHING");
    },
    createSetup: async (setup) => {
      const again =
        "ON CONFLICT (id) DO UPDATE SET setup_ref = excluded.setup_ref WHERE card_setup.payment_method_id IS NULL";
      await insertRow(sql, NEW_SETUP, setup, again);
    },
    finishSetup: async (id, paymentMethodId) =>
      (await sql.run(`UPDATE card_setup SET payment_method_id = ? WHERE id = ? AND payment_method_id IS NULL`, [
        paymentMethodId,
        id,
      ])) === 1,
    deleteSetupsBefore: (at) => sql.run(`DELETE FROM card_setup WHERE created_at < ?`, [at]),
    add: async (card) => {
      const isNew = await insertRow(sql, NEW_CARD, card, "ON CONFLICT DO NOTHING");
      if (isNew === 1) return card.id;
      const known = (await reads.ofAccount(card.accountId, card.gateway)).find(
        ({ cardRef }) => cardRef === card.cardRef,
      );
      if (known === undefined) throw new Error("the card was neither new nor known");
      return known.id;
    },
    removeAll: async (accountId, at) => {
      await sql.run(
        `UPDATE payment_method SET removed_at = ?, is_default = 0, changed_at = ? WHERE account_id = ? AND removed_at IS NULL`,
        [at, at, accountId],
      );
    },
    remove: async (id, at) => {
      const text = `UPDATE payment_method SET removed_at = ?, changed_at = ?, is_default = 0 WHERE id = ? AND removed_at IS NULL`;
      await sql.run(text, [at, at, id]);
    },
    makeDefault: async ({ id, accountId, gateway }, at) => {
      await sql.run(
        `UPDATE payment_method SET is_default = 0, changed_at = ?
         WHERE account_id = ? AND gateway = ? AND is_default = 1 AND id <> ?`,
        [at, accountId, gateway, id],
      );
      await sql.run(
        `UPDATE payment_method SET is_default = 1, changed_at = ? WHERE id = ? AND removed_at IS NULL AND is_default = 0`,
        [at, id],
      );
    },
  };
};

export const cardStore: StoreKey<CardReads, CardWrites> = { reads: createCardReads, writes: createCardWrites };
