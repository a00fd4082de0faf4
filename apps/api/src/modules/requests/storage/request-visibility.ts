/** Which requests an account sees (G5), rows bound to it, then rows with its proven address. */

import { type PageRequest, walkBy } from "../../../kernel/db/page.js";
import { foldedText, holdsEvery, isLike } from "../../../kernel/db/search-sql.js";
import type { Sql, SqlValue } from "../../../kernel/db/sql.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
import { calledSo } from "../../references/module.js";
import type { RequestFilter, RequestViewer } from "./request.store.js";

const BOUND = `FROM request_contact c WHERE c.account_id = ? AND c.removed_at IS NULL AND`;
const BY_ADDRESS = `FROM request_contact c WHERE c.email = ? AND c.removed_at IS NULL AND`;
/** For counting: a request with a bound row is told by that one, so that no request comes twice. */
const NOT_BOUND = `AND NOT EXISTS (SELECT 1 FROM request_contact b
  WHERE b.account_id = ? AND b.request_id = c.request_id AND b.removed_at IS NULL)`;

export interface Statement {
  readonly text: string;
  readonly params: SqlValue[];
}

/**
 * The requests `viewer` sees where the walk goes on: `"requestId"` and `role`. With a limit each arm gives its first, in the order of its
 * partial index, and what comes twice is told by the bound row: a bound row carries the same address as a rule, so asking each
 * row of the address whether it is bound would walk the whole list of a busy account. Without a limit they come in any order,
 * for counting (`withRole` reads more than the index holds).
 */
export const visibleRequests = (
  viewer: RequestViewer,
  page: Pick<PageRequest, "after" | "isReversed">,
  limit: number | null,
  withRole = true,
): Statement => {
  const columns = withRole ? `c.request_id AS "requestId", c.role` : `c.request_id AS "requestId"`;
  const { where, params: from, direction } = walkBy("c.request_id", "DESC", page);
  const ordered = `ORDER BY "requestId" ${direction} LIMIT ?`;
  if (viewer.provenEmail === null) {
    const text = `SELECT ${columns} ${BOUND} ${where}`;
    return limit === null
      ? { text, params: [viewer.id, ...from] }
      : { text: `${text} ${ordered}`, params: [viewer.id, ...from, limit] };
  }
  if (limit === null) {
    const text = `SELECT ${columns} ${BOUND} ${where} UNION ALL SELECT ${columns} ${BY_ADDRESS} ${where} ${NOT_BOUND}`;
    return { text, params: [viewer.id, ...from, viewer.provenEmail, ...from, viewer.id] };
  }
  const text = `SELECT "requestId", substr(min(ranked), 2) AS role FROM (
    SELECT * FROM (SELECT c.request_id AS "requestId", '0' || c.role AS ranked ${BOUND} ${where} ${ordered}) own
    UNION ALL SELECT * FROM (SELECT c.request_id AS "requestId", '1' || max(c.role) AS ranked ${BY_ADDRESS} ${where} GROUP BY c.request_id ${ordered}) addressed
  ) arms GROUP BY "requestId" ${ordered}`;
  return { text, params: [viewer.id, ...from, limit, viewer.provenEmail, ...from, limit, limit] };
};

/** Where a contact's search looks: number and title, description, and the messages every contact reads; never a note of support. */
const SEARCHED: readonly string[] = [
  isLike("r.search_text"),
  isLike(foldedText("r.description_folded", "r.description")),
  `EXISTS (SELECT 1 FROM timeline_entry t WHERE t.request_id = r.id AND t.is_internal = 0
    AND ${isLike(foldedText("t.text_folded", "t.text"))})`,
];

/** Conditions of a filter on the aliases `r` (the request) and `v` (visible with a role); null when it names none. */
export const requestConditions = (
  sql: Sql,
  { id: accountId }: RequestViewer,
  filter: RequestFilter,
): { text: string; params: SqlValue[] } | null => {
  const wanted: string[] = [];
  const params: SqlValue[] = [];
  const inList = (column: string, values: readonly string[] | null | undefined): void => {
    if (values === null || values === undefined) return;
    wanted.push(isInList(sql.dialect, column));
    params.push(asList(values));
  };
  if (typeof filter.isOpen === "boolean") {
    wanted.push("r.is_open = ?");
    params.push(Number(filter.isOpen));
  }
  const same = (column: string, value: string | null | undefined): void => {
    if (value === null || value === undefined) return;
    wanted.push(`${column} = ?`);
    params.push(value);
  };
  same("v.role", filter.role);
  same("r.category_id", filter.categoryId);
  same("r.problem_id", filter.problemId);
  inList("r.status", filter.statuses);
  inList("r.severity", filter.severities);
  inList("r.product_version_id", filter.productVersionIds);
  if (typeof filter.updatedSince === "number") {
    wanted.push("r.updated_at >= ?");
    params.push(filter.updatedSince);
  }
  if (typeof filter.search === "string" && filter.search.trim() !== "") {
    const found = holdsEvery(filter.search, SEARCHED);
    wanted.push(found?.text ?? "1 = 0");
    params.push(...(found?.params ?? []));
  }
  const called = filter.calledSo === undefined ? null : calledSo(accountId, "r.id", filter.calledSo);
  if (called !== null) {
    wanted.push(called.text);
    params.push(...called.params);
  }
  return wanted.length === 0 ? null : { text: wanted.join(" AND "), params };
};
