/** The queue of the engineers: every request by its deadline, what nobody has answered first; full-text search in one place (F41, F52). */

import {
  asksForFacts,
  type EpochMs,
  type FirstResponseState,
  type QueueFilter,
  type RequestLife,
  type RequestStatus,
} from "@accord/domain";
import { type Page, type PageRequest, pageOf, walkBy } from "../../../kernel/db/page.js";
import { combine, pick } from "../../../kernel/db/row-shape.js";
import { selectRows } from "../../../kernel/db/rows.js";
import { asList, first as firstRow, isInList, type Sql, type SqlValue } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext } from "../../../kernel/db/store-context.js";
import { FROM_REQUEST, foundBy, type RequestSummary, SUMMARY, supportRequestTable } from "../../requests/module.js";

/** Who looks: what a search and a filter may tell depends on it (domain: sightOf). */
export interface QueueViewer {
  readonly id: string;
  readonly teamIds: readonly string[];
  readonly isWorker: boolean;
  readonly isLead: boolean;
}

export interface QueueQuestion {
  readonly viewer: QueueViewer;
  /** `turn` and `productId` are told by the next two. */
  readonly filter: QueueFilter;
  /** In force together with those of the filter; null: any. */
  readonly statuses: readonly RequestStatus[] | null;
  readonly productVersionIds: readonly string[] | null;
  /** Beginnings of words of number, title or description; only of requests whose text the viewer may read. */
  readonly search: string | null;
  readonly now: EpochMs;
}

export interface QueueRow
  extends Omit<RequestSummary, "viewerRole" | "engineerName" | "primaryContact">,
    Pick<RequestLife, "teamId" | "firstRespondedAt"> {}

export interface QueueReads {
  page(question: QueueQuestion, page: PageRequest): Promise<Page<QueueRow>>;
  count(question: QueueQuestion): Promise<number>;
}

const QUEUE_ROW = combine(SUMMARY, pick(supportRequestTable, ["teamId", "firstRespondedAt"], "r"));

const placeOf = (alias: string): readonly string[] => [
  `CASE WHEN ${alias}.first_responded_at IS NULL THEN 0 ELSE 1 END`,
  `${alias}.first_response_due_at`,
  `${alias}.id`,
];
const PLACE = `(SELECT ${placeOf("x").join(", ")} FROM support_request x WHERE x.id = ?)`;

export const createQueueReads = ({ sql }: StoreContext): QueueReads => ({
  page: async (question, page) => {
    const wanted = conditionsOf(sql, question);
    const walk = walkBy(`(${placeOf("r").join(", ")})`, "ASC", page, PLACE);
    const order = placeOf("r").map((column) => `${column} ${walk.direction}`);
    const rest = `${FROM_REQUEST} WHERE ${[...wanted.texts, walk.where].join(" AND ")} ORDER BY ${order.join(", ")} LIMIT ?`;
    const params = [...wanted.params, ...walk.params, page.first + 1];
    return pageOf(await selectRows(sql, QUEUE_ROW, rest, params), page.first);
  },
  count: async (question) => {
    const { texts, params } = conditionsOf(sql, question);
    const text = `SELECT CAST(count(*) AS integer) AS total FROM support_request r WHERE ${texts.join(" AND ")}`;
    return (await firstRow<{ total: number }>(sql, text, params))?.total ?? 0;
  },
});

interface Conditions {
  readonly texts: string[];
  readonly params: SqlValue[];
}

const conditionsOf = (sql: Sql, question: QueueQuestion): Conditions => {
  const { viewer, filter, statuses, productVersionIds, search } = question;
  const made: Conditions = { texts: [], params: [] };
  const add = (text: string, ...params: readonly SqlValue[]): void => {
    made.texts.push(text);
    made.params.push(...params);
  };
  const inList = (column: string, values: readonly string[] | null): void => {
    if (values !== null) add(isInList(sql.dialect, column), asList(values));
  };
  if (statuses === null || !statuses.includes("CLOSED")) add("r.is_open = 1");
  inList("r.status", statuses);
  inList("r.team_id", filter.teamIds);
  inList("r.severity", filter.severities);
  inList("r.product_version_id", productVersionIds);
  if (filter.owner === "MINE") add("r.engineer_id = ?", viewer.id);
  if (filter.owner === "UNASSIGNED") add("r.engineer_id IS NULL");
  if (filter.owner === "OTHERS") add("r.engineer_id <> ?", viewer.id);
  if (filter.firstResponse !== null) addStates(made, filter.firstResponse, question.now);
  if (asksForFacts(filter) && !viewer.isLead) addSight(sql, made, viewer, "");
  if (search === null) return made;
  if (!viewer.isLead) addSight(sql, made, viewer, "r.engineer_id IS NULL AND ");
  const found = foundBy(sql, search);
  add(`r.id IN (${found.text})`, ...found.params);
  return made;
};

/** The viewer's own, and those of the viewer's teams or of none. */
const addSight = (sql: Sql, made: Conditions, { id, teamIds, isWorker }: QueueViewer, also: string): void => {
  const ofTeam = `(${also}(r.team_id IS NULL OR ${isInList(sql.dialect, "r.team_id")}))`;
  made.texts.push(isWorker ? `(r.engineer_id = ? OR ${ofTeam})` : "r.engineer_id = ?");
  made.params.push(id, ...(isWorker ? [asList(teamIds)] : []));
};

const UNANSWERED = "r.first_responded_at IS NULL";
const STATES: Readonly<Record<FirstResponseState, string>> = {
  MET: "r.first_responded_at <= r.first_response_due_at",
  MISSED: "r.first_responded_at > r.first_response_due_at",
  BREACHED: `(${UNANSWERED} AND r.first_response_due_at < CAST(? AS bigint))`,
  NEAR_BREACH: `(${UNANSWERED} AND r.first_response_due_at >= CAST(? AS bigint) AND r.near_breach_at <= CAST(? AS bigint))`,
  PENDING: `(${UNANSWERED} AND r.near_breach_at > CAST(? AS bigint))`,
};

/** As the domain tells them (firstResponseState). */
const addStates = (made: Conditions, states: readonly FirstResponseState[], now: EpochMs): void => {
  const texts = states.map((state) => STATES[state]);
  made.texts.push(texts.length === 0 ? "1 = 0" : `(${texts.join(" OR ")})`);
  for (const text of texts) made.params.push(...[...text.matchAll(/\?/g)].map(() => now));
};

export const queueStore: StoreKey<QueueReads, QueueReads> = { reads: createQueueReads, writes: createQueueReads };
