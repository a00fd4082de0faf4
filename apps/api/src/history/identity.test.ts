/** Stored addresses come to their one form, on the driver the migration runs on (K5). */
import sqlite3 from "sqlite3";
import type { QueryRunner } from "typeorm";
import { expect, it } from "vitest";
import { normaliseAddresses } from "./identity.js";

const TABLES = `
  CREATE TABLE account (id text, email text, email_folded text);
  CREATE TABLE request_contact (id text, request_id text, email text, removed_at integer);
  CREATE TABLE agreement_recipient (plan_id text, email_folded text);
  CREATE TABLE address_confirmation (id text, email text);
  INSERT INTO account VALUES ('acc_1', 'ana@münchen.example', 'ana@münchen.example'), ('acc_2', 'dan@x.example', 'dan@x.example');
  INSERT INTO request_contact VALUES ('con_1', 'req_1', 'ana@münchen.example', NULL),
    ('con_2', 'req_2', 'ana@münchen.example', NULL), ('con_3', 'req_2', 'ana@xn--mnchen-3ya.example', NULL);`;

it("K5: an address with letters is stored as it is compared; where a request has both forms, both stay", async () => {
  const db = new sqlite3.Database(":memory:");
  const query = (text: string, values: unknown[] = []) =>
    new Promise<{ id: string; email: string }[]>((done, fail) =>
      db.all(text, values, (error, rows) => (error ? fail(error) : done(rows as { id: string; email: string }[]))),
    );
  await new Promise<void>((done, fail) => db.exec(TABLES, (error) => (error ? fail(error) : done())));
  await normaliseAddresses({ query } as unknown as QueryRunner, (column) => `${column} GLOB '*[^ -~]*'`);
  expect(await query("SELECT id, email FROM account ORDER BY id")).toEqual([
    { id: "acc_1", email: "ana@xn--mnchen-3ya.example" },
    { id: "acc_2", email: "dan@x.example" },
  ]);
  expect(await query("SELECT id, email FROM request_contact ORDER BY id")).toEqual([
    { id: "con_1", email: "ana@xn--mnchen-3ya.example" },
    { id: "con_2", email: "ana@münchen.example" },
    { id: "con_3", email: "ana@xn--mnchen-3ya.example" },
  ]);
  db.close();
});
