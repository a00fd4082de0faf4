/** PostgreSQL: recipients and activation links of agreements, imports of agreements, audit by actor. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { ADMINISTRATION } from "../administration.js";

export class Administration1795400007000 implements MigrationInterface {
  readonly name = "Administration1795400007000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of ADMINISTRATION) await runner.query(inByteOrder(statement));
  }

  /** Whom an agreement was sent to would be lost: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("administration cannot be undone");
  }
}
