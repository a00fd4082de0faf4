/** Reading requests: the hot paths W2 (list of an account) and W4 (one with contacts and timeline), keyset only. */
import { pageOf } from "../page.js";
import { asList, first as firstRow, isInList, type Sql } from "../sql.js";
import type { StoreContext } from "../store-context.js";
import type { RequestFilter, RequestReads, RequestSummary, RequestViewer, TimelineRow } from "./request.store.js";
import {
  type ContactSqlRow,
  type RequestSqlRow,
  SELECT_CONTACT,
  SELECT_DETAIL,
  SELECT_SUMMARY,
  type SummarySqlRow,
  toDetail,
  toSummary,
} from "./request-row.js";
import { requestConditions, type VisibleRow, visibleRequests } from "./request-visibility.js";

/** A filtered page looks through the account's requests in runs of this many, each four times the last. */
const FIRST_RUN = 200;
const LAST_RUN = 12_800;

export const createRequestReads = ({ sql }: StoreContext): RequestReads => {
  const byIds: RequestReads["byIds"] = async (ids) =>
    (await sql.all<RequestSqlRow>(`${SELECT_DETAIL} WHERE ${isInList(sql.dialect, "r.id")}`, [asList(ids)])).map(
      toDetail,
    );
  return {
    byId: async (id) => {
      const row = await firstRow<RequestSqlRow>(sql, `${SELECT_DETAIL} WHERE r.id = ?`, [id]);
      return row && toDetail(row);
    },
    byIds,
    byNumber: async (number) => {
      const row = await firstRow<RequestSqlRow>(sql, `${SELECT_DETAIL} WHERE r.number = ?`, [number]);
      return row && toDetail(row);
    },
    contactsOf: (requestIds) =>
      sql.all<ContactSqlRow>(
        `${SELECT_CONTACT} WHERE ${isInList(sql.dialect, "request_id")} AND removed_at IS NULL ORDER BY request_id, role DESC, id`,
        [asList(requestIds)],
      ),
    pageForAccount: async (viewer, filter, { first, after }) =>
      pageOf(
        isFiltered(sql, filter)
          ? await readFiltered(sql, viewer, filter, after, first + 1)
          : await readPage(sql, viewer, after, first + 1),
        first,
      ),
    countForAccount: (viewer, filter) => count(sql, viewer, filter),
    timeline: async (requestId, { first, after }, options) => {
      const rows = await sql.all<TimelineSqlRow>(TIMELINE, [
        requestId,
        after ?? "~",
        Number(options?.includeInternal ?? false),
        first + 1,
      ]);
      return pageOf(
        rows.map((row) => ({ ...row, isFromSupport: row.isFromSupport === 1, isInternal: row.isInternal === 1 })),
        first,
      );
    },
  };
};

type TimelineSqlRow = Omit<TimelineRow, "isFromSupport" | "isInternal"> & {
  readonly isFromSupport: number;
  readonly isInternal: number;
};

const TIMELINE = `SELECT t.id, t.request_id AS "requestId", t.kind, t.actor_id AS "actorId", t.is_from_support AS "isFromSupport",
  t.is_internal AS "isInternal", t.text, t.status, t.at, CASE WHEN a.id IS NULL THEN NULL ELSE a.given_name || ' ' || a.family_name END AS "actorName"
  FROM timeline_entry t LEFT JOIN account a ON a.id = t.actor_id
  WHERE t.request_id = ? AND t.id < ? AND t.is_internal <= ? ORDER BY t.id DESC LIMIT ?`;

const hasRole = (filter: RequestFilter): boolean => filter.role !== null && filter.role !== undefined;
const isFiltered = (sql: Sql, filter: RequestFilter): boolean =>
  hasRole(filter) || requestConditions(sql, filter) !== null;

/** W2: one statement; the contact rows choose the 21 ids before any request is touched. */
const readPage = async (
  sql: Sql,
  viewer: RequestViewer,
  after: string | null,
  limit: number,
): Promise<RequestSummary[]> => {
  const visible = visibleRequests(viewer, after, limit);
  const text = `WITH v AS (${visible.text}) ${SELECT_SUMMARY.replace(" FROM support_request r ", `, v.role AS "viewerRole" FROM v CROSS JOIN support_request r `)}
    WHERE r.id = v."requestId" ORDER BY v."requestId" DESC`;
  const rows = await sql.all<SummarySqlRow & Pick<RequestSummary, "viewerRole">>(text, visible.params);
  return rows.map((row) => toSummary(row, row.viewerRole));
};

/** Walks the account's requests run by run until `limit` of them pass the filter. */
const readFiltered = async (
  sql: Sql,
  viewer: RequestViewer,
  filter: RequestFilter,
  after: string | null,
  limit: number,
): Promise<RequestSummary[]> => {
  const found: RequestSummary[] = [];
  const conditions = requestConditions(sql, filter);
  let position = after;
  for (let run = FIRST_RUN; found.length < limit; run = Math.min(run * 4, LAST_RUN)) {
    const visible = visibleRequests(viewer, position, run);
    const seen = await sql.all<VisibleRow>(visible.text, visible.params);
    const roles = new Map(
      seen.filter((row) => !hasRole(filter) || row.role === filter.role).map((row) => [row.requestId, row.role]),
    );
    const text = `${SELECT_SUMMARY} WHERE ${isInList(sql.dialect, "r.id")}${conditions === null ? "" : ` AND ${conditions.text}`} ORDER BY r.id DESC LIMIT ?`;
    const rows = await sql.all<SummarySqlRow>(text, [
      asList([...roles.keys()]),
      ...(conditions?.params ?? []),
      limit - found.length,
    ]);
    for (const row of rows) {
      const role = roles.get(row.id);
      if (role !== undefined) found.push(toSummary(row, role));
    }
    const last = seen.at(-1);
    if (seen.length < run || last === undefined) return found;
    position = last.requestId;
  }
  return found;
};

const NO_LIMIT = 2_147_483_647;

const count = async (sql: Sql, viewer: RequestViewer, filter: RequestFilter): Promise<number> => {
  const visible = visibleRequests(viewer, null, NO_LIMIT);
  const conditions = requestConditions(sql, filter);
  const joined = conditions === null ? "" : ` JOIN support_request r ON r.id = v."requestId"`;
  const wanted = [...(conditions === null ? [] : [conditions.text]), ...(hasRole(filter) ? ["v.role = ?"] : [])];
  const text = `WITH v AS (${visible.text}) SELECT count(*) AS total FROM v${joined}${wanted.length === 0 ? "" : ` WHERE ${wanted.join(" AND ")}`}`;
  const row = await firstRow<{ total: number }>(sql, text, [
    ...visible.params,
    ...(conditions?.params ?? []),
    ...(hasRole(filter) ? [filter.role ?? ""] : []),
  ]);
  return row?.total ?? 0;
};
