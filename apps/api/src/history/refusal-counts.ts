/** Refusals by day and reason. By hand; frozen: a later change is a later migration. */

export const REFUSAL_COUNTS = `CREATE TABLE "refusal_count" (
  "day" text NOT NULL,
  "code" text NOT NULL,
  "times" integer NOT NULL,
  PRIMARY KEY ("day", "code")
)`;
