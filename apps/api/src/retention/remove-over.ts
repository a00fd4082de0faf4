/**
 * Takes away what is over, as it was counted and confirmed (F83): some rows a transaction, each judged in it anew and on record
 * with its counts, then their files, then what is left of them in the files of the database. Killed anywhere, what went is gone
 * and on record; the rest is counted anew.
 */
import type { RetentionClass, RetentionDays } from "@accord/domain";
import { auditStore } from "../kernel/audit/audit.store.js";
import type { Database } from "../kernel/db/index.js";
import { clearContents, openFileRoom } from "../modules/files/module.js";
import { erasureStore } from "../modules/privacy/module.js";
import { finishErasure } from "../subject/erase-subject.js";
import { countOver } from "./count-over.js";
import { judgeSlice, RETAINED, type RemovalParts } from "./retained-classes.js";

export interface RemoveParts extends RemovalParts {
  readonly db: Database;
  readonly days: RetentionDays;
  readonly blobUrl: string;
  readonly erasuresFile: string;
  /** Who confirmed it; null: the command line. */
  readonly actorId: string | null;
  /** Hears how far it is. */
  readonly progress: (text: string) => void;
}

export type Removal =
  | { readonly isDone: true; readonly removed: number }
  /** It is not as many any more: nothing is removed. */
  | { readonly isDone: false; readonly over: number };

const AT_ONCE = 100;

export const removeOver = async (name: RetentionClass, counted: number, parts: RemoveParts): Promise<Removal> => {
  const { db, days, at, progress } = parts;
  const over = (await countOver(db.read, name, days, at)).rows;
  if (over !== counted) return { isDone: false, over };
  const room = await openFileRoom(parts.blobUrl);
  let removed = 0;
  for (let after: string | null = ""; after !== null && removed < counted; ) {
    const step = await removeSome(name, { after, most: counted - removed }, parts);
    await clearContents({ db, room }, step.files);
    removed += step.rows;
    after = step.end;
    progress(`${removed} of ${counted}`);
  }
  await clearRests(name, parts);
  return { isDone: true, removed };
};

interface Step {
  readonly rows: number;
  readonly files: readonly string[];
  readonly end: string | null;
}

const removeSome = (
  name: RetentionClass,
  { after, most }: { readonly after: string; readonly most: number },
  parts: RemoveParts,
): Promise<Step> =>
  parts.db.transaction("subject.removeEnded", async (tx): Promise<Step> => {
    const { days, at, actorId } = parts;
    const { over, end } = await judgeSlice(tx, name, days, at, { after, first: AT_ONCE });
    const rows = over.slice(0, most);
    if (rows.length === 0) return { rows: 0, files: [], end };
    const ids = rows.map(({ id }) => id);
    const files = await RETAINED[name].remove(tx, ids, parts);
    const details = { rows: rows.length, files: rows.reduce((sum, row) => sum + row.files, 0), days: days[name] };
    await tx.of(auditStore).append({ actorId, action: "subject.removeEnded", objectId: name, details, at });
    return { rows: rows.length, files, end };
  });

/** Also of one that was killed before it came to this. */
const clearRests = async (name: RetentionClass, parts: RemoveParts): Promise<void> => {
  if (name === "accounts") return finishErasure(await parts.db.read.of(erasureStore).unended(), parts);
  parts.progress("what is left in the database");
  return parts.db.compact(RETAINED[name].tables);
};
