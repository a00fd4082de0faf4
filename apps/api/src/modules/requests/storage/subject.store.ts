/**
 * What becomes of requests when a person is erased (decision 55): where nobody else of the customer stands, their words go; where
 * somebody does, the words stay and the person is struck out of them.
 */
import { type EpochMs, foldedUnlessPlain, foldText, type TimelineParams } from "@accord/domain";
import type { RowOf } from "../../../kernel/db/columns.js";
import { omit, pick } from "../../../kernel/db/row-shape.js";
import { selectRows, updateRows } from "../../../kernel/db/rows.js";
import { asList, isInList, type TransactionSql } from "../../../kernel/db/sql.js";
import { type StoreKey, writesOnly } from "../../../kernel/db/storage-part.js";
import type { WriteContext } from "../../../kernel/db/store-context.js";
import { STRUCK, type Subject, strikerOf, strikeWithin } from "../../../kernel/db/subject.js";
import { requestContactTable } from "./request-contact.table.js";
import { indexAnew, type Searched } from "./request-search.js";
import { splitProposalTable } from "./split-proposal.table.js";
import { supportRequestTable } from "./support-request.table.js";
import { timelineEntryTable } from "./timeline-entry.table.js";

/** A request that the person has to do with. */
export interface SubjectRequest {
  readonly requestId: string;
  /** Nobody else of the customer stands in it: what the customer wrote there is theirs alone. */
  readonly isTheirsAlone: boolean;
}

interface Writes {
  /** Every name, address and number the person stands under as a contact. */
  strings(subject: Subject): Promise<string[]>;
  /** Erases, and answers which requests were touched, and as which contacts the person stood there. */
  erase(
    subject: Subject,
    at: EpochMs,
  ): Promise<{ readonly requests: readonly SubjectRequest[]; readonly contactIds: readonly string[] }>;
}

type Contact = RowOf<typeof requestContactTable>;

const MINE = `(c.account_id = ? OR (c.account_id IS NULL AND c.email = ?))`;
const CONTACT = omit(requestContactTable, [], "c");

const contactsOf = ({ sql }: WriteContext, { accountId, address }: Subject): Promise<Contact[]> =>
  selectRows(sql, CONTACT, `FROM request_contact c WHERE ${MINE} ORDER BY c.id`, [accountId, address]);

/** Where the person is a contact, opened it, or said something. */
const REQUESTS = `SELECT c.request_id AS id FROM request_contact c WHERE ${MINE}
  UNION SELECT id FROM support_request WHERE submitter_id = ?
  UNION SELECT request_id FROM timeline_entry WHERE actor_id = ?
  UNION SELECT request_id FROM split_proposal WHERE proposed_by = ?`;

const requestsOf = async ({ sql }: WriteContext, { accountId, address }: Subject): Promise<string[]> => {
  const params = [accountId, address, accountId, accountId, accountId];
  return (await sql.all<{ id: string }>(REQUESTS, params)).map(({ id }) => id);
};

/** A contact goes from the list, unless the request had nobody then: it stays, without a name. */
const eraseContacts = async (sql: TransactionSql, mine: readonly Contact[], at: EpochMs): Promise<void> => {
  const blank = { givenName: "", familyName: "", email: "", phone: null };
  const shape = pick(requestContactTable, [
    "givenName",
    "familyName",
    "email",
    "phone",
    "role",
    "removedAt",
    "changedAt",
  ]);
  for (const { id, requestId, role, removedAt } of mine) {
    const others = await sql.all<{ id: string }>(
      `SELECT id FROM request_contact WHERE request_id = ? AND id <> ? AND removed_at IS NULL ORDER BY id LIMIT 1`,
      [requestId, id],
    );
    const [next] = others;
    const isLast = removedAt === null && next === undefined;
    const isRemoved = removedAt === null && !isLast;
    const became = isRemoved ? { role: "ADDITIONAL" as const, removedAt: at } : { role, removedAt };
    await updateRows(sql, shape, { ...blank, ...became, changedAt: at }, "id = ?", [id]);
    if (isRemoved && role === "PRIMARY")
      await sql.run(`UPDATE request_contact SET role = 'PRIMARY', changed_at = ? WHERE id = ?`, [at, next?.id ?? ""]);
  }
};

const TEXTS = pick(supportRequestTable, [
  "id",
  "number",
  "title",
  "description",
  "ratingComment",
  "askedSeverityReason",
]);
const WRITTEN = pick(supportRequestTable, [
  ...(["title", "description", "searchText", "descriptionFolded", "ratingComment", "askedSeverityReason"] as const),
]);

