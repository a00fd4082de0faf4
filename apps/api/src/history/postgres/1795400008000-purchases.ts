/** PostgreSQL: purchases, saved cards, what payment providers told. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { PURCHASES } from "../purchases.js";

export class Purchases1795400008000 implements MigrationInterface {
  readonly name = "Purchases1795400008000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of PURCHASES) await runner.query(inByteOrder(statement));
  }

  /** Who paid for what would be lost: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("purchases cannot be undone");
  }
}
