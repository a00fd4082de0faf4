/** What each retention counts and takes away, by the stores of its module (F83). */
import { type EpochMs, judgeRetention, overSince, type RetentionClass, type RetentionDays } from "@accord/domain";
import type { ReadStores, WriteStores } from "../kernel/db/index.js";
import type { EndedAsked, EndedRow, RetainedReads, RetainedWrites } from "../kernel/db/retained.js";
import type { StoragePart, StoreKey } from "../kernel/db/storage-part.js";
import type { Erased } from "../kernel/db/subject.js";
import { retainedMessageStore } from "../kernel/jobs/retained-message.store.js";
import { subjectHelpStore } from "../modules/help/module.js";
import { retainedNoticeStore } from "../modules/notices/module.js";
import { idleAccountStore, legalHoldStore } from "../modules/privacy/module.js";
import { retainedRequestStore } from "../modules/requests/module.js";
import { eraseAgain } from "../subject/erase-subject.js";

export interface RemovalParts {
  readonly tables: StoragePart["tables"];
  readonly erased: readonly Erased[];
  readonly at: EpochMs;
}

interface Retained {
  readonly ended: (stores: ReadStores, asked: EndedAsked) => Promise<readonly EndedRow[]>;
  /** Answers the digests of files that nobody may need any more. */
  readonly remove: (tx: WriteStores, ids: readonly string[], parts: RemovalParts) => Promise<readonly string[]>;
  /** What it writes to: nothing of what is gone stays in the files of these. */
  readonly tables: readonly string[];
}

const byStore = (key: StoreKey<RetainedReads, RetainedWrites>, tables: readonly string[]): Retained => ({
  ended: (stores, asked) => stores.of(key).ended(asked),
  remove: (tx, ids, { at }) => tx.of(key).remove(ids, at),
  tables,
});

const requests = byStore(retainedRequestStore, [
  ...["support_request", "request_contact", "timeline_entry", "attachment", "split_proposal", "mail_trouble"],
  ...["request_answers", "request_dialogue_walk", "request_search"],
]);

export const RETAINED: Readonly<Record<RetentionClass, Retained>> = {
  requests: {
    ...requests,
    remove: async (tx, ids, parts) => {
      await tx.of(subjectHelpStore).forget(ids);
      return requests.remove(tx, ids, parts);
    },
  },
  notices: byStore(retainedNoticeStore, ["notice"]),
  messages: byStore(retainedMessageStore, ["outbox"]),
  accounts: {
    ended: (stores, asked) => stores.of(idleAccountStore).ended(asked),
    // Their files are in the journal of erasures, which is gone on with at the end.
    remove: async (tx, ids, parts) => {
      await eraseAgain(tx, ids, parts);
      return [];
    },
    tables: [],
  },
};

export interface Slice {
  readonly after: string;
  readonly first: number;
}

export interface JudgedSlice {
  readonly over: readonly EndedRow[];
  readonly held: readonly EndedRow[];
  /** Where the next one begins; null: this was the last. */
  readonly end: string | null;
}

/** Some of what has ended, judged; nothing where the class has no days. */
export const judgeSlice = async (
  stores: ReadStores,
  name: RetentionClass,
  days: RetentionDays,
  at: EpochMs,
  { after, first }: Slice,
): Promise<JudgedSlice> => {
  const before = overSince(days[name], at);
  if (before === null) return { over: [], held: [], end: null };
  const held = await stores.of(legalHoldStore).held();
  const rows = await RETAINED[name].ended(stores, { before, at, held, after, first });
  const judged = (verdict: string) => rows.filter((row) => judgeRetention(row, days[name], at) === verdict);
  return { over: judged("OVER"), held: judged("HELD"), end: rows.length < first ? null : (rows.at(-1)?.id ?? null) };
};
