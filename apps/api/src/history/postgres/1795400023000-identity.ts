/** PostgreSQL: names that were guessed, addresses claimed since, addresses in their one form. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { IDENTITY, normaliseAddresses } from "../identity.js";

export class Identity1795400023000 implements MigrationInterface {
  readonly name = "Identity1795400023000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of IDENTITY) await runner.query(inByteOrder(statement));
    await normaliseAddresses(runner, (column) => `${column} ~ '[^ -~]'`);
  }

  /** A name somebody corrected would be lost: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("identity cannot be undone");
  }
}
