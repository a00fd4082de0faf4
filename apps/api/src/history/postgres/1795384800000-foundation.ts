/** PostgreSQL: the first shape of the schema, with the byte order SQLite has (ids sort as they were made, in any locale). */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { appendOnlyTriggers } from "../../kernel/db/append-only.js";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { FOUNDATION_PLANS } from "../foundation-plans.js";
import { FOUNDATION_REQUESTS } from "../foundation-requests.js";

export class Foundation1795384800000 implements MigrationInterface {
  readonly name = "Foundation1795384800000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...FOUNDATION_PLANS, ...FOUNDATION_REQUESTS]) await runner.query(inByteOrder(statement));
    for (const trigger of appendOnlyTriggers("postgres", ["entitlement_ledger", "audit"]))
      for (const statement of trigger.statements) await runner.query(statement);
  }

  /** There is nothing before the first shape: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("the first migration cannot be undone");
  }
}
