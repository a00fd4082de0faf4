/** PostgreSQL: agreements of an import are written before they are in force. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { PLANS_OF_IMPORTS } from "../plans-of-imports.js";

export class PlansOfImports1795400022000 implements MigrationInterface {
  readonly name = "PlansOfImports1795400022000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of PLANS_OF_IMPORTS) await runner.query(inByteOrder(statement));
  }

  /** What is not in force would be: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("plans of imports cannot be undone");
  }
}
