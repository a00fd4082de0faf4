/** Fills a migrated, seeded database with requests by SQL of its own: same rows for the same size, ledger and balances consistent. */
import { createHash } from "node:crypto";
import type { Product, ProductVersion, Topic } from "@accord/domain";
import { documentOf } from "../servers/catalogue.js";
import type { Sqlite } from "../servers/sqlite.js";
import {
  ENGINEERS,
  GRANTED,
  idOf,
  type Layout,
  LONG_TIMELINE,
  newestRequestOf,
  type Person,
  PLANS_PER_ACCOUNT,
} from "./layout.js";

const BEGINS = Date.parse("2026-01-05T08:00:00Z");
const ENDS = Date.parse("2026-10-30T18:00:00Z");
const DESCRIPTION =
  "Since the update of last week the service stops after a few hours and does not come back by itself. ".repeat(4);
const ENTRY =
  "We looked at the trace you sent and found the same error again; please repeat the test with the new settings and tell us the result. ".repeat(
    3,
  );

/** The eight plans of an account: programme, first day, last day, granted, used up. */
const PLANS: readonly (readonly [string, string, string, number | null, boolean])[] = [
  ["visual-studio-enterprise", "2026-01-01", "2035-12-31", GRANTED, false],
  ["partner-product-support-20", "2026-01-01", "2035-12-31", 20, false],
  ["visual-studio-professional", "2026-01-01", "2034-12-31", 2, false],
  ["partner-product-support-15", "2024-03-01", "2025-03-31", 15, false],
  ["partner-product-support-10", "2026-01-01", "2033-12-31", 10, true],
  ["signature-cloud-support", "2026-01-01", "2032-12-31", null, false],
  ["software-assurance-24x7", "2020-01-01", "2031-12-31", 5, false],
  ["visual-studio-test-professional", "2035-01-01", "2036-01-01", 2, false],
];
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

const series = (count: number, from = 0): string =>
  `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${from + count - 1})`;
const id = (prefix: string, expression: string): string => `'${prefix}_01' || printf('%024d', ${expression})`;
const textOf = (value: string): string => `'${value.replaceAll("'", "''")}'`;

export interface FillOptions {
  readonly layout: Layout;
  readonly people: readonly Person[];
  /** Hash the product keeps of a token. */
  readonly hashOf: (token: string) => string;
  readonly onStep: (step: string) => void;
}

/** `db` is opened as a maker; the product's indexes are made anew after the rows. */
export const fill = async (db: Sqlite, { layout, people, hashOf, onStep }: FillOptions): Promise<void> => {
  const tables = ["support_request", "request_contact", "timeline_entry", "entitlement_ledger", "registration"];
  const indexes = await db.all(
    `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${tables.map(textOf).join(", ")})`,
  );
  for (const index of indexes) await db.script(`DROP INDEX "${index.name}"`);
  await db.script("BEGIN");
  onStep("accounts and plans");
  await fillAccounts(db, layout, people, hashOf);
  await fillTopics(db);
  await spreadRequests(db, layout);
  await fillPlans(db, layout);
  onStep("requests");
  await fillRequests(db, layout);
  onStep("timeline");
  await fillTimelines(db, layout, people);
  await db.script("COMMIT");
  onStep("indexes");
  for (const index of indexes) await db.script(String(index.sql));
  await db.script("PRAGMA journal_mode=WAL;");
};

const fillAccounts = async (
  db: Sqlite,
  layout: Layout,
  people: readonly Person[],
  hashOf: (token: string) => string,
): Promise<void> => {
  const total = 1 + layout.accounts + ENGINEERS;
  await db.script(`INSERT INTO account(id, kind, is_guest, given_name, family_name, email, email_folded, is_email_proven, country, time_zone, language,
      preferred_contact_method, created_at, updated_at)
    ${series(total)} SELECT ${id("acc", "i")}, 'WORK', 0, 'Given' || i, 'Family' || i, 'person' || i || '@bench.example', 'person' || i || '@bench.example', 1,
      'RO', 'Europe/Bucharest', 'en', 'EMAIL', ${BEGINS}, ${BEGINS} FROM n;
    INSERT INTO account_identity(issuer, subject, account_id) ${series(total)} SELECT 'https://bench.example', 'person' || i, ${id("acc", "i")} FROM n;
    INSERT INTO account_role(account_id, role) ${series(ENGINEERS, 1 + layout.accounts)} SELECT ${id("acc", "i")}, 'ENGINEER' FROM n;`);
  for (const person of people)
    await db.run(
      "INSERT INTO token(id, token_hash, account_id, name, scopes, created_at, expires_at, last_used_at) VALUES (?, ?, ?, 'bench', ?, ?, ?, ?)",
      idOf("tok", person.number),
      hashOf(person.token),
      person.id,
      JSON.stringify(["agreements:read", "requests:read", "requests:write"]),
      BEGINS,
      day("2035-12-31"),
      BEGINS,
    );
};

