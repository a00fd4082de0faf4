/** What was said to the virtual agent, kept with the questions as they were asked (R61, F63). */
import type { Walked } from "@accord/domain";
import { pick, type RowIn } from "../../../kernel/db/row-shape.js";
import { insertLater, selectRows } from "../../../kernel/db/rows.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { requestWalkTable } from "./dialogue-part.js";

const KEPT = pick(requestWalkTable, ["requestId", "transcript"]);
export type KeptWalk = RowIn<typeof KEPT>;

export interface RequestWalkReads {
  /** Of those requests that have one. */
  ofRequests(requestIds: readonly string[]): Promise<readonly KeptWalk[]>;
}

export interface RequestWalkWrites extends RequestWalkReads {
  /** Of a new request: written with its unit, once. */
  keep(requestId: string, walked: Walked): void;
}

const reads = ({ sql }: StoreContext): RequestWalkReads => ({
  ofRequests: (requestIds) =>
    selectRows(sql, KEPT, `FROM request_dialogue_walk WHERE ${isInList(sql.dialect, "request_id")}`, [
      asList(requestIds),
    ]),
});

const writes = (context: WriteContext): RequestWalkWrites => ({
  ...reads(context),
  keep: (requestId, { walk, transcript }) =>
    insertLater(context.sql, requestWalkTable, [
      { requestId, treeSlug: walk.treeSlug, treeVersion: walk.version, steps: walk.steps, transcript },
    ]),
});

export const requestWalks: StoreKey<RequestWalkReads, RequestWalkWrites> = { reads, writes };
