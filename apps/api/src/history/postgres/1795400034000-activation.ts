/** PostgreSQL: agreements that their holder activates (R56, S17). */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { ACTIVATION } from "../activation.js";

export class Activation1795400034000 implements MigrationInterface {
  readonly name = "Activation1795400034000";

  async up(runner: QueryRunner): Promise<void> {
    for (const text of ACTIVATION) await runner.query(inByteOrder(text));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "plan_activation"`);
  }
}