/** Forty kinds of request: versions of this portal's products, each with a category and a problem of its family. */
const fillTopics = async (db: Sqlite): Promise<void> => {
  const products = (await documentOf(db, "products")) as readonly Product[];
  const versions = (await documentOf(db, "versions")) as readonly ProductVersion[];
  const topics = (await documentOf(db, "topics")) as readonly Topic[];
  const kinds = versions.flatMap((version) => {
    const product = products.find((one) => one.id === version.productId);
    const category = topics.find((topic) => topic.family === product?.family)?.categories[0];
    const problem = category?.problems[0];
    return category === undefined || problem === undefined ? [] : [[version.id, category.id, problem.id]];
  });
  await db.script("CREATE TEMP TABLE kind(k INTEGER PRIMARY KEY, version TEXT, category TEXT, problem TEXT)");
  for (const [index, kind] of kinds.slice(0, 40).entries())
    await db.run("INSERT INTO kind VALUES (?, ?, ?, ?)", index, ...kind);
};

/** Request number → account, and its place (k) among the requests of that account. */
const spreadRequests = async (db: Sqlite, { requests, accounts, hasHeavyAccount }: Layout): Promise<void> => {
  const place = hasHeavyAccount ? "i - i / 4 - 1" : "i";
  const isHeavy = hasHeavyAccount ? "i % 4 = 0" : "0";
  await db.script(`CREATE TEMP TABLE spread(i INTEGER PRIMARY KEY, account INTEGER, k INTEGER);
    INSERT INTO spread ${series(requests)} SELECT i, CASE WHEN ${isHeavy} THEN 0 ELSE 1 + (${place}) % ${accounts} END,
      CASE WHEN ${isHeavy} THEN i / 4 ELSE (${place}) / ${accounts} END FROM n;
    CREATE TEMP TABLE used(account INTEGER PRIMARY KEY, count INTEGER);
    INSERT INTO used SELECT account, count(*) FROM spread GROUP BY account;`);
};

const fillPlans = async (db: Sqlite, { accounts }: Layout): Promise<void> => {
  const total = 1 + accounts;
  for (const [index, [programme, startsOn, endsOn, granted, isUsedUp]] of PLANS.entries()) {
    const plan = id("pln", `i * ${PLANS_PER_ACCOUNT} + ${index}`);
    const remaining =
      index === 0
        ? `${granted} - coalesce((SELECT count FROM used WHERE account = i), 0)`
        : isUsedUp
          ? "0"
          : String(granted);
    await db.script(`INSERT INTO plan(id, origin, programme_id, starts_on, ends_on, time_zone, starts_at, ends_at, granted, remaining, created_at)
        ${series(total)} SELECT ${plan}, 'AGREEMENT', ${textOf(programme)}, '${startsOn}', '${endsOn}', 'UTC', ${day(startsOn)}, ${day(endsOn) + 86_400_000},
        ${granted}, ${remaining}, ${BEGINS} FROM n;
      INSERT INTO registration(account_id, plan_id, at) ${series(total)} SELECT ${id("acc", "i")}, ${plan}, ${BEGINS} FROM n;
      INSERT INTO agreement_pair(plan_id, lookup, key_id, sealed, access_id_ending, agreement_id_ending)
        ${series(total)} SELECT ${plan}, 'bench ' || i || ' ${index}', 'bench', 'bench', printf('%04d', i % 10000), printf('%04d', (i * 7) % 10000) FROM n;
      INSERT INTO entitlement_ledger(id, plan_id, seq, kind, incidents, balance_after, at)
        ${series(total)} SELECT ${id("led", `i * ${PLANS_PER_ACCOUNT} + ${index}`)}, ${plan}, 1, 'GRANT', ${granted ?? 0}, ${granted}, ${BEGINS} FROM n;`);
    if (isUsedUp)
      await db.script(`INSERT INTO entitlement_ledger(id, plan_id, seq, kind, incidents, balance_after, reason, at)
        ${series(total)} SELECT ${id("led", `5000000 + i`)}, ${plan}, 2, 'ADJUST', -${granted}, 0, 'opening balance', ${BEGINS} FROM n;`);
  }
};

