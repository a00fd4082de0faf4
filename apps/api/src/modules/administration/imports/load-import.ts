/**
 * Loading the accepted rows of an import: written in slices as agreements that are not in force, which nobody sees, and put in force
 * by one short unit. Killed in between, it goes on or is dropped by its id (F56, F77, K9; decision 27).
 */

import { MINUTE } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { type Database, UnavailableError } from "../../../kernel/db/index.js";
import { type IdempotentCommand, once } from "../../../kernel/graphql/idempotency.js";
import { agreementImportStore } from "../storage/agreement-import.store.js";
import type { ImportContext } from "./import-context.js";
import { Pace, runPatiently } from "./pace.js";

/** Without a sign of life for this long, whoever worked on an import is gone. */
export const STALE_MS = MINUTE;

type State = "CHECKING" | "CHECKED" | "LOADING" | "PAUSED" | "LOADED" | "CANCELLED" | "INTERRUPTED";

/** Where an import stands for whoever looks at it: one whose worker is gone is at rest. */
export const stateOf = (
  one: { readonly state: Exclude<State, "PAUSED">; readonly updatedAt: number },
  now: number,
): State => {
  if (now - one.updatedAt <= STALE_MS) return one.state;
  if (one.state === "LOADING") return "PAUSED";
  return one.state === "CHECKING" ? "INTERRUPTED" : one.state;
};

/** Takes up a checked import, or one whose worker is gone; false when it is not where it can be loaded. */
export const beginLoading = (ground: ImportContext, importId: string): Promise<boolean> => {
  const at = ground.clock.now();
  return runPatiently(ground, "begin loading", (tx) => tx.of(agreementImportStore).takeUp(importId, at - STALE_MS, at));
};

/** The same for a command that may come twice: what was begun under its key before is not begun again. */
export const beginLoadingOnce = (
  ground: ImportContext,
  importId: string,
  command: IdempotentCommand,
): Promise<"BEGUN" | "REPEATED" | "NOT_POSSIBLE"> => {
  const at = ground.clock.now();
  return ground.db.transaction("begin loading", async (tx): Promise<"BEGUN" | "REPEATED" | "NOT_POSSIBLE"> => {
    let isBegun = false;
    await once(tx, command, async () => {
      isBegun = await tx.of(agreementImportStore).takeUp(importId, at - STALE_MS, at);
      return isBegun ? null : tx.abort("NOT_POSSIBLE");
    });
    return isBegun ? "BEGUN" : "REPEATED";
  });
};

/** Makes an agreement of every accepted row, all or none, once loading has begun. False when it was dropped meanwhile. */
export const loadImport = async (ground: ImportContext, importId: string, actorId: string | null): Promise<boolean> => {
  const { db, clock } = ground;
  try {
    const isWritten = await writeSlices(ground, importId, actorId);
    if (!isWritten) return false;
    return await runPatiently(ground, "put import in force", async (tx) => {
      const at = clock.now();
      if (!(await tx.of(agreementImportStore).move(importId, ["LOADING"], "LOADED", at))) return false;
      const added = (await tx.of(agreementImportStore).byId(importId))?.accepted ?? 0;
      await tx
        .of(auditStore)
        .append({ actorId, action: "agreementImport.load", objectId: importId, details: { added }, at });
      return true;
    });
  } catch (error) {
    // Nothing of it is in force; whoever comes next may go on at once.
    await release(db, importId);
    throw error;
  }
};

const writeSlices = async (ground: ImportContext, importId: string, actorId: string | null): Promise<boolean> => {
  const { db, clock } = ground;
  const pace = new Pace(ground.isGuest);
  let done = (await db.read.of(agreementImportStore).byId(importId))?.done ?? 0;
  for (let after = 0; ; ) {
    let last = after;
    const rows = await pace.slice(db, "write import", async (tx, most) => {
      const slice = { importId, actorId, done, after, most, at: clock.now() };
      const written = await tx.of(agreementImportStore).writeSlice(slice);
      last = written?.last ?? after;
      return written?.rows ?? null;
    });
    if (rows === null) return false;
    if (rows === 0) return true;
    done += rows;
    // Once it is committed: a slice that is begun anew begins at the same line.
    after = last;
  }
};

const release = async (db: Database, importId: string): Promise<void> => {
  try {
    await db.transaction("release import", (tx) => tx.of(agreementImportStore).release(importId));
  } catch (error) {
    if (!(error instanceof UnavailableError)) throw error;
  }
};

/** Drops it before it is in force; false when it is, or has ended otherwise. Nothing of it is shown from then on. */
export const dropImport = async (ground: ImportContext, importId: string, actorId: string | null): Promise<boolean> => {
  const { clock } = ground;
  const isDropped = await runPatiently(ground, "drop import", async (tx) => {
    const at = clock.now();
    if (!(await tx.of(agreementImportStore).move(importId, ["CHECKING", "CHECKED", "LOADING"], "CANCELLED", at)))
      return false;
    await tx.of(auditStore).append({ actorId, action: "agreementImport.stop", objectId: importId, details: {}, at });
    return true;
  });
  if (isDropped) await discardRows(ground, importId);
  return isDropped;
};

/** What was staged and written of an import that is never in force, slice by slice. */
export const discardRows = async ({ db, isGuest }: Pick<ImportContext, "db" | "isGuest">, importId: string) => {
  const pace = new Pace(isGuest);
  for (let rows: number | null = 1; rows; )
    rows = await pace.slice(db, "discard import", (tx, most) =>
      tx.of(agreementImportStore).discardSlice(importId, most),
    );
};

/** Reports on rows of imports that ended before; how many went. */
export const forgetReports = async (db: Database, before: number): Promise<number> => {
  const pace = new Pace(false);
  let gone = 0;
  for (const importId of await db.read.of(agreementImportStore).reportedBefore(before))
    for (let rows: number | null = 1; rows; gone += rows ?? 0)
      rows = await pace.slice(db, "forget report", (tx, most) =>
        tx.of(agreementImportStore).forgetSlice(importId, most),
      );
  return gone;
};
