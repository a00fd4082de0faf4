/** Saved cards, the setups they come from, and what providers call an account (F25). */
import type { EpochMs, GatewayName, PaymentMethod } from "@accord/domain";
import { type Columns, first, placeholders, type SqlValue, select } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

export interface CardSetup {
  /** `cst_…` */
  readonly id: string;
  readonly accountId: string;
  readonly gateway: GatewayName;
  readonly setupRef: string;
  /** The card it led to. */
  readonly paymentMethodId: string | null;
  readonly createdAt: EpochMs;
}

export interface CardReads {
  /** Removed ones too. */
  byId(id: string): Promise<PaymentMethod | null>;
  /** Those that are there, the one offered first at the head, then the newest. */
  ofAccount(accountId: string, gateway: GatewayName): Promise<PaymentMethod[]>;
  /** What the provider calls the account; null: it does not know it. */
  customerRef(accountId: string, gateway: GatewayName): Promise<string | null>;
  setupById(id: string): Promise<CardSetup | null>;
}

export interface CardWrites extends CardReads {
  saveCustomerRef(accountId: string, gateway: GatewayName, customerRef: string): Promise<void>;
  createSetup(setup: CardSetup): Promise<void>;
  /** False when it was finished before. */
  finishSetup(id: string, paymentMethodId: string): Promise<boolean>;
  deleteSetupsBefore(at: EpochMs): Promise<number>;
  /** The id of the card: its own, or that of the same card saved before. */
  add(card: PaymentMethod): Promise<string>;
  remove(id: string, at: EpochMs): Promise<void>;
  makeDefault(card: Pick<PaymentMethod, "id" | "accountId" | "gateway">): Promise<void>;
}

type CardRow = Omit<PaymentMethod, "isDefault"> & { readonly isDefault: number };

const CARD: Columns<CardRow> = {
  id: "id",
  accountId: "account_id",
  gateway: "gateway",
  cardRef: "card_ref",
  brand: "brand",
  last4: "last4",
  expMonth: "exp_month",
  expYear: "exp_year",
  isDefault: "is_default",
  createdAt: "created_at",
  removedAt: "removed_at",
};
const SETUP: Columns<CardSetup> = {
  id: "id",
  accountId: "account_id",
  gateway: "gateway",
  setupRef: "setup_ref",
  paymentMethodId: "payment_method_id",
  createdAt: "created_at",
};

export const createCardReads = ({ sql }: StoreContext): CardReads => {
  const read = async (rest: string, params: readonly SqlValue[]): Promise<PaymentMethod[]> =>
    (await select(sql, CARD, `FROM payment_method ${rest}`, params)).map((row) => ({
      ...row,
      isDefault: row.isDefault === 1,
    }));
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
    setupById: async (id) => (await select(sql, SETUP, "FROM card_setup WHERE id = ?", [id]))[0] ?? null,
  };
};

export const createCardWrites = (context: WriteContext): CardWrites => {
  const { sql } = context;
  const reads = createCardReads(context);
  return {
    ...reads,
    saveCustomerRef: async (accountId, gateway, customerRef) => {
      await sql.run(
        `INSERT INTO payment_customer (account_id, gateway, customer_ref) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
        [accountId, gateway, customerRef],
      );
    },
    createSetup: async (setup) => {
      await sql.run(
        `INSERT INTO card_setup (id, account_id, gateway, setup_ref, created_at) VALUES ${placeholders(1, 5)}`,
        [setup.id, setup.accountId, setup.gateway, setup.setupRef, setup.createdAt],
      );
    },
    finishSetup: async (id, paymentMethodId) =>
      (await sql.run(`UPDATE card_setup SET payment_method_id = ? WHERE id = ? AND payment_method_id IS NULL`, [
        paymentMethodId,
        id,
      ])) === 1,
    deleteSetupsBefore: (at) => sql.run(`DELETE FROM card_setup WHERE created_at < ?`, [at]),
    add: async (card) => {
      const isNew = await sql.run(
        `INSERT INTO payment_method (id, account_id, gateway, card_ref, brand, last4, exp_month, exp_year, is_default, created_at)
         VALUES ${placeholders(1, 10)} ON CONFLICT DO NOTHING`,
        [
          card.id,
          card.accountId,
          card.gateway,
          card.cardRef,
          card.brand,
          card.last4,
          card.expMonth,
          card.expYear,
          card.isDefault ? 1 : 0,
          card.createdAt,
        ],
      );
      if (isNew === 1) return card.id;
      const known = (await reads.ofAccount(card.accountId, card.gateway)).find(
        ({ cardRef }) => cardRef === card.cardRef,
      );
      if (known === undefined) throw new Error("the card was neither new nor known");
      return known.id;
    },
    remove: async (id, at) => {
      await sql.run(`UPDATE payment_method SET removed_at = ?, is_default = 0 WHERE id = ? AND removed_at IS NULL`, [
        at,
        id,
      ]);
    },
    makeDefault: async ({ id, accountId, gateway }) => {
      await sql.run(
        `UPDATE payment_method SET is_default = 0 WHERE account_id = ? AND gateway = ? AND is_default = 1`,
        [accountId, gateway],
      );
      await sql.run(`UPDATE payment_method SET is_default = 1 WHERE id = ? AND removed_at IS NULL`, [id]);
    },
  };
};

export const cardStore: StoreKey<CardReads, CardWrites> = { reads: createCardReads, writes: createCardWrites };