const fillRequests = async (db: Sqlite, layout: Layout): Promise<void> => {
  const at = `(${BEGINS} + CAST(s.i * ${(ENDS - BEGINS) / layout.requests} AS INTEGER))`;
  const status =
    "CASE (s.k * 7 + s.account) % 10 WHEN 0 THEN 'NEW' WHEN 1 THEN 'IN_PROGRESS' WHEN 2 THEN 'WAITING_FOR_CUSTOMER' WHEN 3 THEN 'ASSIGNED' ELSE 'CLOSED' END";
  const isClosed = "(s.k * 7 + s.account) % 10 > 3";
  const plan = id("pln", `s.account * ${PLANS_PER_ACCOUNT}`);
  const title = "'Service ' || (s.i % 997) || ' stops after the monthly update on server ' || (s.i % 31)";
  await db.script(`INSERT INTO support_request(id, number, title, description, search_text, product_version_id, category_id, problem_id, severity, support_24x7, country,
      time_zone, status, is_open, closed_reason, plan_id, submitter_id, engineer_id, created_at, consumed_at, updated_at, closed_at, first_response_due_at, last_communication_at)
    SELECT ${id("req", "s.i")}, '25' || printf('%014d', s.i), ${title}, ${textOf(DESCRIPTION)}, '25' || printf('%014d', s.i) || ' ' || lower(${title}),
      kind.version, kind.category, kind.problem, CASE s.i % 5 WHEN 0 THEN 'CRITICAL' WHEN 1 THEN 'MINIMAL' ELSE 'MODERATE' END, 0, 'RO', 'Europe/Bucharest',
      ${status}, NOT (${isClosed}), CASE WHEN ${isClosed} THEN 'SOLVED' END, ${plan}, ${id("acc", "s.account")},
      CASE WHEN (s.k * 7 + s.account) % 10 <> 0 THEN ${id("acc", `${1 + layout.accounts} + s.i % ${ENGINEERS}`)} END,
      ${at}, ${at}, ${at} + 86400000, CASE WHEN ${isClosed} THEN ${at} + 86400000 END, ${at} + 28800000, ${at} + 3600000
    FROM spread s JOIN kind ON kind.k = s.i % (SELECT count(*) FROM kind) ORDER BY s.i;
    INSERT INTO request_contact(id, request_id, role, account_id, given_name, family_name, email, phone, preferred_contact_method)
    SELECT ${id("con", "s.i * 10")}, ${id("req", "s.i")}, 'PRIMARY', ${id("acc", "s.account")}, 'Given' || s.account, 'Family' || s.account,
      'person' || s.account || '@bench.example', '+40722123456', 'EMAIL' FROM spread s ORDER BY s.i;
    INSERT INTO request_contact(id, request_id, role, given_name, family_name, email, preferred_contact_method)
    SELECT ${id("con", "s.i * 10 + 1")}, ${id("req", "s.i")}, 'ADDITIONAL', 'Other', 'Colleague' || s.i, 'colleague' || s.i || '@bench.example', 'EMAIL'
    FROM spread s WHERE s.i % 3 = 0 OR s.k >= 48 ORDER BY s.i;
    INSERT INTO entitlement_ledger(id, plan_id, seq, kind, incidents, balance_after, request_id, actor_id, at)
    SELECT ${id("led", "10000000 + s.i")}, ${plan}, s.k + 2, 'CONSUME', -1, ${GRANTED} - s.k - 1, ${id("req", "s.i")}, ${id("acc", "s.account")}, ${at} FROM spread s ORDER BY s.i;`);
};

const fillTimelines = async (db: Sqlite, layout: Layout, people: readonly Person[]): Promise<void> => {
  const at = `(${BEGINS} + CAST(s.i * ${(ENDS - BEGINS) / layout.requests} AS INTEGER))`;
  const long = people.filter((person) => person.number > 0).map((person) => newestRequestOf(layout, person.number));
  const isLong = `s.i IN (${long.join(", ")})`;
  await db.script(`WITH RECURSIVE e(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM e WHERE n < ${LONG_TIMELINE - 1})
    INSERT INTO timeline_entry(id, request_id, kind, actor_id, is_from_support, is_internal, text, status, at)
    SELECT ${id("evt", "s.i * 100 + e.n")}, ${id("req", "s.i")}, CASE e.n WHEN 0 THEN 'SUBMITTED' ELSE 'REPLY' END,
      CASE e.n % 2 WHEN 0 THEN ${id("acc", "s.account")} ELSE ${id("acc", `${1 + layout.accounts} + s.i % ${ENGINEERS}`)} END, e.n % 2, 0,
      CASE e.n WHEN 0 THEN NULL ELSE ${textOf(ENTRY)} END, NULL, ${at} + e.n * 1800000
    FROM spread s JOIN e ON e.n < CASE WHEN ${isLong} THEN ${LONG_TIMELINE} ELSE ${layout.timelineEntries} END ORDER BY s.i, e.n;`);
};

/** Names the content: what made it and what schema it fills. */
export const fingerprintOf = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
