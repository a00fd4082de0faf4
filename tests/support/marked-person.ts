/** A person with a mark of their own in every column that can hold something of them, beside a neighbour; and where marks are looked for. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DataClass, factsOf } from "@accord/domain";
import { type Column, personOf } from "../../apps/api/src/kernel/db/columns.js";
import { type Database, newId, sqliteFile } from "../../apps/api/src/kernel/db/index.js";
import { personRowStore } from "../../apps/api/src/kernel/db/person-rows.js";
import { connectPostgres } from "../../apps/api/src/kernel/db/postgres/connect.js";
import type { Sql } from "../../apps/api/src/kernel/db/sql.js";
import { connectSqlite } from "../../apps/api/src/kernel/db/sqlite/connect.js";
import { catalogueStore } from "../../apps/api/src/modules/catalogue/module.js";
import { MODULES } from "../../apps/api/src/modules/modules.js";
import { requestStore } from "../../apps/api/src/modules/requests/module.js";
import { testOptions } from "./databases.js";
import { aContact, anEvent, aRequest, CATALOGUE, makeAccount, makePlan, NOW, submit } from "./storage-world.js";

const TABLES = MODULES.storage.tables;
type Table = (typeof TABLES)[number];
const tableOf = (name: string): Table => {
  const table = TABLES.find(({ options }) => options.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
};
const columnsOf = (table: Table): [property: string, column: Column<unknown>][] =>
  Object.entries(table.options.columns) as [string, Column<unknown>][];

/** A connection that writes whatever it likes. */
export const rawSql = async <T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> => {
  const file = sqliteFile(url);
  const handle =
    file === null ? await connectPostgres(url, testOptions(url).log, "writer") : await connectSqlite(file, "writer");
  try {
    return await work(handle.sql);
  } finally {
    await handle.source.destroy();
  }
};

type Values = Readonly<Record<string, string | number | null>>;

