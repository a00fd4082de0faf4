/** What the virtual agent keeps: its table and how it came to be (R61, F63). */
import type { DialogueTranscript, TreeMove } from "@accord/domain";
import { count, defineTable, document, key, text } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";
import type { StoragePart } from "../../../kernel/db/storage-part.js";

const DIALOGUE_WALKS = `CREATE TABLE "request_dialogue_walk" (
  "request_id" text NOT NULL,
  "tree_slug" text NOT NULL,
  "tree_version" integer NOT NULL,
  "steps" text NOT NULL,
  "transcript" text NOT NULL,
  PRIMARY KEY ("request_id"),
  CONSTRAINT "request_dialogue_walk_request" FOREIGN KEY ("request_id") REFERENCES "support_request" ("id")
)`;

const dialogueWalks = migration("DialogueWalks1795400031500", {
  up: [DIALOGUE_WALKS],
  down: [`DROP TABLE "request_dialogue_walk"`],
});

export const requestWalkTable = defineTable({
  name: "request_dialogue_walk",
  person: { by: [{ through: "requestId", to: "support_request" }], atErasure: "SEPARATELY" },
  migrations: [dialogueWalks],
  columns: {
    requestId: key("request_id", "ID"),
    treeSlug: text("tree_slug", "FACT"),
    treeVersion: count("tree_version", "FACT"),
    steps: document<readonly TreeMove[]>("steps", "WORDS"),
    transcript: document<DialogueTranscript>("transcript", "WORDS"),
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

export const dialogueStorage: StoragePart = { tables: [requestWalkTable] };
