/** Purchases of incidents and the news of payment providers; the rules are the domain's. */

import type { EpochMs, Purchase } from "@accord/domain";
import type { RowOf } from "../../../kernel/db/columns.js";
import { type Page, type PageRequest, pageOf, walkBy } from "../../../kernel/db/page.js";
import { pick } from "../../../kernel/db/row-shape.js";
import { insertRow, selectFirst, selectRows, updateRows } from "../../../kernel/db/rows.js";
import { first, type SqlValue } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { calledSo, type Reference } from "../../references/module.js";
import { purchaseTable } from "./purchase.table.js";
import { webhookEventTable } from "./webhook-event.table.js";

export interface PurchaseReads {
  byId(id: string): Promise<Purchase | null>;
  /** Newest first. */
  ofAccount(accountId: string, page: PageRequest, called?: Reference): Promise<Page<Purchase>>;
  countOfAccount(accountId: string, called?: Reference): Promise<number>;
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

type PurchaseRow = RowOf<typeof purchaseTable>;

const toPurchase = ({ billingName, billingAddress, taxNumber, ...row }: PurchaseRow): Purchase => ({
  ...row,
  billing: { name: billingName, address: billingAddress, taxNumber },
});

const toRow = ({ billing, ...purchase }: Purchase): PurchaseRow => ({
  ...purchase,
  billingName: billing.name,
  billingAddress: billing.address,
  taxNumber: billing.taxNumber,
});

const USED = `SELECT count(*) AS used FROM entitlement_ledger l WHERE l.actor_id = ? AND l.kind = 'CONSUME' AND l.at >= ?
  AND NOT EXISTS (SELECT 1 FROM entitlement_ledger b WHERE b.request_id = l.request_id AND b.kind = 'REFUND')`;

/** The account's purchases, or those of them that it calls so. */
const ownedBy = (accountId: string, called?: Reference): { readonly text: string; readonly params: string[] } => {
  const wanted = called === undefined ? null : calledSo(accountId, "id", called);
  return {
    text: ["account_id = ?", ...(wanted === null ? [] : [wanted.text])].join(" AND "),
    params: [accountId, ...(wanted?.params ?? [])],
  };
};

export const createPurchaseReads = ({ sql }: StoreContext): PurchaseReads => {
  const read = async (rest: string, params: readonly SqlValue[]): Promise<Purchase[]> =>
    (await selectRows(sql, purchaseTable, `FROM purchase ${rest}`, params)).map(toPurchase);
  return {
    byId: async (id) => (await read("WHERE id = ?", [id]))[0] ?? null,
    ofAccount: async (accountId, page, called) => {
      const { where, params, direction } = walkBy("id", "DESC", page);
      const own = ownedBy(accountId, called);
      const rest = `WHERE ${own.text} AND ${where} ORDER BY id ${direction} LIMIT ?`;
      return pageOf(await read(rest, [...own.params, ...params, page.first + 1]), page.first);
    },
    countOfAccount: async (accountId, called) => {
      const own = ownedBy(accountId, called);
      const text = `SELECT count(*) AS found FROM purchase WHERE ${own.text}`;
      return (await first<{ found: number }>(sql, text, own.params))?.found ?? 0;
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
      await insertRow(sql, purchaseTable, toRow(purchase));
    },
    byIdForChange: async (id) => {
      const held = sql.dialect === "sqlite" ? "" : " FOR UPDATE";
      const row = await selectFirst(sql, purchaseTable, `FROM purchase WHERE id = ?${held}`, [id]);
      return row === null ? null : toPurchase(row);
    },
    update: async (id, changes, at) => {
      const names = Object.keys(changes) as (keyof PurchaseChanges)[];
      const changed = { ...(changes as Required<PurchaseChanges>), updatedAt: at };
      await updateRows(sql, pick(purchaseTable, [...names, "updatedAt"]), changed, "id = ?", [id]);
    },
    nextReceiptCount: async (year) => {
      const text = `INSERT INTO receipt_count (year, last) VALUES (?, 1)
        ON CONFLICT (year) DO UPDATE SET last = receipt_count.last + 1 RETURNING last`;
      const counted = await first<{ last: number }>(sql, text, [year]);
      if (counted === null) throw new Error("no receipt number was counted");
      return counted.last;
    },
    noteDelivery: async (id, at) =>
      (await insertRow(sql, webhookEventTable, { id, at }, "ON CONFLICT DO NOTHING")) === 1,
    deleteDeliveriesBefore: (at) => sql.run(`DELETE FROM webhook_event WHERE at < ?`, [at]),
  };
};

export const purchaseStore: StoreKey<PurchaseReads, PurchaseWrites> = {
  reads: createPurchaseReads,
  writes: createPurchaseWrites,
};
