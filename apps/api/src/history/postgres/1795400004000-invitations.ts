/** PostgreSQL: invitations, asks for access, confirmations of an address. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { INVITATIONS } from "../invitations.js";

export class Invitations1795400004000 implements MigrationInterface {
  readonly name = "Invitations1795400004000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of INVITATIONS) await runner.query(inByteOrder(statement));
  }

  /** Who was let in by a link would be lost: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("invitations cannot be undone");
  }
}
