/** PostgreSQL: what came in by mail. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { RECEIVED_MAIL_POSTGRES } from "../received-mail.js";

export class ReceivedMail1795400013000 implements MigrationInterface {
  readonly name = "ReceivedMail1795400013000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of RECEIVED_MAIL_POSTGRES) await runner.query(inByteOrder(statement));
  }

  /** Answers and files would be lost: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("received mails cannot be undone");
  }
}
