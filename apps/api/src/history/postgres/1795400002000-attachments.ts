/** PostgreSQL: files of requests and drafts. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { ATTACHMENTS } from "../attachments.js";

export class Attachments1795400002000 implements MigrationInterface {
  readonly name = "Attachments1795400002000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of ATTACHMENTS) await runner.query(inByteOrder(statement));
  }

  /** What people sent would be lost: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("files cannot be undone");
  }
}
