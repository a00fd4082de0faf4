/** What was answered to the questions of a form, and the questions as they were asked (F34). */
import type { FormAnswers, FormQuestion } from "@accord/domain";
import { count, defineTable, document, key, text } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";

const FORM_ANSWERS: readonly string[] = [
  `CREATE TABLE "asked_form" (
    "digest" text NOT NULL,
    "slug" text NOT NULL,
    "version" integer NOT NULL,
    "questions" text NOT NULL,
    PRIMARY KEY ("digest")
  )`,
  `CREATE TABLE "request_answers" (
    "request_id" text NOT NULL,
    "form_digest" text NOT NULL,
    "answers" text NOT NULL,
    PRIMARY KEY ("request_id"),
    CONSTRAINT "request_answers_request" FOREIGN KEY ("request_id") REFERENCES "support_request" ("id"),
    CONSTRAINT "request_answers_form" FOREIGN KEY ("form_digest") REFERENCES "asked_form" ("digest")
  )`,
];

const formAnswers = migration("FormAnswers1795400032000", {
  up: FORM_ANSWERS,
  down: [`DROP TABLE "request_answers"`, `DROP TABLE "asked_form"`],
});

export const askedFormTable = defineTable({
  name: "asked_form",
  columns: {
    /** SHA-256 of the questions: what people were asked stays what it was, whatever a later file says. */
    digest: key("digest", "ID"),
    slug: text("slug", "CONFIGURATION"),
    version: count("version", "CONFIGURATION"),
    questions: document<readonly FormQuestion[]>("questions", "CONFIGURATION"),
  },
});

export const requestAnswersTable = defineTable({
  name: "request_answers",
  person: { by: [{ through: "requestId", to: "support_request" }], atErasure: "SEPARATELY" },
  migrations: [formAnswers],
  columns: {
    requestId: key("request_id", "ID"),
    formDigest: text("form_digest", "ID"),
    answers: document<FormAnswers>("answers", "WORDS"),
  },
  foreignKeys: [
    {
      name: "request_answers_request",
      target: "support_request",
      columnNames: ["requestId"],
      referencedColumnNames: ["id"],
    },
    {
      name: "request_answers_form",
      target: "asked_form",
      columnNames: ["formDigest"],
      referencedColumnNames: ["digest"],
    },
  ],
});
