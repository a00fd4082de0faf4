/** What forms keep: their tables and how they came to be (F34). */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../../kernel/db/postgres/in-byte-order.js";
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { askedFormTable, FORM_ANSWERS, requestAnswersTable } from "./forms-tables.js";

const down = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`DROP TABLE "request_answers"`);
  await runner.query(`DROP TABLE "asked_form"`);
};

class SqliteFormAnswers1795400032000 implements MigrationInterface {
  readonly name = "FormAnswers1795400032000";
  readonly down = down;

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of FORM_ANSWERS) await runner.query(statement);
  }
}

class PostgresFormAnswers1795400032000 implements MigrationInterface {
  readonly name = "FormAnswers1795400032000";
  readonly down = down;

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of FORM_ANSWERS) await runner.query(inByteOrder(statement));
  }
}

export const formsStorage: StoragePart = {
  tables: [askedFormTable, requestAnswersTable],
  sqliteMigrations: [SqliteFormAnswers1795400032000],
  postgresMigrations: [PostgresFormAnswers1795400032000],
};
