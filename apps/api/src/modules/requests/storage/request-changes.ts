/** Changing a request's row, and what a change of its status brings with it: the wait for the customer and the pause (F48, F67). */
import { type EpochMs, isPausing, type SupportRequest, waitsForCustomer } from "@accord/domain";
import type { Sql, SqlValue } from "../../../kernel/db/sql.js";
import type { RequestChanges } from "./request.store.js";

/** False when unknown, or when it does not stand where expected. */
export const updateRequest = async (
  sql: Sql,
  id: string,
  changes: RequestChanges,
  expectedStatus?: string,
): Promise<boolean> => {
  const { columns, params } = changedColumns(changes);
  if (columns.length === 0) return true;
  const guard = expectedStatus === undefined ? "" : " AND status = ?";
  const text = `UPDATE support_request SET ${columns.join(", ")} WHERE id = ?${guard}`;
  const expected = expectedStatus === undefined ? [] : [expectedStatus];
  if ((await sql.run(text, [...params, id, ...expected])) === 0) return false;
  if (changes.status !== undefined) await keepPause(sql, id, isPausing(changes.status), momentOf(changes));
  return true;
};

/** A request that is entered in the middle of its life (seed, import) waits as it stands. */
export const beginLife = async (sql: Sql, { id, status, updatedAt }: SupportRequest): Promise<void> => {
  if (waitsForCustomer(status)) await updateRequest(sql, id, { status, updatedAt });
};

const OPEN_PAUSE = `INSERT INTO request_pause (request_id, from_at)
  SELECT CAST(? AS text), CAST(? AS bigint) WHERE NOT EXISTS (SELECT 1 FROM request_pause p WHERE p.request_id = ? AND p.until_at IS NULL)
  ON CONFLICT (request_id, from_at) DO UPDATE SET until_at = NULL`;
const CLOSE_PAUSE = `UPDATE request_pause SET until_at = ? WHERE request_id = ? AND until_at IS NULL`;

/** Only a change of status opens or closes a pause: no other change can lose one. */
const keepPause = async (sql: Sql, id: string, isPaused: boolean, at: EpochMs): Promise<void> => {
  if (isPaused) await sql.run(OPEN_PAUSE, [id, at, id]);
  else await sql.run(CLOSE_PAUSE, [at, id]);
};

const momentOf = ({ updatedAt }: RequestChanges): EpochMs => {
  if (updatedAt === undefined) throw new Error("a change of status tells when it happened");
  return updatedAt;
};

interface Assignments {
  readonly columns: string[];
  readonly params: SqlValue[];
}

const changedColumns = (changes: RequestChanges): Assignments => {
  const made: Assignments = { columns: [], params: [] };
  const set = (column: string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    made.columns.push(`${column} = ?`);
    made.params.push(value);
  };
  set("updated_at", changes.updatedAt);
  set("status", changes.status);
  set("is_open", changes.status === undefined ? undefined : Number(changes.status !== "CLOSED"));
  set("closed_reason", changes.closedReason);
  set("engineer_id", changes.engineerId);
  set("team_id", changes.teamId);
  set("severity", changes.severity);
  set("support_24x7", changes.support24x7 === undefined ? undefined : Number(changes.support24x7));
  set("closed_at", changes.closedAt);
  set("first_response_due_at", changes.firstResponseDueAt);
  set("near_breach_at", changes.nearBreachAt);
  set("last_communication_at", changes.lastCommunicationAt);
  if (changes.firstRespondedAt !== undefined) {
    made.columns.push("first_responded_at = coalesce(first_responded_at, ?)");
    made.params.push(changes.firstRespondedAt);
  }
  setWait(changes, made, set);
  setAskAndRating(changes, set);
  return made;
};

type Set = (column: string, value: SqlValue | undefined) => void;

/** A status begins or ends the wait for the customer, whatever else is seen to happen renews it; the notice counts for one wait. */
const setWait = (changes: RequestChanges, made: Assignments, set: Set): void => {
  if (changes.status !== undefined) set("waiting_since", waitsForCustomer(changes.status) ? momentOf(changes) : null);
  else if (changes.updatedAt !== undefined && changes.closingNoticeAt === undefined) {
    made.columns.push("waiting_since = CASE WHEN waiting_since IS NULL THEN NULL ELSE CAST(? AS bigint) END");
    made.params.push(changes.updatedAt);
  }
  set("closing_notice_at", changes.closingNoticeAt ?? (changes.updatedAt === undefined ? undefined : null));
};

const setAskAndRating = ({ severity, severityAsk, rating }: RequestChanges, set: Set): void => {
  const ask = severityAsk === undefined && severity !== undefined ? null : severityAsk;
  if (ask !== undefined) {
    set("asked_severity", ask?.severity ?? null);
    set("asked_severity_reason", ask?.reason ?? null);
    set("asked_severity_at", ask?.at ?? null);
    set("asked_severity_by", ask?.actorId ?? null);
  }
  if (rating === undefined) return;
  set("rating_score", rating.score);
  set("rating_comment", rating.comment);
  set("rated_at", rating.at);
};
