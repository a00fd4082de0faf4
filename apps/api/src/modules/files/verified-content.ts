/** Content whose bytes are what their digest says: read through once, and again as soon as they may be others (I-8: never wrong bytes). */
import { LRUCache } from "lru-cache";
import type { Content, FileRoom } from "./file-room.js";
import { measure } from "./measure.js";

const REMEMBERED = 10_000;

/** The content, or "missing", or "damaged". */
export type Verify = (sha256: string) => Promise<Content | "missing" | "damaged">;

export const createVerify = (room: FileRoom): Verify => {
  const known = new LRUCache<string, string>({ max: REMEMBERED });
  const running = new Map<string, Promise<boolean>>();
  const isSound = (sha256: string): Promise<boolean> => {
    const asked = running.get(sha256);
    if (asked !== undefined) return asked;
    const answer = room
      .read(sha256, null)
      .then(measure)
      .then((measured) => measured.sha256 === sha256)
      .finally(() => running.delete(sha256));
    running.set(sha256, answer);
    return answer;
  };
  return async (sha256) => {
    const content = await room.find(sha256);
    if (content === null) return "missing";
    if (known.get(sha256) === content.version) return content;
    if (!(await isSound(sha256))) return "damaged";
    known.set(sha256, content.version);
    return content;
  };
};
