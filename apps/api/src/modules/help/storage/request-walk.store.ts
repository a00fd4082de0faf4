/** What was said to the virtual agent, kept with the questions as they were asked (R61, F63). */
import type { DialogueTranscript, Walked } from "@accord/domain";
import { asList, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

export interface KeptWalk {
  readonly requestId: string;
  readonly transcript: DialogueTranscript;
}

export interface RequestWalkReads {
  /** Of those requests that have one. */
  ofRequests(requestIds: readonly string[]): Promise<readonly KeptWalk[]>;
}

export interface RequestWalkWrites extends RequestWalkReads {
  /** Of a new request: written with its unit, once. */
  keep(requestId: string, walked: Walked): void;
}

interface Row {
  readonly request_id: string;
  readonly transcript: string;
}

const reads = ({ sql }: StoreContext): RequestWalkReads => ({
  ofRequests: async (requestIds) => {
    const rows = await sql.all<Row>(
      `SELECT request_id, transcript FROM request_dialogue_walk WHERE ${isInList(sql.dialect, "request_id")}`,
      [asList(requestIds)],
    );
    return rows.map((row) => ({
      requestId: row.request_id,
      transcript: JSON.parse(row.transcript) as DialogueTranscript,
    }));
  },
});

const writes = (context: WriteContext): RequestWalkWrites => ({
  ...reads(context),
  keep: (requestId, { walk, transcript }) =>
    context.sql.later(
      `INSERT INTO request_dialogue_walk (request_id, tree_slug, tree_version, steps, transcript) VALUES (?, ?, ?, ?, ?)`,
      [requestId, walk.treeSlug, walk.version, JSON.stringify(walk.steps), JSON.stringify(transcript)],
    ),
});

export const requestWalks: StoreKey<RequestWalkReads, RequestWalkWrites> = { reads, writes };
