/** PostgreSQL: when what has ended was last thrown away (K9). */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { SWEEPS } from "../sweeps.js";

export class Sweeps1795400025000 implements MigrationInterface {
  readonly name = "Sweeps1795400025000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(inByteOrder(SWEEPS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "sweep"`);
  }
}
