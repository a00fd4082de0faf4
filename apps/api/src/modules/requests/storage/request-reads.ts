/** Reading requests: the hot paths W2 (list of an account) and W4 (one with contacts and timeline), keyset only. */
import { type PageRequest, pageOf, walkBy } from "../../../kernel/db/page.js";
import { selectFirst, selectRows } from "../../../kernel/db/rows.js";
import { asList, first as firstRow, isInList, type Sql, type SqlValue } from "../../../kernel/db/sql.js";
import type { StoreContext } from "../../../kernel/db/store-context.js";
import type { RequestDetail, RequestFilter, RequestReads, RequestSummary, RequestViewer } from "./request.store.js";
import { CONTACT, DETAIL, FROM_REQUEST, FROM_SEEN, PAUSE, SEEN, TIMELINE, toDetail, toSummary } from "./request-row.js";
import { requestConditions, type Statement, visibleRequests } from "./request-visibility.js";
import { placeOfUpdate } from "./update-place.js";

/** A filtered page looks through the account's requests in runs of this many, each four times the last. */
const FIRST_RUN = 200;
const LAST_RUN = 12_800;

const FROM_ENTRY = "FROM timeline_entry t LEFT JOIN account a ON a.id = t.actor_id";

export const createRequestReads = ({ sql }: StoreContext): RequestReads => {
  const details = async (condition: string, value: SqlValue): Promise<RequestDetail[]> =>
    (await selectRows(sql, DETAIL, `${FROM_REQUEST} WHERE ${condition}`, [value])).map(toDetail);
  return {
    byId: async (id) => (await details("r.id = ?", id))[0] ?? null,
    byIds: (ids) => details(isInList(sql.dialect, "r.id"), asList(ids)),
    pausesOf: (requestIds) =>
      selectRows(
        sql,
        PAUSE,
        `FROM request_pause WHERE ${isInList(sql.dialect, "request_id")} ORDER BY request_id, from_at`,
        [asList(requestIds)],
      ),
    silent: async ({ untoldSince, toldSince, toldAt }, limit) => {
      const text = `SELECT id FROM support_request WHERE waiting_since <= ? AND (closing_notice_at IS NULL
        OR (waiting_since <= ? AND closing_notice_at <= ?)) ORDER BY waiting_since LIMIT ?`;
      const rows = await sql.all<{ id: string }>(text, [untoldSince, toldSince, toldAt, limit]);
      return rows.map((row) => row.id);
    },
    entryById: (entryId) => selectFirst(sql, TIMELINE, `${FROM_ENTRY} WHERE t.id = ?`, [entryId]),
    byNumber: async (number) => (await details("r.number = ?", number))[0] ?? null,
    contactsOf: (requestIds) => {
      const inForce = `FROM request_contact WHERE ${isInList(sql.dialect, "request_id")} AND removed_at IS NULL`;
      return selectRows(sql, CONTACT, `${inForce} ORDER BY request_id, role DESC, id`, [asList(requestIds)]);
    },
    pageForAccount: async (viewer, filter, page) => {
      const conditions = requestConditions(sql, viewer, filter);
      const most = page.first + 1;
      const rows = page.isByUpdate
        ? await readByUpdate(sql, viewer, conditions, page)
        : conditions === null
          ? await readSeen(sql, visibleRequests(viewer, page, most), null, page, most)
          : await readFiltered(sql, viewer, conditions, page);
      return pageOf(rows, page.first);
    },
    countForAccount: (viewer, filter) => count(sql, viewer, filter),
    countTimeline: async (requestId, options) => {
      const text = `SELECT count(*) AS total FROM timeline_entry WHERE request_id = ? AND is_internal <= ?`;
      const row = await firstRow<{ total: number }>(sql, text, [requestId, Number(options?.includeInternal ?? false)]);
      return row?.total ?? 0;
    },
    timeline: async (requestId, page, options) => {
      const { where, params, direction } = walkBy("t.id", "DESC", page);
      const rest = `${FROM_ENTRY}
        WHERE t.request_id = ? AND ${where} AND t.is_internal <= ? ORDER BY t.id ${direction} LIMIT ?`;
      const asked = [requestId, ...params, Number(options?.includeInternal ?? false), page.first + 1];
      return pageOf(await selectRows(sql, TIMELINE, rest, asked), page.first);
    },
  };
};

