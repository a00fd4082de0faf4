/** Agreements that their holder activates. Those issued before have no row: their terms stay as they are. By hand; frozen: a later change is a later migration. */

export const ACTIVATION: readonly string[] = [
  `CREATE TABLE "plan_activation" (
    "plan_id" text NOT NULL,
    "basis" varchar NOT NULL,
    "redeem_by" text NOT NULL,
    "redeem_ends_at" bigint NOT NULL,
    "activated_at" bigint,
    "activated_by" text,
    "reminded_days" integer,
    PRIMARY KEY ("plan_id"),
    CONSTRAINT "plan_activation_basis" CHECK ("basis" IN ('ACTIVATION', 'MEMBERSHIP')),
    CONSTRAINT "plan_activation_plan" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"),
    CONSTRAINT "plan_activation_account" FOREIGN KEY ("activated_by") REFERENCES "account" ("id")
  )`,
  `CREATE INDEX "plan_activation_waiting" ON "plan_activation" ("redeem_ends_at", "plan_id") WHERE "activated_at" IS NULL`,
];
