/** Moves everything from an SQLite file to PostgreSQL, as rows (decision 46): one of the two is open at any time, never both. */
import type { EpochMs } from "@accord/domain";
import { auditStore } from "../kernel/audit/audit.store.js";
import type { Filling, TableRows } from "../kernel/db/filling.js";
import type { Database, OpenOptions, Snapshot } from "../kernel/db/index.js";
import { closeAfter } from "../kernel/db/sqlite/filling.js";
import type { Restored } from "../kernel/module.js";
import { fillTarget, openTo } from "./fill-target.js";

export interface MoveOptions {
  /** Opened whether it is closed or not. */
  readonly source: Database;
  readonly file: string;
  /** What the target is called, without its password. */
  readonly place: string;
  /** How the target is opened. */
  readonly database: OpenOptions;
  readonly at: EpochMs;
  /** What the modules make anew. */
  readonly filled: readonly Restored[];
  readonly progress: (text: string) => void;
}

/** How many rows went. Killed before the source is closed, nothing has moved; killed after it, the same call goes on. */
export const moveDatabase = async (target: Filling, options: MoveOptions): Promise<number> => {
  const { source, file, place, database, at, filled } = options;
  let rows = 0;
  await closeAfter(file, { kind: "MOVED", place }, () =>
    source.snapshot(async (view) => {
      await target.begin({ kind: "RESTORING", place: `sqlite:${file}` });
      const counted = (some: number): void => {
        rows += some;
        options.progress(`rows: ${rows}`);
      };
      await fillTarget(target, options, { migrations: await view.migrations(), tables: tablesOf(view, counted) });
    }),
  );
  await openTo(database, async (tx) => {
    for (const each of filled) await each(tx, at);
    const entry = { actorId: null, action: "backup.move", objectId: place, details: { rows }, at } as const;
    await tx.of(auditStore).append(entry);
  });
  return rows;
};

async function* tablesOf(view: Snapshot, counted: (some: number) => void): AsyncGenerator<TableRows> {
  for (const table of view.tables) {
    const lines = async function* (): AsyncGenerator<readonly string[]> {
      for await (const some of view.rows(table)) {
        counted(some.length);
        yield some;
      }
    };
    yield { ...table, lines: lines() };
  }
}