/** W2: one statement; the contact rows choose the ids before any request is touched. */
const readSeen = async (
  sql: Sql,
  visible: Statement,
  conditions: Statement | null,
  page: PageRequest,
  limit: number,
): Promise<RequestSummary[]> => {
  const wanted = conditions === null ? "" : ` AND ${conditions.text}`;
  const params = [...visible.params, ...(conditions?.params ?? []), limit];
  const rest = `${FROM_SEEN}${wanted} ORDER BY v."requestId" ${page.isReversed ? "ASC" : "DESC"} LIMIT ?`;
  return (await selectRows(sql, SEEN, rest, params, `WITH v AS (${visible.text}) `)).map(toSummary);
};

/** By the last change: all the account sees is looked through, and what stands beyond the place goes on. */
const readByUpdate = async (
  sql: Sql,
  viewer: RequestViewer,
  conditions: Statement | null,
  { first, after, isReversed }: PageRequest,
): Promise<RequestSummary[]> => {
  const visible = visibleRequests(viewer, { after: null }, null);
  const direction = isReversed ? "ASC" : "DESC";
  const place = after === null ? null : placeOfUpdate(after);
  const beyond =
    place === null ? "" : ` AND (r.updated_at, r.id) ${isReversed ? ">" : "<"} (CAST(? AS bigint), CAST(? AS text))`;
  const wanted = conditions === null ? "" : ` AND ${conditions.text}`;
  const rest = `${FROM_SEEN}${beyond}${wanted} ORDER BY r.updated_at ${direction}, r.id ${direction} LIMIT ?`;
  const params = [...visible.params, ...(place ?? []), ...(conditions?.params ?? []), first + 1];
  return (await selectRows(sql, SEEN, rest, params, `WITH v AS (${visible.text}) `)).map(toSummary);
};

/** Walks the account's requests run by run until `limit` of them pass the conditions. */
const readFiltered = async (
  sql: Sql,
  viewer: RequestViewer,
  conditions: Statement,
  page: PageRequest,
): Promise<RequestSummary[]> => {
  const limit = page.first + 1;
  const found: RequestSummary[] = [];
  let position = page.after;
  for (let run = FIRST_RUN; ; run = Math.min(run * 4, LAST_RUN)) {
    const visible = visibleRequests(viewer, { ...page, after: position }, run);
    found.push(...(await readSeen(sql, visible, conditions, page, limit - found.length)));
    if (found.length === limit) return found;
    const last = page.isReversed ? "max" : "min";
    const text = `WITH v AS (${visible.text}) SELECT count(*) AS seen, ${last}("requestId") AS last FROM v`;
    const end = await firstRow<{ seen: number; last: string | null }>(sql, text, visible.params);
    if (end === null || end.seen < run) return found;
    position = end.last;
  }
};

const count = async (sql: Sql, viewer: RequestViewer, filter: RequestFilter): Promise<number> => {
  const conditions = requestConditions(sql, viewer, filter);
  const visible = visibleRequests(viewer, { after: null }, null, conditions !== null);
  const rest = conditions === null ? "" : ` JOIN support_request r ON r.id = v."requestId" WHERE ${conditions.text}`;
  const text = `WITH v AS (${visible.text}) SELECT count(*) AS total FROM v${rest}`;
  const row = await firstRow<{ total: number }>(sql, text, [...visible.params, ...(conditions?.params ?? [])]);
  return row?.total ?? 0;
};
