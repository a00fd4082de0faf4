/** One archive of everything an installation keeps, taken while it runs: rows as they stood at one instant, and the files they name. */
import { HOUR } from "@accord/domain";
import { type ArchiveWriter, type Part, writeArchive } from "../kernel/archive/write-archive.js";
import { auditStore } from "../kernel/audit/audit.store.js";
import type { Clock } from "../kernel/clock.js";
import type { Database, Snapshot, TableForm } from "../kernel/db/index.js";
import { keyCheckStore } from "../kernel/keys/key-check.store.js";
import { arrivedSince, type FramesWritten, openFileRoom, stillNamed, writeFrames } from "../modules/files/module.js";
import {
  FILE_PARTS,
  FORMAT,
  FORMAT_VERSION,
  KEYS_PART,
  MANIFEST,
  MANIFEST_DIGEST,
  type Manifest,
  rowsPart,
  writeManifest,
  writtenDigest,
} from "./manifest.js";

/** Clocks of several hosts differ by less: what came in within it is looked at again. */
const CLOCKS_APART_MS = HOUR;

export interface BackupParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly blobUrl: string;
  readonly application: string;
  readonly installation: string;
  /** The keys, sealed; null: without them. */
  readonly sealedKeys: string | null;
  /** Hears how far it is. */
  readonly progress: (text: string) => void;
}

/** Writes the backup to `path` and answers what it holds. Throws ArchiveExists, or what went wrong: then nothing is left. */
export const makeBackup = (path: string, backup: BackupParts): Promise<Manifest> => {
  const begunAt = backup.clock.now();
  return writeArchive(path, new Date(begunAt), (archive) => fill(archive, begunAt, backup));
};

const fill = async (archive: ArchiveWriter, begunAt: number, backup: BackupParts): Promise<Manifest> => {
  const { db, clock, sealedKeys, progress } = backup;
  const room = await openFileRoom(backup.blobUrl);
  const written: FramesWritten = { count: 0, bytes: 0, lost: [] };
  const files = (digests: AsyncIterable<string>) =>
    countedBy(progress, () => `files: ${written.count}`, writeFrames(digests, { room, written }));
  const recently = begunAt - CLOCKS_APART_MS;
  const known = new Set<string>();
  for await (const digest of arrivedSince(db.read, recently)) known.add(digest);
  // Files first: one that goes away meanwhile is named by no row below, and what comes meanwhile is too young to be cleared away.
  const parts = [await archive.add(FILE_PARTS[0], files(arrivedSince(db.read, 0)), "stored")];
  const rest = await db.snapshot(async (view) => {
    const takenAt = clock.now();
    const tables: Manifest["tables"] = [];
    for (const table of view.tables) {
      const { part, rows } = await addRows(archive, view, table, progress);
      parts.push(part);
      tables.push({ name: table.name, columns: [...table.columns], rows });
    }
    parts.push(await archive.add(FILE_PARTS[1], files(without(known, arrivedSince(view, recently))), "stored"));
    const keyChecks = Object.fromEntries(await view.of(keyCheckStore).all());
    const auditHead = await view.of(auditStore).head();
    const lost = await stillNamed(view, written.lost);
    return { takenAt, tables, keyChecks, auditHead, lost, migrations: [...(await view.migrations())] };
  });
  if (sealedKeys !== null) parts.push(await archive.add(KEYS_PART, once(sealedKeys)));
  const { lost, ...facts } = rest;
  const manifest: Manifest = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    application: backup.application,
    installation: backup.installation,
    engine: db.dialect,
    ...facts,
    files: { count: written.count, bytes: written.bytes, lost: [...lost] },
    parts,
  };
  const text = writeManifest(manifest);
  await archive.add(MANIFEST, once(text));
  await archive.add(MANIFEST_DIGEST, once(writtenDigest(text)));
  return manifest;
};

const addRows = async (
  archive: ArchiveWriter,
  view: Snapshot,
  table: TableForm,
  progress: (text: string) => void,
): Promise<{ part: Part; rows: number }> => {
  let rows = 0;
  const lines = async function* (): AsyncGenerator<string> {
    for await (const some of view.rows(table)) {
      rows += some.length;
      yield `${some.join("\n")}\n`;
    }
  };
  const part = await archive.add(
    rowsPart(table.name),
    countedBy(progress, () => `${table.name}: ${rows}`, lines()),
  );
  return { part, rows };
};

/** The same pieces; says now and then how far it is. */
const countedBy = async function* <Piece>(
  progress: (text: string) => void,
  tell: () => string,
  pieces: AsyncIterable<Piece>,
): AsyncGenerator<Piece> {
  progress(tell());
  for await (const piece of pieces) {
    yield piece;
    progress(tell());
  }
};

const without = async function* (known: ReadonlySet<string>, digests: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const digest of digests) if (!known.has(digest)) yield digest;
};

const once = async function* (text: string): AsyncGenerator<string> {
  yield text;
};
