/** From when a deadline is near, kept beside it: reckoned in the time that counts, which no SQL knows (K8). By hand; frozen: a later change is a later migration. */
import {
  type Country,
  firstResponseTarget,
  nearBreachAt,
  type Region,
  type Severity,
  spansUntil,
} from "@accord/domain";
import type { QueryRunner } from "typeorm";

/** Of requests that are answered or closed nobody asks any more: a quarter of the time on the clock stands for them. */
export const NEAR_BREACH: readonly string[] = [
  `ALTER TABLE "support_request" ADD COLUMN\n    "near_breach_at" bigint NOT NULL DEFAULT 0`,
  `UPDATE "support_request" SET "near_breach_at" = "first_response_due_at" -
    CASE "severity" WHEN 'CRITICAL' THEN 1800000 WHEN 'MODERATE' THEN 3600000 ELSE 7200000 END`,
  `CREATE INDEX "support_request_unanswered" ON "support_request" ("near_breach_at", "first_response_due_at")
    WHERE "is_open" = 1 AND "first_responded_at" IS NULL`,
];

interface Row {
  readonly id: string;
  readonly severity: Severity;
  readonly support24x7: number;
  readonly country: string;
  readonly timeZone: string;
  readonly createdAt: number | string;
  readonly dueAt: number | string;
}

const RUN = 500;
const OPEN = `SELECT "id", "severity", "support_24x7" AS "support24x7", "country", "time_zone" AS "timeZone",
  "created_at" AS "createdAt", "first_response_due_at" AS "dueAt"
  FROM "support_request" WHERE "is_open" = 1 AND "first_responded_at" IS NULL`;

/** Reckons it for every open request that nobody has answered, some hundred at a time. */
export const reckonNearBreach = async (runner: QueryRunner): Promise<void> => {
  const kept = async <Noun>(kind: string): Promise<readonly Noun[]> => {
    const rows = await runner.query(`SELECT "content" FROM "catalogue_document" WHERE "kind" = $1`, [kind]);
    return rows.length === 0 ? [] : (JSON.parse(rows[0].content) as Noun[]);
  };
  const countries = new Map((await kept<Country>("countries")).map((one) => [one.code, one]));
  const regions = new Map((await kept<Region>("regions")).map((one) => [one.id, one]));
  for (let after = ""; ; ) {
    const rows = (await runner.query(`${OPEN} AND "id" > $1 ORDER BY "id" LIMIT ${RUN}`, [after])) as Row[];
    for (const row of rows) {
      const country = countries.get(row.country);
      const region = country === undefined ? undefined : regions.get(country.regionId);
      if (country === undefined || region === undefined) continue;
      const near = await reckon(runner, row, country, region);
      await runner.query(`UPDATE "support_request" SET "near_breach_at" = $1 WHERE "id" = $2`, [near, row.id]);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < RUN) return;
    after = last.id;
  }
};

/** Back from the deadline as it stands; a wait that lasts moves both when it ends. */
const reckon = async (runner: QueryRunner, row: Row, country: Country, region: Region): Promise<number> => {
  const pauses = (await runner.query(
    `SELECT "from_at" AS "from", "until_at" AS "until" FROM "request_pause" WHERE "request_id" = $1 AND "until_at" IS NOT NULL`,
    [row.id],
  )) as { from: number | string; until: number | string }[];
  const dueAt = Number(row.dueAt);
  const asked = {
    severity: row.severity,
    support24x7: row.support24x7 === 1,
    country,
    region,
    timeZone: row.timeZone,
    createdAt: Number(row.createdAt),
    pauses: pauses.map(({ from, until }) => ({ from: Number(from), until: Number(until) })),
    now: dueAt,
  };
  return nearBreachAt({ dueAt, spans: spansUntil(asked, dueAt), targetMs: firstResponseTarget(row.severity) });
};
