/** What the overview counts, in a handful of grouped reads; and refusals by day and reason (F79). */

import { type CivilDate, DAY, dayAt, type EpochMs, type Severity } from "@accord/domain";
import { insertRow } from "../../../kernel/db/rows.js";
import { first, type Sql } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { isActivated, isInForce } from "../../agreements/module.js";
import { refusalCountTable } from "./refusal-count.table.js";

export type RequestAge = "DAY" | "WEEK" | "MONTH" | "OLDER";

export interface OpenRequestCount {
  readonly severity: Severity;
  readonly age: RequestAge;
  readonly requests: number;
}

/** First responses of requests made since then; what was closed unanswered counts nowhere. */
export interface FirstResponseCount {
  readonly inTime: number;
  readonly late: number;
  readonly waiting: number;
}

export interface PlanCount {
  readonly active: number;
  /** With one incident left. */
  readonly lastIncident: number;
  readonly empty: number;
  readonly endingIn30Days: number;
  readonly endingIn60Days: number;
  readonly endingIn90Days: number;
}

export interface WeekCount {
  /** Monday, UTC. */
  readonly weekOn: CivilDate;
  readonly incidents: number;
}

export interface CurrencyTotal {
  readonly currency: string;
  readonly purchases: number;
  readonly amountMinor: number;
}

export interface RefusalTotal {
  readonly code: string;
  readonly times: number;
}

export interface OverviewReads {
  openRequests(now: EpochMs): Promise<OpenRequestCount[]>;
  firstResponses(since: EpochMs, now: EpochMs): Promise<FirstResponseCount>;
  plans(now: EpochMs): Promise<PlanCount>;
  /** Weeks without one are left out. */
  incidentsByWeek(since: EpochMs): Promise<WeekCount[]>;
  /** Paid with money, not given back. */
  purchases(since: EpochMs): Promise<CurrencyTotal[]>;
  /** Most frequent first. */
  refusals(from: CivilDate): Promise<RefusalTotal[]>;
}

export interface OverviewWrites extends OverviewReads {
  addRefusals(day: CivilDate, counts: ReadonlyMap<string, number>): Promise<void>;
  deleteRefusals(before: CivilDate): Promise<number>;
}

const WEEK = 7 * DAY;
/** 1970 began on a Thursday. */
const MONDAY = 3 * DAY;

const OPEN = `SELECT severity, CASE WHEN created_at > ? THEN 'DAY' WHEN created_at > ? THEN 'WEEK' WHEN created_at > ? THEN 'MONTH' ELSE 'OLDER' END AS age,
  CAST(COUNT(*) AS integer) AS requests FROM support_request WHERE is_open = 1 GROUP BY 1, 2 ORDER BY 1, 2`;
const sumOf = (condition: string): string =>
  `CAST(COALESCE(SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0) AS integer)`;
const UNANSWERED = "first_responded_at IS NULL AND is_open = 1";
const FIRST = `SELECT ${sumOf("first_responded_at <= first_response_due_at")} AS "inTime",
  ${sumOf(`first_responded_at > first_response_due_at OR (${UNANSWERED} AND first_response_due_at < CAST(? AS bigint))`)} AS "late",
  ${sumOf(`${UNANSWERED} AND first_response_due_at >= CAST(? AS bigint)`)} AS "waiting" FROM support_request WHERE created_at >= ?`;
const PLANS = `SELECT CAST(COUNT(*) AS integer) AS "active", ${sumOf("remaining = 1")} AS "lastIncident", ${sumOf("remaining = 0")} AS "empty",
  ${sumOf("ends_at <= CAST(? AS bigint)")} AS "endingIn30Days", ${sumOf("ends_at <= CAST(? AS bigint)")} AS "endingIn60Days", ${sumOf("ends_at <= CAST(? AS bigint)")} AS "endingIn90Days"
  FROM plan p WHERE revoked_at IS NULL AND starts_at <= ? AND ends_at > ? AND ${isInForce("p")} AND ${isActivated("p")}`;
const WEEKS = `SELECT (at + ${MONDAY}) / ${WEEK} AS week, CAST(COUNT(*) AS integer) AS incidents FROM entitlement_ledger
  WHERE kind = 'CONSUME' AND at >= ? GROUP BY 1 ORDER BY 1`;
const PURCHASES = `SELECT currency, CAST(COUNT(*) AS integer) AS purchases, CAST(SUM(amount_minor) AS bigint) AS "amountMinor" FROM purchase
  WHERE state = 'SUCCEEDED' AND amount_minor > 0 AND created_at >= ? GROUP BY currency ORDER BY currency`;
const REFUSALS = `SELECT code, CAST(SUM(times) AS integer) AS times FROM refusal_count WHERE day >= ? GROUP BY code ORDER BY 2 DESC, 1`;

const ADDED = "ON CONFLICT (day, code) DO UPDATE SET times = refusal_count.times + excluded.times";

export const createOverviewReads = ({ sql }: StoreContext): OverviewReads => ({
  openRequests: (now) => sql.all<OpenRequestCount>(OPEN, [now - DAY, now - WEEK, now - 30 * DAY]),
  firstResponses: async (since, now) => only(sql, FIRST, [now, now, since]),
  plans: async (now) => only(sql, PLANS, [now + 30 * DAY, now + 60 * DAY, now + 90 * DAY, now, now]),
  incidentsByWeek: async (since) =>
    (await sql.all<{ week: number; incidents: number }>(WEEKS, [since])).map(({ week, incidents }) => ({
      weekOn: dayAt(Number(week) * WEEK - MONDAY, "UTC"),
      incidents,
    })),
  purchases: async (since) =>
    (await sql.all<CurrencyTotal>(PURCHASES, [since])).map((row) => ({ ...row, amountMinor: Number(row.amountMinor) })),
  refusals: (from) => sql.all<RefusalTotal>(REFUSALS, [from]),
});

/** The one row of a count. */
const only = async <Row>(sql: Sql, text: string, params: readonly number[]): Promise<Row> => {
  const row = await first<Row>(sql, text, params);
  if (row === null) throw new Error("a count without a row");
  return row;
};

export const createOverviewWrites = (context: WriteContext): OverviewWrites => ({
  ...createOverviewReads(context),
  addRefusals: async (day, counts) => {
    for (const [code, times] of counts) await insertRow(context.sql, refusalCountTable, { day, code, times }, ADDED);
  },
  deleteRefusals: (before) => context.sql.run(`DELETE FROM refusal_count WHERE day < ?`, [before]),
});

export const overviewStore: StoreKey<OverviewReads, OverviewWrites> = {
  reads: createOverviewReads,
  writes: createOverviewWrites,
};
