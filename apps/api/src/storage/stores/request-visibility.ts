/** Which requests an account sees (decision 5), newest first: rows bound to it, then rows with its proven address. */
import type { ContactRole } from "@accord/domain";
import { fold, likePattern } from "../fold.js";
import type { Sql, SqlValue } from "../sql.js";
import { asList, isInList } from "../sql.js";
import type { RequestFilter, RequestViewer } from "./request.store.js";

export interface VisibleRow {
  readonly requestId: string;
  readonly role: ContactRole;
}

/** Sorts after every id. */
const END = "~";

const BOUND = `SELECT request_id AS "requestId", role FROM request_contact
  WHERE account_id = ? AND removed_at IS NULL AND request_id < ?`;
/** A request with a bound row is told by that one: no request comes twice. */
const BY_ADDRESS = `SELECT c.request_id AS "requestId", c.role FROM request_contact c
  WHERE c.email = ? AND c.removed_at IS NULL AND c.request_id < ?
  AND NOT EXISTS (SELECT 1 FROM request_contact b WHERE b.account_id = ? AND b.request_id = c.request_id AND b.removed_at IS NULL)`;
const IN_ORDER = `ORDER BY "requestId" DESC LIMIT ?`;

/** The statement of the requests `viewer` sees after `after`; both arms are read in the order of their partial index and merged. */
export const visibleRequests = (
  viewer: RequestViewer,
  after: string | null,
  limit: number,
): { text: string; params: SqlValue[] } =>
  viewer.provenEmail === null
    ? { text: `${BOUND} ${IN_ORDER}`, params: [viewer.id, after ?? END, limit] }
    : {
        text: `${BOUND} UNION ALL ${BY_ADDRESS} ${IN_ORDER}`,
        params: [viewer.id, after ?? END, viewer.provenEmail, after ?? END, viewer.id, limit],
      };

/** Conditions of a filter on the alias `r`; null when it names none. The role is a matter of the contact row. */
export const requestConditions = (sql: Sql, filter: RequestFilter): { text: string; params: SqlValue[] } | null => {
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
  inList("r.status", filter.statuses);
  inList("r.severity", filter.severities);
  inList("r.product_version_id", filter.productVersionIds);
  if (typeof filter.updatedSince === "number") {
    wanted.push("r.updated_at >= ?");
    params.push(filter.updatedSince);
  }
  if (typeof filter.search === "string" && fold(filter.search).trim() !== "") {
    wanted.push("r.search_text LIKE ? ESCAPE '\\'");
    params.push(likePattern(filter.search.trim()));
  }
  return wanted.length === 0 ? null : { text: wanted.join(" AND "), params };
};
