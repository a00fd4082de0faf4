/** Purchases of incidents and the news of payment providers; the rules are the domain's. */
import type { EpochMs, Purchase } from "@accord/domain";
import { type Page, type PageRequest, pageOf } from "../../../kernel/db/page.js";
import { type Columns, first, placeholders, type SqlValue, select } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

export interface PurchaseReads {
  byId(id: string): Promise<Purchase | null>;
  /** Newest first. */
  ofAccount(accountId: string, page: PageRequest): Promise<Page<Purchase>>;
  countOfAccount(accountId: string): Promise<number>;
  /** Those whose provider is to be asked by now, longest waiting first. */
  due(now: EpochMs, limit: number): Promise<Purchase[]>;
  /** Incidents this account's acts consumed since then and that were not given back. */
  usedSince(accountId: string, since: EpochMs): Promise<number>;
}

/** What changes in the life of a purchase. */
export type PurchaseChanges = Partial<
  Pick<
    Purchase,
    | "state"
    | "declineCode"
    | "providerRef"
    | "challengeUrl"
    | "planId"
    | "receiptNumber"
    | "receiptAt"
    | "nextCheckAt"
    | "refundAskedAt"
    | "refundedBy"
    | "refundReason"
  >
>;

export interface PurchaseWrites extends PurchaseReads {
  create(purchase: Purchase): Promise<void>;
  /** Held until the unit ends: whoever else changes it waits. */
  byIdForChange(id: string): Promise<Purchase | null>;
  update(id: string, changes: PurchaseChanges, at: EpochMs): Promise<void>;
  /** The next number of the year; none is missing, since a unit that fails gives it back. */
  nextReceiptCount(year: number): Promise<number>;
  /** False when this delivery had its effect before. */
  noteDelivery(id: string, at: EpochMs): Promise<boolean>;
  deleteDeliveriesBefore(at: EpochMs): Promise<number>;
}

type PurchaseSqlRow = Omit<Purchase, "billing"> & {
  readonly billingName: string;
  readonly billingAddress: string | null;
  readonly taxNumber: string | null;
};

const PURCHASE: Columns<PurchaseSqlRow> = {
  id: "id",
  accountId: "account_id",
  gateway: "gateway",
  offerId: "offer_id",
  programmeId: "programme_id",
  packSize: "pack_size",
  amountMinor: "amount_minor",
  currency: "currency",
  exponent: "exponent",
  taxKind: "tax_kind",
  taxBasisPoints: "tax_basis_points",
  taxMinor: "tax_minor",
  state: "state",
  declineCode: "decline_code",
  providerRef: "provider_ref",
  challengeUrl: "challenge_url",
  paymentMethodId: "payment_method_id",
  planId: "plan_id",
  draftId: "draft_id",
  consentVersion: "consent_version",
  consentAt: "consent_at",
  billingName: "billing_name",
  billingAddress: "billing_address",
  taxNumber: "tax_number",
  receiptNumber: "receipt_number",
  receiptAt: "receipt_at",
  country: "country",
  createdAt: "created_at",
  updatedAt: "updated_at",
  nextCheckAt: "next_check_at",
  refundAskedAt: "refund_asked_at",
  refundedBy: "refunded_by",
  refundReason: "refund_reason",
};
const COLUMNS = Object.values(PURCHASE);

const toPurchase = ({ billingName, billingAddress, taxNumber, ...row }: PurchaseSqlRow): Purchase => ({
  ...row,
  billing: { name: billingName, address: billingAddress, taxNumber },
});

const toRow = ({ billing, ...purchase }: Purchase): PurchaseSqlRow => ({
  ...purchase,
  billingName: billing.name,
  billingAddress: billing.address,
  taxNumber: billing.taxNumber,
});

const USED = `SELECT count(*) AS used FROM entitlement_ledger l WHERE l.actor_id = ? AND l.kind = 'CONSUME' AND l.at >= ?
  AND NOT EXISTS (SELECT 1 FROM entitlement_ledger b WHERE b.request_id = l.request_id AND b.kind = 'REFUND')`;

export const createPurchaseReads = ({ sql }: StoreContext): PurchaseReads => {
  const read = async (rest: string, params: readonly SqlValue[]): Promise<Purchase[]> =>
    (await select(sql, PURCHASE, `FROM purchase ${rest}`, params)).map(toPurchase);
  return {
    byId: async (id) => (await read("WHERE id = ?", [id]))[0] ?? null,
    ofAccount: async (accountId, { first: size, after }) =>
      pageOf(
        await read("WHERE account_id = ? AND id < ? ORDER BY id DESC LIMIT ?", [accountId, after ?? "~", size + 1]),
        size,
      ),
    countOfAccount: async (accountId) => {
      const text = `SELECT count(*) AS found FROM purchase WHERE account_id = ?`;
      return (await first<{ found: number }>(sql, text, [accountId]))?.found ?? 0;
    },
    due: (now, limit) =>
      read("WHERE next_check_at IS NOT NULL AND next_check_at <= ? ORDER BY next_check_at LIMIT ?", [now, limit]),
    usedSince: async (accountId, since) =>
      Number((await first<{ used: number }>(sql, USED, [accountId, since]))?.used ?? 0),
  };
};

export const createPurchaseWrites = (context: WriteContext): PurchaseWrites => {
  const { sql } = context;
  return {
    ...createPurchaseReads(context),
    create: async (purchase) => {
      const row = toRow(purchase);
      const values = Object.keys(PURCHASE).map((name) => row[name as keyof PurchaseSqlRow]);
      await sql.run(
        `INSERT INTO purchase (${COLUMNS.join(", ")}) VALUES ${placeholders(1, COLUMNS.length)}`,
        values as SqlValue[],
      );
    },
    byIdForChange: async (id) => {
      const held = sql.dialect === "sqlite" ? "" : " FOR UPDATE";
      const [row] = await select(sql, PURCHASE, `FROM purchase WHERE id = ?${held}`, [id]);
      return row === undefined ? null : toPurchase(row);
    },
    update: async (id, changes, at) => {
      const named = Object.entries(changes) as [keyof PurchaseChanges, SqlValue][];
      const sets = [...named.map(([name]) => `${PURCHASE[name]} = ?`), "updated_at = ?"].join(", ");
      await sql.run(`UPDATE purchase SET ${sets} WHERE id = ?`, [...named.map(([, value]) => value), at, id]);
    },
    nextReceiptCount: async (year) => {
      const text = `INSERT INTO receipt_count (year, last) VALUES (?, 1)
        ON CONFLICT (year) DO UPDATE SET last = receipt_count.last + 1 RETURNING last`;
      const counted = await first<{ last: number }>(sql, text, [year]);
      if (counted === null) throw new Error("no receipt number was counted");
      return counted.last;
    },
    noteDelivery: async (id, at) =>
      (await sql.run(`INSERT INTO webhook_event (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING`, [id, at])) === 1,
    deleteDeliveriesBefore: (at) => sql.run(`DELETE FROM webhook_event WHERE at < ?`, [at]),
  };
};

export const purchaseStore: StoreKey<PurchaseReads, PurchaseWrites> = {
  reads: createPurchaseReads,
  writes: createPurchaseWrites,
};
