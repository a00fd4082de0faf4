/** What the virtual agent keeps: its table and how it came to be (R61, F63). */
import type { DialogueTranscript, TreeMove } from "@accord/domain";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { count, defineTable, document, key, text } from "../../../kernel/db/columns.js";
import { inByteOrder } from "../../../kernel/db/postgres/in-byte-order.js";
import type { StoragePart } from "../../../kernel/db/storage-part.js";

export const requestWalkTable = defineTable({
  name: "request_dialogue_walk",
  columns: {
    requestId: key("request_id"),
    treeSlug: text("tree_slug"),
    treeVersion: count("tree_version"),
    steps: document<readonly TreeMove[]>("steps"),
    transcript: document<DialogueTranscript>("transcript"),
  },
  foreignKeys: [
    {
      name: "request_dialogue_walk_request",
      target: "support_request",
      columnNames: ["requestId"],
      referencedColumnNames: ["id"],
    },
  ],
});

/** By hand; frozen: a later change is a later migration. */
const DIALOGUE_WALKS = `CREATE TABLE "request_dialogue_walk" (
  "request_id" text NOT NULL,
  "tree_slug" text NOT NULL,
  "tree_version" integer NOT NULL,
  "steps" text NOT NULL,
  "transcript" text NOT NULL,
  PRIMARY KEY ("request_id"),
  CONSTRAINT "request_dialogue_walk_request" FOREIGN KEY ("request_id") REFERENCES "support_request" ("id")
)`;

const down = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`DROP TABLE "request_dialogue_walk"`);
};

class SqliteDialogueWalks1795400031500 implements MigrationInterface {
  readonly name = "DialogueWalks1795400031500";
  readonly down = down;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DIALOGUE_WALKS);
  }
}

class PostgresDialogueWalks1795400031500 implements MigrationInterface {
  readonly name = "DialogueWalks1795400031500";
  readonly down = down;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(inByteOrder(DIALOGUE_WALKS));
  }
}

export const dialogueStorage: StoragePart = {
  tables: [requestWalkTable],
  sqliteMigrations: [SqliteDialogueWalks1795400031500],
  postgresMigrations: [PostgresDialogueWalks1795400031500],
};
