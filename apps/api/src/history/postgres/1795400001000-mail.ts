/** PostgreSQL: mail and notices. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { MAIL } from "../mail.js";

export class Mail1795400001000 implements MigrationInterface {
  readonly name = "Mail1795400001000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of MAIL) await runner.query(inByteOrder(statement));
  }

  /** What people were told would be lost: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("mail and notices cannot be undone");
  }
}
