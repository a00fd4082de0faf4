/** Everything that is kept of one person, and nothing of others, in one archive: JSON for each class of data, and the files they sent (F83). */
import { type Account, DATA_CLASSES, type DataClass, type EpochMs, factsOf } from "@accord/domain";
import { type ArchiveWriter, writeArchive } from "../kernel/archive/write-archive.js";
import type { Database } from "../kernel/db/index.js";
import { type PersonTable, personRowStore } from "../kernel/db/person-rows.js";
import type { StoragePart } from "../kernel/db/storage-part.js";
import { openFileRoom } from "../modules/files/module.js";
import { subjectOf } from "./subject-of.js";

export const FORMAT = "accord-subject";
export const FORMAT_VERSION = 1;

export interface ExportParts {
  readonly db: Database;
  readonly tables: StoragePart["tables"];
  readonly blobUrl: string;
  readonly account: Account;
  readonly at: EpochMs;
}

export interface ExportReport {
  readonly rows: number;
  readonly files: number;
  /** Digests of what is not there. */
  readonly lost: readonly string[];
}

/** Writes the export to `path`. Throws ArchiveExists, or what went wrong: then nothing is left. */
export const exportSubject = (path: string, parts: ExportParts): Promise<ExportReport> =>
  writeArchive(path, new Date(parts.at), (archive) => fill(archive, parts));

/** Of each row what is of the class, by the name of its column, beside what names the row. */
type ClassPart = Record<string, Readonly<Record<string, unknown>>[]>;

const fill = async (
  archive: ArchiveWriter,
  { db, tables, blobUrl, account, at }: ExportParts,
): Promise<ExportReport> => {
  const parts = new Map<DataClass, ClassPart>();
  const digests = new Set<string>();
  let rows = 0;
  await db.snapshot(async (view) => {
    for await (const table of view.of(personRowStore).rows(tables, subjectOf(account))) {
      rows += table.rows.length;
      addTable(parts, table);
      for (const { sha256 } of table.rows) if (typeof sha256 === "string") digests.add(sha256);
    }
  });
  const { count, lost } = await addFiles(archive, blobUrl, digests);
  for (const [dataClass, part] of parts) await archive.add(`${dataClass.toLowerCase()}.json`, once(part));
  const classes = Object.entries(DATA_CLASSES)
    .filter(([, { isExported }]) => isExported)
    .map(([name, { what, why, kept }]) => [name.toLowerCase(), { what, why, kept }]);
  const about = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    account: account.id,
    takenAt: new Date(at).toISOString(),
    classes: Object.fromEntries(classes),
    files: { count, lost },
  };
  await archive.add("about.json", once(about));
  return { rows, files: count, lost };
};

const addTable = (parts: Map<DataClass, ClassPart>, { table, classes, keys, rows }: PersonTable): void => {
  if (rows.length === 0) return;
  const exported = new Set(Object.values(classes).filter((dataClass) => factsOf(dataClass).isExported));
  for (const dataClass of exported) {
    const wanted = Object.keys(classes).filter(
      (name) => classes[name] === dataClass || (keys.includes(name) && exported.has(classes[name] ?? dataClass)),
    );
    const part = parts.get(dataClass) ?? {};
    part[table] = rows.map((row) => Object.fromEntries(wanted.map((name) => [name, row[name]])));
    parts.set(dataClass, part);
  }
};

/** Under their digests; what they are called stands in the part of their class. */
const addFiles = async (
  archive: ArchiveWriter,
  blobUrl: string,
  digests: ReadonlySet<string>,
): Promise<{ count: number; lost: string[] }> => {
  const room = await openFileRoom(blobUrl);
  const lost: string[] = [];
  let count = 0;
  for (const sha256 of digests) {
    if ((await room.find(sha256)) === null) {
      lost.push(sha256);
      continue;
    }
    await archive.add(`files/${sha256}`, await room.read(sha256, null), "stored");
    count += 1;
  }
  return { count, lost };
};

const once = async function* (value: unknown): AsyncGenerator<string> {
  yield `${JSON.stringify(value, null, 2)}\n`;
};