const eraseText = async (
  sql: TransactionSql,
  { requestId, isTheirsAlone }: SubjectRequest,
  strike: (text: string) => string,
): Promise<Searched[]> => {
  const [row] = await selectRows(sql, TEXTS, "FROM support_request WHERE id = ?", [requestId]);
  if (row === undefined) return [];
  const say = (text: string): string => (isTheirsAlone ? STRUCK : strike(text));
  const sayAny = (text: string | null): string | null => (text === null ? null : say(text));
  const { title, description } = { title: say(row.title), description: say(row.description) };
  const written = {
    title,
    description,
    searchText: foldText(`${row.number} ${title}`),
    descriptionFolded: foldedUnlessPlain(description),
    ratingComment: sayAny(row.ratingComment),
    askedSeverityReason: sayAny(row.askedSeverityReason),
  };
  await updateRows(sql, WRITTEN, written, "id = ?", [requestId]);
  return [{ id: row.id, number: row.number, title, description }];
};

const ENTRY = pick(timelineEntryTable, ["id", "actorId", "isFromSupport", "text", "params", "quoted", "mail"]);
const SAID = pick(timelineEntryTable, ["text", "textFolded", "params", "quoted", "mail"]);
const AT_ONCE = 200;

/** What a deed of theirs was about. */
const nameless = (params: TimelineParams | null): TimelineParams | null =>
  params?.name === undefined ? params : { ...params, name: STRUCK };

const eraseEntries = async (
  sql: TransactionSql,
  { requestId, isTheirsAlone }: SubjectRequest,
  { accountId }: Subject,
  strike: (text: string) => string,
): Promise<void> => {
  for (let after = ""; ; ) {
    const rest = `FROM timeline_entry WHERE request_id = ? AND id > ? ORDER BY id LIMIT ${AT_ONCE}`;
    const rows = await selectRows(sql, ENTRY, rest, [requestId, after]);
    for (const { id, actorId, isFromSupport, ...entry } of rows) {
      const isTheirs = actorId === accountId || (isTheirsAlone && !isFromSupport);
      const text = entry.text === null ? null : isTheirs && isTheirsAlone ? STRUCK : strike(entry.text);
      const struck = strikeWithin(strike, entry.params);
      const said = {
        text,
        textFolded: text === null ? null : foldedUnlessPlain(text),
        params: isTheirs && isTheirsAlone ? nameless(struck) : struck,
        // What came with a letter of theirs besides its words.
        quoted: isTheirs || entry.quoted === null ? null : strike(entry.quoted),
        mail: isTheirs ? null : strikeWithin(strike, entry.mail),
      };
      await updateRows(sql, SAID, said, "id = ?", [id]);
    }
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.id ?? after;
  }
};

const PROPOSAL = pick(splitProposalTable, ["id", "title", "description"]);
const PROPOSED = pick(splitProposalTable, ["title", "description"]);

const eraseProposals = async (
  sql: TransactionSql,
  { requestId, isTheirsAlone }: SubjectRequest,
  strike: (text: string) => string,
): Promise<void> => {
  const say = (text: string): string => (isTheirsAlone ? STRUCK : strike(text));
  for (const { id, title, description } of await selectRows(sql, PROPOSAL, "FROM split_proposal WHERE request_id = ?", [
    requestId,
  ]))
    await updateRows(sql, PROPOSED, { title: say(title), description: say(description) }, "id = ?", [id]);
};

/** Of these, the requests in which somebody else of the customer stands, or opened it. */
const sharedAmong = async (
  { sql }: WriteContext,
  requestIds: readonly string[],
  { accountId, address }: Subject,
): Promise<ReadonlySet<string>> => {
  const rows = await sql.all<{ id: string }>(
    `SELECT DISTINCT c.request_id AS id FROM request_contact c WHERE ${isInList(sql.dialect, "c.request_id")}
     AND c.removed_at IS NULL AND c.email <> '' AND NOT ${MINE.replace("c.email = ?", "c.email = coalesce(?, '')")}
     AND coalesce(c.account_id, '') <> ?`,
    [asList(requestIds), accountId, address, accountId],
  );
  return new Set(rows.map(({ id }) => id));
};

export const subjectRequestStore: StoreKey<object, Writes> = writesOnly((context) => ({
  strings: async (subject) =>
    (await contactsOf(context, subject)).flatMap(({ givenName, familyName, email, phone }) => [
      `${givenName} ${familyName}`,
      `${familyName} ${givenName}`,
      email,
      ...(phone === null ? [] : [phone]),
    ]),
  erase: async (subject, at) => {
    const { sql } = context;
    const strike = strikerOf(subject);
    const ids = await requestsOf(context, subject);
    const mine = await contactsOf(context, subject);
    const shared = await sharedAmong(context, ids, subject);
    const touched = ids.map((requestId) => ({ requestId, isTheirsAlone: !shared.has(requestId) }));
    const texts: Searched[] = [];
    for (const request of touched) {
      texts.push(...(await eraseText(sql, request, strike)));
      await eraseEntries(sql, request, subject, strike);
      await eraseProposals(sql, request, strike);
      context.changes.push({ topic: "request", id: request.requestId, entryId: null, isInternal: false });
    }
    await indexAnew(sql, texts);
    await eraseContacts(sql, mine, at);
    return { requests: touched, contactIds: mine.map(({ id }) => id) };
  },
}));
