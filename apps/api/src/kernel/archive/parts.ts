/** The parts of a ZIP archive, by their names. */
import type { Entry, ZipFile } from "yauzl";

const PARTS_MOST = 1000;

/** @throws Error where it is no such archive, or has a part twice */
export const partsOf = (file: ZipFile): Promise<ReadonlyMap<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    file.on("error", reject);
    file.on("end", () => resolve(entries));
    file.on("entry", (entry: Entry) => {
      if (entries.size >= PARTS_MOST || entries.has(entry.fileName)) return reject(new Error("too many parts"));
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.readEntry();
  });
