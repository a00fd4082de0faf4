/** Who did what: a hash chain written last in the unit of the change; details stand aside so that erasure keeps the chain. */

import { createHash } from "node:crypto";
import type { EpochMs } from "@accord/domain";
import type { RowOf } from "../db/columns.js";
import { type Page, type PageRequest, pageOf, walkBy } from "../db/page.js";
import { combine, omit, orNone, pick, type RowIn } from "../db/row-shape.js";
import { insertRows, selectRows } from "../db/rows.js";
import { first, type Sql, type SqlValue } from "../db/sql.js";
import type { StoreKey } from "../db/storage-part.js";
import type { StoreContext, WriteContext } from "../db/store-context.js";
import { auditTable } from "./audit.table.js";
import { auditDetailTable } from "./audit-detail.table.js";
import type { AuditEntry } from "./audit-entry.js";

export interface AuditRow extends Omit<AuditEntry, "action" | "details"> {
  /** As it was written: a record may know actions of another version. */
  readonly action: string;
  readonly seq: number;
  /** Null once erased. */
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly hash: string;
}

export interface AuditFilter {
  readonly action?: string | null;
  /** The part of an action before the point. */
  readonly area?: string | null;
  readonly actorId?: string | null;
  readonly objectId?: string | null;
  /** From this instant on. */
  readonly from?: EpochMs | null;
  /** Before this instant. */
  readonly to?: EpochMs | null;
}

/** A row of a page; its id is its place in the chain. */
export interface ListedAuditRow extends AuditRow {
  readonly id: string;
}

export interface AuditReads {
  /** In order of the chain, after `afterSeq` (0: from the start). */
  list(afterSeq: number, first: number): Promise<AuditRow[]>;
  /** Newest first. */
  page(filter: AuditFilter, page: PageRequest): Promise<Page<ListedAuditRow>>;
  count(filter: AuditFilter): Promise<number>;
  head(): Promise<AuditHead>;
}

export interface AuditWrites extends AuditReads {
  /** Kept until the unit's other work is done, then chained and written just before the commit. */
  append(entry: AuditEntry): Promise<void>;
}

type ChainedRow = Omit<RowOf<typeof auditTable>, "hash">;

/** End of the chain. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export const CHAIN_START: AuditHead = { seq: 0, hash: "0".repeat(64) };
/** Any number, the same in every process: who holds it may add to the chain (PostgreSQL). */
const CHAIN_LOCK = 7_305_614_021;

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Hash of a row: over everything in it and the hash before it. */
export const hashOf = (row: ChainedRow): string =>
  digestOf(JSON.stringify([row.seq, row.at, row.actorId, row.action, row.objectId, row.detailsHash, row.prevHash]));

const ROW = combine(
  omit(auditTable, ["detailsHash", "prevHash"], "a"),
  orNone(pick(auditDetailTable, ["content"], "d")),
);
const FROM = "FROM audit a LEFT JOIN audit_detail d ON d.seq = a.seq";

const toRow = ({ content, ...row }: RowIn<typeof ROW>): AuditRow => ({
  ...row,
  details: content === null ? null : (JSON.parse(content) as Record<string, unknown>),
});

const conditionsOf = ({
  action,
  area,
  actorId,
  objectId,
  from,
  to,
}: AuditFilter): [text: string, params: SqlValue[]] => {
  const parts: [text: string, value: SqlValue][] = [];
  if (action) parts.push(["a.action = ?", action]);
  // An action without a point is an area of its own.
  if (area) parts.push(["substr(a.action || '.', 1, length(CAST(? AS text))) = ?", `${area}.`]);
  if (actorId) parts.push(["a.actor_id = ?", actorId]);
  if (objectId) parts.push(["a.object_id = ?", objectId]);
  if (from !== null && from !== undefined) parts.push(["a.at >= ?", from]);
  if (to !== null && to !== undefined) parts.push(["a.at < ?", to]);
  const params = parts.flatMap(([text, value]) => (text.split("?").length === 3 ? [value, value] : [value]));
  return [parts.map(([text]) => `AND ${text}`).join(" "), params];
};

export const createAuditReads = ({ sql }: StoreContext): AuditReads => ({
  list: async (afterSeq, most) =>
    (await selectRows(sql, ROW, `${FROM} WHERE a.seq > ? ORDER BY a.seq LIMIT ?`, [afterSeq, most])).map(toRow),
  page: async (filter, page) => {
    const [text, params] = conditionsOf(filter);
    const walk = walkBy("a.seq", "DESC", page, "CAST(? AS bigint)");
    const rest = `${FROM} WHERE ${walk.where} ${text} ORDER BY a.seq ${walk.direction} LIMIT ?`;
    const place = walk.params.map((seq) => Number(seq) || 0);
    const rows = await selectRows(sql, ROW, rest, [...place, ...params, page.first + 1]);
    return pageOf(
      rows.map((row) => ({ ...toRow(row), id: String(row.seq) })),
      page.first,
    );
  },
  count: async (filter) => {
    const [text, params] = conditionsOf(filter);
    const row = await first<{ found: number }>(
      sql,
      `SELECT count(*) AS found FROM audit a WHERE 1 = 1 ${text}`,
      params,
    );
    return Number(row?.found ?? 0);
  },
  head: () => headOf(sql),
});

export const createAuditWrites = (context: WriteContext): AuditWrites => ({
  ...createAuditReads(context),
  append: async (entry) => {
    context.auditEntries.push(entry);
  },
});

/** Chains and writes what one unit, or a batch of them, noted: as few statements as powers of two make the number. */
export const writeAuditEntries = async (sql: Sql, entries: readonly AuditEntry[]): Promise<void> => {
  if (entries.length === 0) return;
  let head = await readHead(sql);
  const rows: RowOf<typeof auditTable>[] = [];
  const details: RowOf<typeof auditDetailTable>[] = [];
  for (const { at, actorId, action, objectId, details: noted } of entries) {
    const content = JSON.stringify(noted);
    const row = {
      seq: head.seq + 1,
      at,
      actorId,
      action,
      objectId,
      detailsHash: digestOf(content),
      prevHash: head.hash,
    };
    head = { seq: row.seq, hash: hashOf(row) };
    rows.push({ ...row, hash: head.hash });
    if (content !== "{}") details.push({ seq: row.seq, subjectId: actorId, content });
  }
  for (const run of runsOf(rows)) await insertRows(sql, auditTable, run);
  for (const run of runsOf(details)) await insertRows(sql, auditDetailTable, run);
};

const MOST_ROWS = 64;

/** Runs of 64, 32, 16… rows: few distinct statements, so that each stays prepared. */
function* runsOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let done = 0; done < rows.length; ) {
    const size = Math.min(MOST_ROWS, 2 ** Math.floor(Math.log2(rows.length - done)));
    yield rows.slice(done, done + size);
    done += size;
  }
}

const readHead = async (sql: Sql): Promise<AuditHead> => {
  if (sql.dialect === "postgres") await sql.all(`SELECT pg_advisory_xact_lock(CAST(? AS bigint))`, [CHAIN_LOCK]);
  return headOf(sql);
};

const headOf = async (sql: Sql): Promise<AuditHead> =>
  (await first<AuditHead>(sql, `SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1`, [])) ?? CHAIN_START;

export const auditStore: StoreKey<AuditReads, AuditWrites> = { reads: createAuditReads, writes: createAuditWrites };
