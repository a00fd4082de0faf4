/** SQLite: the conversation of a request. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { CONVERSATION_SQLITE } from "../conversation.js";

export class Conversation1795400000000 implements MigrationInterface {
  readonly name = "Conversation1795400000000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CONVERSATION_SQLITE) await runner.query(statement);
  }

  /** Entries of the new kinds would have no place in the table before: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("the conversation cannot be undone");
  }
}
