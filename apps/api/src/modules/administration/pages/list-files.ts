/** The lists of administration as files for spreadsheets (F56, F60, F82, K2). */
import { IMPORT_COLUMNS, joinName, type Language, planStateAt } from "@accord/domain";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import type { Clock } from "../../../kernel/clock.js";
import type { Database, Page } from "../../../kernel/db/index.js";
import { kept, type TableValue } from "../../../kernel/tables/write-delimited.js";
import type { WrittenTable } from "../../../kernel/tables/write-table.js";
import { importSentence } from "../../../kernel/text/sentences.js";
import { managedPlanStore } from "../../agreements/module.js";
import { accountStore } from "../../identity/module.js";
import { overviewOf } from "../overview/overview-of.js";
import { agreementImportStore } from "../storage/agreement-import.store.js";
import type { AgreementFilter } from "./agreement-filter.js";

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
}

const PAGE = 1000;
const keptOrNone = (text: string | null): TableValue => (text === null ? null : kept(text));
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Every row of a paged list. */
const allOf = async <Row>(
  read: (page: { readonly first: number; readonly after: string | null }) => Promise<Page<Row>>,
): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<Row> = await read({ first: PAGE, after });
    rows.push(...page.rows);
    if (!page.hasNextPage) return rows;
    after = page.endCursor;
  }
};

/** Null where there is no such import. Fits to be corrected and sent again: the reason stands in a column of its own. */
export const rejectedFile = async (db: Database, id: string, language: Language): Promise<WrittenTable | null> => {
  if ((await db.read.of(agreementImportStore).byId(id)) === null) return null;
  const rejected = await db.read.of(agreementImportStore).rejected(id);
  const rows = rejected.map(({ line, row, problem }): TableValue[] => [
    line,
    importSentence(language, problem),
    ...IMPORT_COLUMNS.map((column) => sentCell(column, row[column] ?? "")),
  ]);
  return { name: "rejected", head: ["line", "reason", ...IMPORT_COLUMNS], rows };
};

/** A plain count is one in every spreadsheet; everything else stays as it was sent. */
const sentCell = (column: string, text: string): TableValue =>
  (column === "incidents" || column === "used") && /^(?:0|[1-9]\d{0,5})$/.test(text) ? text : kept(text);

/** Those that the list of administration shows under the same filter. */
export const agreementsFile = async ({ db, clock }: Parts, filter: AgreementFilter): Promise<WrittenTable> => {
  const now = clock.now();
  const plans = await allOf((page) => db.read.of(managedPlanStore).page({ ...filter, now }, page));
  const rows = plans.map((plan): TableValue[] => [
    plan.id,
    plan.programme.id,
    planStateAt(plan, now),
    plan.redeemBy === null ? plan.startsOn : null,
    plan.redeemBy === null ? plan.endsOn : null,
    plan.incidentsTotal,
    plan.incidentsRemaining,
    keptOrNone(plan.accessIdEnding),
    keptOrNone(plan.agreementIdEnding),
    plan.recipient?.name ?? null,
    plan.recipient?.email ?? null,
    iso(plan.createdAt),
    iso(plan.revokedAt),
    plan.redeemBy,
    iso(plan.activatedAt),
  ]);
  const head =
    "id programme state startsOn endsOn incidents remaining accessIdEnding agreementIdEnding recipient email createdAt revokedAt redeemBy activatedAt";
  return { name: "agreements", head: head.split(" "), rows };
};

export const accountsFile = async ({ db }: Parts): Promise<WrittenTable> => {
  const accounts = await allOf((page) => db.read.of(accountStore).page({}, page));
  const rows = accounts.map(({ id, kind, givenName, familyName, email, roles, createdAt }): TableValue[] => [
    id,
    kind,
    joinName({ givenName, familyName }),
    email,
    roles.join(" "),
    iso(createdAt),
  ]);
  return { name: "accounts", head: ["id", "kind", "name", "email", "roles", "createdAt"], rows };
};

export const auditFile = async ({ db }: Parts): Promise<WrittenTable> => {
  const entries = await allOf((page) => db.read.of(auditStore).page({}, page));
  const rows = entries.map(({ seq, at, actorId, action, objectId, details, hash }): TableValue[] => [
    seq,
    iso(at),
    actorId,
    action,
    objectId,
    details === null ? null : JSON.stringify(details),
    hash,
  ]);
  return { name: "audit", head: ["seq", "at", "actor", "action", "object", "details", "hash"], rows };
};

/** The figures of the overview over a period of so many days until now, one a line. */
export const overviewFile = async ({ db, clock }: Parts, days: number, language: Language): Promise<WrittenTable> => {
  const seen = await overviewOf(db, clock.now(), days, language);
  const named = (group: string, values: object): TableValue[][] =>
    Object.entries(values).map(([name, value]: [string, number]) => [group, name, value]);
  const rows: TableValue[][] = [
    ...seen.openRequests.map(({ severity, age, requests }) => ["openRequests", `${severity} ${age}`, requests]),
    ...named("firstResponses", seen.firstResponses),
    ...named("plans", seen.plans),
    ...seen.incidentsByWeek.map(({ weekOn, incidents }) => ["incidentsByWeek", weekOn, incidents]),
    ...seen.purchases.map(({ currency, amountMinor }) => ["purchasesInSmallestUnits", currency, amountMinor]),
    ...seen.refusals.map(({ code, times }) => ["refusals", code, times]),
  ];
  return { name: "overview", head: ["group", "name", "value"], rows };
};
