/** A name that was given to a file stays through a power cut. */
import { open } from "node:fs/promises";

/** Brings the names in the folder at `path` to the disk. */
export const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};
