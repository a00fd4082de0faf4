/** PostgreSQL: the conversation of a request. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { CONVERSATION_POSTGRES } from "../conversation.js";

export class Conversation1795400000000 implements MigrationInterface {
  readonly name = "Conversation1795400000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CONVERSATION_POSTGRES) await runner.query(inByteOrder(statement));
  }

  /** Entries of the new kinds would have no place in the table before: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("the conversation cannot be undone");
  }
}
