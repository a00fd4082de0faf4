/** PostgreSQL: how often customers were refused, by day and reason (F79). */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { REFUSAL_COUNTS } from "../refusal-counts.js";

export class RefusalCounts1795400010000 implements MigrationInterface {
  readonly name = "RefusalCounts1795400010000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(inByteOrder(REFUSAL_COUNTS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "refusal_count"`);
  }
}
