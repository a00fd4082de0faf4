/** When what has ended was last thrown away. By hand; frozen: a later change is a later migration. */

export const SWEEPS = `CREATE TABLE "sweep" (
  "name" text NOT NULL,
  "began_at" bigint NOT NULL,
  "ended_at" bigint,
  PRIMARY KEY ("name")
)`;
