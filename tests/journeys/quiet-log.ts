/** After the last journey: what the server logged above info. A story that went well has nothing to report (K6). */
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { SERVERS } from "./servers.js";

interface Line {
  readonly level: number;
  readonly msg?: string;
}

const INFO = 30;
/** The log is written a few times a second. */
const FLUSHED_AFTER = 600;

/** The lines of a JSON log above info; a line that is no JSON counts, too. */
export const linesAboveInfo = (log: string): string[] =>
  log.split("\n").filter((line) => {
    if (line.trim() === "") return false;
    try {
      return (JSON.parse(line) as Line).level > INFO;
    } catch {
      return true;
    }
  });

export default async function expectQuietLog(): Promise<void> {
  await wait(FLUSHED_AFTER);
  const lines = SERVERS.flatMap(({ log }) => linesAboveInfo(readFileSync(log, "utf8")));
  if (lines.length > 0)
    throw new Error(`the servers logged ${lines.length} lines above info:\n${lines.slice(0, 10).join("\n")}`);
}
