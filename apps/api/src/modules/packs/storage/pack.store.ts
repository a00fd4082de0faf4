/** Packs: every version that was loaded, which of them hold, and what a change of them would touch (F57-F59). */

import type { CivilDate, EpochMs, PackKind, RequestDraft, UsableTerm } from "@accord/domain";
import { MoreThan } from "typeorm";
import type { RowOf } from "../../../kernel/db/columns.js";
import { combine, compute, pick } from "../../../kernel/db/row-shape.js";
import { insertRow, replaceBy, selectFirst, selectRows } from "../../../kernel/db/rows.js";
import { first, type Sql, type SqlValue } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { isInForce, mayComeInForce, planTable } from "../../agreements/module.js";
import { IN_FORCE, type PackDigests, packSetId } from "../../catalogue/module.js";
import { draftTable } from "../../drafts/module.js";
import { packInForceTable, packSetTable, packTable, packUploadTable } from "./pack.table.js";

export type Pack = RowOf<typeof packTable>;
export type PackFacts = Omit<Pack, "content">;
export type PackUpload = RowOf<typeof packUploadTable>;

/** A plan as far as a change of rules can touch it. */
export interface TouchablePlan extends UsableTerm {
  readonly id: string;
  readonly programmeId: string;
  readonly origin: "AGREEMENT" | "PURCHASE";
  readonly timeZone: string;
  readonly endsOn: CivilDate;
}

/** How often what a pack names is in use elsewhere, by slug or code. */
export interface PackUse {
  readonly programmes: ReadonlyMap<string, number>;
  readonly versionsOfRequests: ReadonlyMap<string, number>;
  readonly countriesOfRequests: ReadonlyMap<string, number>;
  readonly countriesOfProfiles: ReadonlyMap<string, number>;
}

export interface PackReads {
  /** Every version of every kind, the content left out. */
  list(): Promise<PackFacts[]>;
  content(kind: PackKind, version: number): Promise<string | null>;
  /** The version of each kind that was put in force last. */
  inForce(): Promise<ReadonlyMap<PackKind, number>>;
  /** What held together under this id; null when unknown. */
  set(id: string): Promise<PackDigests | null>;
  /** The same of the packs a request was judged by; null for one older than packs. */
  setOfRequest(requestId: string): Promise<PackDigests | null>;
  use(): Promise<PackUse>;
  /** Plans that have not ended, by id; at most `most`, after the id given. */
  plansFrom(at: EpochMs, after: string, most: number): Promise<TouchablePlan[]>;
  /** Drafts that have not ended, by id. */
  draftsFrom(at: EpochMs, after: string, most: number): Promise<RequestDraft[]>;
  upload(id: string): Promise<PackUpload | null>;
}

export interface PackWrites extends PackReads {
  /** Nobody else loads a pack or puts one in force until this unit ends. */
  lock(): Promise<void>;
  add(pack: Pack): Promise<void>;
  /** What holds from now on beside what held already; all of it is remembered under its id. */
  putInForce(changed: ReadonlyMap<PackKind, number>, digests: PackDigests, at: EpochMs): Promise<void>;
  addUpload(upload: PackUpload): Promise<void>;
  deleteUploads(before: EpochMs): Promise<number>;
}

const counted = async (sql: Sql, text: string): Promise<ReadonlyMap<string, number>> =>
  new Map((await sql.all<{ name: string; many: number | string }>(text)).map(({ name, many }) => [name, Number(many)]));

const MEMBERS = pick(packSetTable, ["members"], "s");
const TOUCHABLE = combine(
  pick(planTable, ["id", "programmeId", "origin", "timeZone", "endsOn", "startsAt", "endsAt", "revokedAt"], "p"),
  compute<Pick<TouchablePlan, "incidentsRemaining">>({ incidentsRemaining: "p.remaining" }),
);
const PLANS_FROM = `FROM plan p WHERE ends_at > ? AND id > ? AND ${isInForce("p")} ORDER BY id LIMIT ?`;

export const createPackReads = (context: StoreContext): PackReads => {
  const { sql } = context;
  return {
    list: async () =>
      (await context.manager()).find(packTable, {
        select: { kind: true, version: true, digest: true, effectiveOn: true, loadedAt: true, loadedBy: true },
        order: { kind: "ASC", version: "ASC" },
      }),
    content: async (kind, version) =>
      (
        await first<{ content: string }>(sql, `SELECT content FROM pack WHERE kind = ? AND version = ?`, [
          kind,
          version,
        ])
      )?.content ?? null,
    inForce: async () =>
      new Map((await sql.all<{ kind: PackKind; version: number }>(IN_FORCE)).map((row) => [row.kind, row.version])),
    set: async (id) => (await (await context.manager()).findOneBy(packSetTable, { id }))?.members ?? null,
    setOfRequest: async (requestId) => {
      const rest = "FROM support_request r JOIN pack_set s ON s.id = r.pack_set_id WHERE r.id = ?";
      return (await selectFirst(sql, MEMBERS, rest, [requestId]))?.members ?? null;
    },
    use: async () => ({
      programmes: await counted(
        sql,
        `SELECT p.programme_id AS name, count(*) AS many FROM plan p WHERE ${mayComeInForce("p")} GROUP BY p.programme_id`,
      ),
      versionsOfRequests: await counted(
        sql,
        `SELECT product_version_id AS name, count(*) AS many FROM support_request GROUP BY product_version_id`,
      ),
      countriesOfRequests: await counted(
        sql,
        `SELECT country AS name, count(*) AS many FROM support_request GROUP BY country`,
      ),
      countriesOfProfiles: await counted(
        sql,
        `SELECT country AS name, count(*) AS many FROM account WHERE country IS NOT NULL GROUP BY country`,
      ),
    }),
    plansFrom: (at, after, most) => selectRows(sql, TOUCHABLE, PLANS_FROM, [at, after, most]),
    draftsFrom: async (at, after, most) =>
      (await context.manager()).find(draftTable, {
        where: { expiresAt: MoreThan(at), id: MoreThan(after) },
        order: { id: "ASC" },
        take: most,
      }),
    upload: async (id) => (await context.manager()).findOneBy(packUploadTable, { id }),
  };
};

const IN_PLACE = replaceBy(packInForceTable, ["kind"]);

export const createPackWrites = (context: WriteContext): PackWrites => {
  const { sql } = context;
  const run = (text: string, params: readonly SqlValue[]) => sql.run(text, params);
  return {
    ...createPackReads(context),
    // SQLite has one writer at a time.
    lock: async () => {
      if (sql.dialect === "postgres") await run(`LOCK TABLE pack_in_force IN SHARE ROW EXCLUSIVE MODE`, []);
    },
    add: async (pack) => {
      await (await context.manager()).insert(packTable, pack);
    },
    putInForce: async (changed, digests, at) => {
      for (const [kind, version] of changed)
        await insertRow(sql, packInForceTable, { kind, version, since: at }, IN_PLACE);
      const id = packSetId(digests);
      if (id !== null) await insertRow(sql, packSetTable, { id, members: digests }, "ON CONFLICT (id) DO NOTHING");
    },
    addUpload: async (upload) => {
      await (await context.manager()).insert(packUploadTable, upload);
    },
    deleteUploads: (before) => run(`DELETE FROM pack_upload WHERE created_at < ?`, [before]),
  };
};

export const packStore: StoreKey<PackReads, PackWrites> = { reads: createPackReads, writes: createPackWrites };
