/** Files on disk (BLOB_URL=file:…): uploads/<attachment>, sha256/ab/cd/<digest>; what is acknowledged survives a power cut (C-3). */
import { createReadStream, type Stats } from "node:fs";
import { mkdir, open, opendir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import type { EpochMs } from "@accord/domain";
import { FileStore } from "@tus/file-store";
import { Upload } from "@tus/server";
import { syncFolder } from "../../kernel/sync-folder.js";
import type { ByteRange, Content, FileRoom, SetAside, SizeOf, Stored } from "./file-room.js";

const CHUNK = 256 * 1024;
const DIGEST = /^[0-9a-f]{64}$/;

/** Makes the folders below `root` (0700) as they are needed. */
export const openDiskFiles = (root: string, sizeOf: SizeOf): FileRoom => {
  const uploadsFolder = join(root, "uploads");
  const uploadPath = (id: string): string => join(uploadsFolder, id);
  const contentPath = (sha256: string): string => {
    if (!DIGEST.test(sha256)) throw new TypeError("not a digest");
    return join(root, "sha256", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  return {
    uploads: uploadStore(uploadsFolder, sizeOf),
    uploadKey: (id) => id,
    begin: async (id) => {
      await mkdir(uploadsFolder, { recursive: true, mode: 0o700 });
      // Never over what has come in already.
      await writeFile(uploadPath(id), "", { flag: "wx", mode: 0o600 }).catch(unless("EEXIST"));
    },
    received: async (id) => (await statOrNull(uploadPath(id)))?.size ?? null,
    readUpload: async (id) => createReadStream(uploadPath(id), { highWaterMark: CHUNK }),
    keep: (id, sha256, at) => keep(root, uploadPath(id), contentPath(sha256), at),
    dropUpload: (id) => rm(uploadPath(id), { force: true }),
    find: async (sha256): Promise<Content | null> => {
      const found = await statOrNull(contentPath(sha256));
      return found && { size: found.size, version: `${found.ino}:${found.mtimeMs}:${found.ctimeMs}:${found.size}` };
    },
    read: (sha256, range) => readContent(contentPath(sha256), range),
    contents: () => walk(join(root, "sha256"), 2, (name) => DIGEST.test(name)),
    begun: () => walk(uploadsFolder, 0, () => true),
    recover: async () => {
      for await (const { name } of walk(join(root, "aside"), 0, (found) => DIGEST.test(found)))
        await rename(join(root, "aside", name), contentPath(name)).catch(unless("ENOENT"));
    },
    setAside: async (sha256) => setAside(root, contentPath(sha256), sha256),
  };
};

/** The size is the database's to know, so that no file beside the upload can be half-written. */
const uploadStore = (directory: string, sizeOf: SizeOf): FileStore => {
  const store = new FileStore({
    directory,
    configstore: {
      get: async (id) => {
        const size = await sizeOf(id);
        return size === null ? undefined : new Upload({ id, size, offset: 0 });
      },
      set: async () => undefined,
      delete: async () => undefined,
    },
  });
  store.extensions = ["creation", "termination"];
  return store;
};

const keep = async (root: string, from: string, to: string, at: EpochMs): Promise<void> => {
  const file = await open(from, "r+");
  try {
    // Age is told by the program's clock, which need not be the machine's.
    await file.utimes(at / 1000, at / 1000);
    await file.sync();
  } finally {
    await file.close();
  }
  const folder = dirname(to);
  const isNew = (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined;
  const there = await statOrNull(to);
  const arrived = await stat(from);
  if (there !== null && there.size === arrived.size) {
    // The same content stands there once; young again, so that nobody clears it away.
    await utimes(to, at / 1000, at / 1000);
    await rm(from);
  } else await rename(from, to);
  const chain = isNew ? [folder, dirname(folder), dirname(dirname(folder)), root] : [folder];
  for (const each of chain) await syncFolder(each);
};

const readContent = async (path: string, range: ByteRange | null): Promise<Readable> => {
  const handle = await open(path, "r");
  const bounds = range === null ? {} : { start: range.first, end: range.last };
  return handle.createReadStream({ highWaterMark: CHUNK, ...bounds });
};

const setAside = async (root: string, path: string, sha256: string): Promise<SetAside | null> => {
  const aside = join(root, "aside", sha256);
  await mkdir(dirname(aside), { recursive: true, mode: 0o700 });
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  return { putBack: () => rename(aside, path), destroy: () => rm(aside, { force: true }) };
};

/** Files `depth` folders below `folder`; none when the folder is not there yet. */
const walk = async function* (folder: string, depth: number, isOurs: (name: string) => boolean): AsyncIterable<Stored> {
  const entries = await opendir(folder).catch(unless("ENOENT"));
  if (entries === undefined) return;
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (depth > 0 && entry.isDirectory()) yield* walk(path, depth - 1, isOurs);
    if (depth > 0 || !entry.isFile() || !isOurs(entry.name)) continue;
    const found = await statOrNull(path);
    if (found !== null) yield { name: entry.name, modifiedAt: Math.floor(found.mtimeMs) };
  }
};

const statOrNull = async (path: string): Promise<Stats | null> => (await stat(path).catch(unless("ENOENT"))) ?? null;

/** For catch: undefined for an error with this code, anything else goes on. */
const unless =
  (code: string) =>
  (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error;
    return undefined;
  };
