/** What was looked at in this run, by whichever worker: nothing is looked at twice. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(process.env.JOURNEYS_DATA_DIR ?? "", "looked-at");

const fileOf = (what: string): string => join(FOLDER, createHash("sha256").update(what).digest("hex"));

export const isLookedAt = (what: string): boolean => existsSync(fileOf(what));

export const markLookedAt = (what: string): void => {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(what), "");
};