/** A row of which only `values` matter: the rest says nothing. */
const insert = async (sql: Sql, name: string, values: Values): Promise<void> => {
  const columns = columnsOf(tableOf(name)).map(([, column]) => column);
  const row = columns.map(({ name: column, type, nullable }) =>
    column in values ? values[column] : nullable ? null : type === "text" || type === "varchar" ? "" : 0,
  );
  await sql.run(
    `INSERT INTO ${name} (${columns.map((one) => `"${one.name}"`).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    row.map((value) => value ?? null),
  );
};

export interface Mark {
  readonly table: string;
  readonly column: string;
  readonly dataClass: DataClass;
  readonly text: string;
}

export interface MarkedPerson {
  readonly accountId: string;
  readonly neighbourId: string;
  readonly marks: readonly Mark[];
  /** What neighbour and engineers wrote: none of it is the person's. */
  readonly others: readonly string[];
  /** A request that the neighbour stands in too, and one that nobody else does. */
  readonly shared: string;
  readonly alone: string;
  readonly sharedEntryId: string;
  /** The digest of the file they sent. */
  readonly sha256: string;
}

/** Tables of which a person has rows with columns to mark. */
export const MARKED_TABLES = TABLES.filter((table) => {
  const person = personOf(table);
  const isMarkable = columnsOf(table).some(([, column]) => isMarked(column));
  return typeof person !== "string" && isMarkable;
}).map(({ options }) => options.name);

/** Texts of people; a check of the database says what may stand in the others. */
function isMarked({ dataClass, type }: Column<unknown>): boolean {
  return type === "text" && factsOf(dataClass).isPersonal && dataClass !== "AUDIT" && dataClass !== "MONEY";
}
/** Other statements stand on what is in these. */
const LEFT = new Set(["erasure.files", "attachment.sha256", "legal_hold.reason", "idempotency.fingerprint"]);

export const makeMarkedPerson = async (db: Database, url: string, sha256: string): Promise<MarkedPerson> => {
  await db.transaction("test.catalogue", (tx) => tx.of(catalogueStore).replace(CATALOGUE));
  const accountId = await makeAccount(db, "marked");
  const neighbourId = await makeAccount(db, "neighbour");
  const planId = await makePlan(db, [accountId, neighbourId]);
  const alone = (await db.transaction("test.submit", (tx) => submit(tx, planId, accountId, "alone"))) ?? "";
  const shared = (await db.transaction("test.submit", (tx) => submit(tx, planId, neighbourId, "shared"))) ?? "";
  const request = { ...aRequest({ submitterId: neighbourId }), id: shared };
  const mine = aContact(request, { role: "ADDITIONAL", accountId, email: "second@example.com" });
  const sharedEntryId = newId("evt", NOW + 1);
  await db.transaction("test.share", async (tx) => {
    await tx.of(requestStore).addContacts([mine]);
    const said = { kind: "REPLY", status: null, at: NOW + 1 } as const;
    await tx
      .of(requestStore)
      .addEvents([
        anEvent(request, { ...said, id: sharedEntryId, actorId: accountId, text: "what the organisation keeps" }),
        anEvent(request, { ...said, actorId: neighbourId, text: "neighbour's words" }),
      ]);
  });
  return rawSql(url, async (sql) => {
    const [contact] = await sql.all<{ id: string }>(`SELECT id FROM request_contact WHERE request_id = ?`, [alone]);
    const [entry] = await sql.all<{ id: string }>(`SELECT id FROM timeline_entry WHERE request_id = ?`, [alone]);
    await sql.run(`UPDATE timeline_entry SET kind = 'REPLY', text = 'said' WHERE request_id = ?`, [alone]);
    const own = { account_id: accountId };
    const contactId = contact?.id ?? "";
    const rows: readonly (readonly [table: string, values: Values])[] = [
      ["agreement_recipient", { plan_id: planId, email: "marked@example.com", language: "en" }],
      ["agreement_import", { id: "imp_1", state: "LOADED" }],
      [
        "agreement_import_row",
        { import_id: "imp_1", line: 1, outcome: "ADDED", recipient_email: "marked@example.com" },
      ],
      ["canned_reply", { id: "rep_1", ...own }],
      ["saved_view", { id: "viw_1", ...own, content: "{}" }],
      ["draft", { id: "drf_1", ...own, content: "{}", expires_at: NOW * 2 }],
      [
        "draft_handover",
        { handle_hash: "h", draft_id: "drf_1", from_account_id: accountId, content: "{}", expires_at: NOW * 2 },
      ],
      [
        "attachment",
        {
          id: "att_1",
          request_id: alone,
          entry_id: entry?.id ?? "",
          uploader_id: accountId,
          sha256,
          state: "UNSCANNED",
          size: 4,
        },
      ],
      ["asked_form", { digest: "d", questions: "[]" }],
      ["request_answers", { request_id: alone, form_digest: "d", answers: "[]" }],
      ["request_dialogue_walk", { request_id: alone, steps: "[]", transcript: "{}" }],
      ["account_role", { ...own, role: "ENGINEER" }],
      ["address_confirmation", { id: "cfm_1", ...own, token_hash: "h" }],
      ["session", { id: "ses_1", ...own, token_hash: "h", expires_at: NOW * 2 }],
      ["token", { id: "tok_1", ...own, token_hash: "h", scopes: "[]" }],
      ["access_ask", { id: "ask_1", ...own, number: "1" }],
      ["invitation", { id: "inv_1", request_id: alone, contact_id: contactId, token_hash: "h" }],
      ["notice", { id: "ntc_1", ...own, request_id: alone }],
      ["notice_preference", { ...own, mail_on: "[]" }],
      ["payment_method", { id: "pmt_1", ...own, gateway: "sandbox", last4: "4242" }],
      ["payment_method", { id: "pmt_2", ...own, gateway: "sandbox", card_ref: "2", last4: "4242" }],
      ["card_setup", { id: "cst_1", ...own, gateway: "sandbox" }],
      ["payment_customer", { ...own, gateway: "sandbox" }],
      ["purchase", { id: "pur_1", ...own, gateway: "sandbox", pack_size: 1, state: "DECLINED" }],
      ["external_reference", { ...own, object_id: alone, name: "n" }],
      ["mail_trouble", { contact_id: contactId, request_id: alone, reason: "BOUNCED" }],
      ["split_proposal", { id: "spl_1", request_id: alone, state: "DECLINED", proposed_by: accountId }],
      ["oidc_model", { model: "Session", id: "s", payload: `{"accountId":"subject"}`, expires_at: NOW * 2 }],
      ["rate_counter", { key: `op:${accountId}`, points: 1, window_ends_at: NOW * 2 }],
    ];
    for (const [table, values] of rows) await insert(sql, table, values);
    const marks = await markRows(db, sql, accountId, shared);
    const called = (column: string) => marks.find((one) => one.table === "account" && one.column === column)?.text;
    const name = `${called("given_name")} ${called("family_name")}`;
    await sql.run(`UPDATE timeline_entry SET text = text || ? WHERE request_id = ? AND kind = 'REPLY'`, [
      `, says ${name} <${called("email")?.toUpperCase()}>`,
      shared,
    ]);
    await sql.run(`UPDATE oidc_model SET payload = ?`, [JSON.stringify({ accountId: IDENTITY_MARK.text })]);
    const others = ["neighbour's words", "neighbour@example.com"];
    return { accountId, neighbourId, marks, others, shared, alone, sharedEntryId, sha256 };
  });
};

const IDENTITY_MARK: Mark = {
  table: "account_identity",
  column: "subject",
  dataClass: "IDENTITY",
  text: "mark000ofaccountidentity",
};

/** A mark in each text of each row of theirs; not in what others keep of the shared request. */
const markRows = async (db: Database, sql: Sql, accountId: string, shared: string): Promise<Mark[]> => {
  // A part of its key, so it is marked by hand.
  await sql.run(`UPDATE account_identity SET subject = ? WHERE account_id = ?`, [IDENTITY_MARK.text, accountId]);
  const marks: Mark[] = [IDENTITY_MARK];
  const found: (readonly [table: Table, key: Values])[] = [];
  const subject = { accountId, address: "marked@example.com", strings: [] };
  for await (const { table, keys, rows } of db.read.of(personRowStore).rows(TABLES, subject))
    for (const row of rows)
      if (row.requestId !== shared || table === "request_contact")
        found.push([tableOf(table), Object.fromEntries(keys.map((key) => [key, row[key] as string]))]);
  for (const [table, key] of found) {
    const columns = columnsOf(table);
    const named = columns.filter(([property]) => property in key);
    const where = named.map(([, { name }]) => `"${name}" = ?`).join(" AND ");
    for (const [property, column] of columns) {
      const { name, dataClass, transformer } = column;
      const place = `${table.options.name}.${name}`;
      if (!isMarked(column) || property in key || LEFT.has(place)) continue;
      // What finds the row of a person by their address is that address.
      const text =
        place.endsWith("recipient.email") || place.endsWith("recipient_email")
          ? "marked@example.com"
          : `mark${String(marks.length).padStart(3, "0")}of${table.options.name.replaceAll("_", "")}`;
      const said = name === "params" ? { name: text } : text;
      const value = transformer === undefined ? text : JSON.stringify(said);
      await sql.run(`UPDATE ${table.options.name} SET "${name}" = ? WHERE ${where}`, [
        value,
        ...named.map(([each]) => key[each] ?? null),
      ]);
      marks.push({ table: table.options.name, column: name, dataClass, text });
    }
  }
  // The address that found those rows is the one they have proven.
  await sql.run(`UPDATE account SET email = 'marked@example.com', email_folded = 'marked@example.com' WHERE id = ?`, [
    accountId,
  ]);
  return marks.map((mark) =>
    mark.table === "account" && /^email/.test(mark.column) ? { ...mark, text: "marked@example.com" } : mark,
  );
};

/** Every file below a folder but archives. */
const bytesBelow = (folder: string): Buffer[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !one.name.endsWith(".zip"))
    .map((one) => readFileSync(join(one.parentPath, one.name)));

/** The files of every table and index, as the server itself reads them. */
const bytesOfPostgres = (url: string): Promise<Buffer[]> =>
  rawSql(url, async (sql) => {
    await sql.run("CHECKPOINT");
    const files = await sql.all<{ bytes: string }>(
      `SELECT encode(pg_read_binary_file(pg_relation_filepath(oid)), 'base64') AS bytes FROM pg_class
       WHERE relkind IN ('r', 'i', 't') AND relnamespace IN (current_schema()::regnamespace, 'pg_toast'::regnamespace)`,
    );
    return files.map(({ bytes }) => Buffer.from(bytes, "base64"));
  });

/** Which of these texts stand anywhere in the data: in the folder, and on PostgreSQL in any byte of a table or an index. */
export const textsStanding = async (
  texts: readonly string[],
  { home, url }: { readonly home: string; readonly url: string },
): Promise<string[]> => {
  const files = [...bytesBelow(home), ...(sqliteFile(url) === null ? await bytesOfPostgres(url) : [])];
  const read = files.map((one) => one.toString("latin1").toLowerCase());
  return texts.filter((text) => read.some((one) => one.includes(text.toLowerCase())));
};
