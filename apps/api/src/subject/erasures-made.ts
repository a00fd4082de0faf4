/** Who was erased, written down beside the database: a backup of before is older than these, and a restore makes them again (F83). */
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { EpochMs } from "@accord/domain";

export interface ErasureMade {
  readonly accountId: string;
  readonly at: EpochMs;
}

export const erasuresFile = (dataDir: string): string => join(dataDir, "erasures.jsonl");

/** Oldest first; a file that is not there is empty. @throws Error at a line that cannot be read: an erasure may be lost with it */
export const readErasures = async (file: string): Promise<ErasureMade[]> => {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line, place) => {
    const made = readLine(line);
    if (made === null) throw new Error(`line ${place + 1} of ${file} names no erasure`);
    return made;
  });
};

const readLine = (line: string): ErasureMade | null => {
  try {
    const { accountId, at } = JSON.parse(line) as Partial<ErasureMade>;
    return typeof accountId === "string" && typeof at === "number" ? { accountId, at } : null;
  } catch {
    return null;
  }
};

/** Once for an account. */
export const writeErasure = async (file: string, made: ErasureMade): Promise<void> => {
  if ((await readErasures(file)).some(({ accountId }) => accountId === made.accountId)) return;
  await appendFile(file, `${JSON.stringify(made)}\n`, { mode: 0o600, flush: true });
};
