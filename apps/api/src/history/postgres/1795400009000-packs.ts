/** PostgreSQL: packs by kind and version, and what held when a request was made. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { PACKS } from "../packs.js";

export class Packs1795400009000 implements MigrationInterface {
  readonly name = "Packs1795400009000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of PACKS) await runner.query(inByteOrder(statement));
  }

  /** Which rules held when a request was made would be lost: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("packs cannot be undone");
  }
}
