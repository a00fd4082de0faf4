/** A backup as it is read again: whole, or refused with the part that is not as it was written. */
import { type ArchiveReader, DamagedPart, openArchive } from "../kernel/archive/read-archive.js";
import type { TableRows } from "../kernel/db/filling.js";
import {
  FORMAT_VERSION,
  MANIFEST,
  MANIFEST_DIGEST,
  type Manifest,
  readManifest,
  rowsPart,
  writtenDigest,
} from "./manifest.js";

const MANIFEST_MOST = 16 * 1024 * 1024;
const LINES_AT_ONCE = 250;
const CHARS_AT_ONCE = 1024 * 1024;

export interface Backup {
  readonly manifest: Manifest;
  readonly archive: ArchiveReader;
}

/** Why a file cannot be restored, in a sentence. */
export class UnreadableBackup extends Error {}

/** Opens the file at `path` and reads all of it through. Throws UnreadableBackup, or what the disk says. */
export const openBackup = async (path: string, progress: (text: string) => void): Promise<Backup> => {
  const archive = await openArchive(path).catch(asUnreadable);
  try {
    if (!archive.names.has(MANIFEST)) throw new UnreadableBackup("it is no backup of Accord: it has no manifest");
    const text = await archive.readText(MANIFEST, MANIFEST_MOST);
    if ((await archive.readText(MANIFEST_DIGEST, MANIFEST_MOST)) !== writtenDigest(text))
      throw new DamagedPart(MANIFEST);
    const manifest = readManifest(text);
    if (manifest === null) throw new UnreadableBackup("it is no backup of Accord that this version can read");
    if (manifest.formatVersion > FORMAT_VERSION)
      throw new UnreadableBackup(`Accord ${manifest.application} wrote it in a form that is newer than this version`);
    for (const part of manifest.parts)
      await archive.check(part, (bytes) => progress(`checking ${part.name}: ${bytes} of ${part.bytes}`));
    return { manifest, archive };
  } catch (error) {
    archive.close();
    return asUnreadable(error as Error);
  }
};

const asUnreadable = (error: Error): never => {
  if (!(error instanceof DamagedPart)) throw error;
  const what =
    error.part === null ? "it is no archive, or was cut off" : `its part ${error.part} is not as it was written`;
  throw new UnreadableBackup(what, { cause: error });
};

/** The rows of every table, as a database is filled with them. Throws UnreadableBackup where there are not as many as the manifest says. */
export async function* readTables(
  { archive, manifest }: Backup,
  progress: (text: string) => void,
): AsyncGenerator<TableRows> {
  for (const { name, columns, rows } of manifest.tables) {
    let seen = 0;
    const lines = async function* (): AsyncGenerator<readonly string[]> {
      for await (const some of linesOf(archive.read(rowsPart(name)))) {
        seen += some.length;
        progress(`${name}: ${seen} of ${rows}`);
        yield some;
      }
    };
    yield { name, columns, lines: lines() };
    if (seen !== rows) throw new UnreadableBackup(`it has ${seen} rows of ${name}, not ${rows}`);
  }
}

async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let open = "";
  let held: string[] = [];
  let chars = 0;
  for await (const piece of pieces) {
    const lines = (open + decoder.decode(piece, { stream: true })).split("\n");
    open = lines.pop() ?? "";
    for (const line of lines) {
      held.push(line);
      chars += line.length;
      if (held.length < LINES_AT_ONCE && chars < CHARS_AT_ONCE) continue;
      yield held;
      held = [];
      chars = 0;
    }
  }
  if (open !== "") held.push(open);
  if (held.length > 0) yield held;
}
