/** PostgreSQL: how the file of an import was understood. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { TABLE_READING } from "../table-reading.js";

export class TableReading1795400021000 implements MigrationInterface {
  readonly name = "TableReading1795400021000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLE_READING) await runner.query(inByteOrder(statement));
  }

  /** Reasons of before are not known any more: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("table reading cannot be undone");
  }
}
