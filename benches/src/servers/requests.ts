/** W2 and W4 by hand: keyset page with its joins in one statement, and a request in four. */
import { type RequestStatus, turnOf } from "@accord/domain";
import type { MemoryCatalogue } from "./catalogue.js";
import type { Row, Sqlite } from "./sqlite.js";

const LAST = "req_~";
const PAGE = `WITH seen(id) AS (
    SELECT request_id FROM request_contact WHERE account_id = ?1 AND removed_at IS NULL AND request_id < ?3
    UNION SELECT request_id FROM request_contact WHERE email = ?2 AND removed_at IS NULL AND request_id < ?3
    ORDER BY 1 DESC LIMIT ?4)
  SELECT q.id, q.number, q.title, q.status, q.severity, q.created_at, q.updated_at, q.last_communication_at, q.product_version_id,
    p.programme_id, p.ends_on, e.given_name AS engineer_given, e.family_name AS engineer_family,
    c.id AS contact_id, c.given_name, c.family_name, c.email, c.account_id
  FROM seen JOIN support_request q ON q.id = seen.id
  JOIN request_contact c ON c.request_id = q.id AND c.role = 'PRIMARY' AND c.removed_at IS NULL
  LEFT JOIN plan p ON p.id = q.plan_id LEFT JOIN account e ON e.id = q.engineer_id ORDER BY q.id DESC`;
const DETAIL = `SELECT q.*, p.programme_id, p.ends_on, p.remaining, e.given_name AS engineer_given, e.family_name AS engineer_family
  FROM support_request q LEFT JOIN plan p ON p.id = q.plan_id LEFT JOIN account e ON e.id = q.engineer_id WHERE q.id = ?`;
const CONTACTS = `SELECT id, role, account_id, given_name, family_name, email, phone FROM request_contact
  WHERE request_id = ? AND removed_at IS NULL ORDER BY role DESC, id`;
const TIMELINE = `SELECT t.id, t.kind, t.at, t.is_from_support, t.text, t.status, a.given_name, a.family_name
  FROM timeline_entry t LEFT JOIN account a ON a.id = t.actor_id WHERE t.request_id = ? AND t.is_internal = 0 ORDER BY t.id DESC LIMIT ?`;

const iso = (at: string | number | null | undefined): string | null =>
  typeof at === "number" ? new Date(at).toISOString() : null;
const nameOf = (given: unknown, family: unknown): string | null =>
  typeof given === "string" ? `${given} ${family}` : null;

export const versionReply = (
  catalogue: MemoryCatalogue,
  id: unknown,
): { id: string; name: string; product: { id: string; name: string } } => {
  const version = catalogue.versions.get(String(id));
  const product = catalogue.products.get(version?.productId ?? "");
  return {
    id: version?.id ?? "",
    name: version?.name ?? "",
    product: { id: product?.id ?? "", name: product?.name ?? "" },
  };
};

export interface Viewer {
  readonly id: string;
  readonly email: string;
}

/** The first `first` of the viewer's requests before the cursor `after`. */
export const requestsOf = async (
  db: Sqlite,
  catalogue: MemoryCatalogue,
  viewer: Viewer,
  first: number,
  after: string | null,
) => {
  const rows = await db.all(PAGE, viewer.id, viewer.email, after ?? LAST, first + 1);
  const shown = rows.slice(0, first);
  const nodes = shown.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    status: row.status,
    severity: row.severity,
    turn: turnOf({ status: row.status as RequestStatus }),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    lastCommunicationAt: iso(row.last_communication_at),
    viewerRole: row.account_id === viewer.id ? "PRIMARY" : "ADDITIONAL",
    planEndsOn: row.ends_on,
    productVersion: versionReply(catalogue, row.product_version_id),
    programme: { name: catalogue.programmes.get(String(row.programme_id))?.name },
    engineer: engineerOf(row),
    primaryContact: { id: row.contact_id, givenName: row.given_name, familyName: row.family_name, email: row.email },
  }));
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: shown.at(-1)?.id ?? null } };
};

const engineerOf = (row: Row): { name: string } | null => {
  const name = nameOf(row.engineer_given, row.engineer_family);
  return name === null ? null : { name };
};

/** One request with its contacts and the newest `first` timeline entries; null when the viewer is no contact of it. */
export const requestOf = async (db: Sqlite, catalogue: MemoryCatalogue, viewer: Viewer, id: string, first: number) => {
  const [contacts, [row], entries] = await Promise.all([
    db.all(CONTACTS, id),
    db.all(DETAIL, id),
    db.all(TIMELINE, id, first + 1),
  ]);
  const own = contacts.find((contact) => contact.account_id === viewer.id || contact.email === viewer.email);
  if (row === undefined || own === undefined) return null;
  const productVersion = versionReply(catalogue, row.product_version_id);
  const family = catalogue.products.get(productVersion.product.id)?.family ?? "";
  const category = catalogue.categories.get(`${family}/${row.category_id}`);
  const problem = catalogue.problems.get(`${family}/${row.category_id}/${row.problem_id}`);
  const people = contacts.map((contact) => ({
    id: contact.id,
    role: contact.role,
    givenName: contact.given_name,
    familyName: contact.family_name,
    email: contact.email,
    phone: contact.phone,
  }));
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    description: row.description,
    status: row.status,
    closedReason: row.closed_reason,
    turn: turnOf({ status: row.status as RequestStatus }),
    severity: row.severity,
    support24x7: row.support_24x7 === 1,
    productVersion,
    category: { id: category?.id, name: category?.name },
    problem: { id: problem?.id, name: problem?.name },
    country: row.country,
    timeZone: row.time_zone,
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    closedAt: iso(row.closed_at),
    firstResponseDueAt: iso(row.first_response_due_at),
    lastCommunicationAt: iso(row.last_communication_at),
    engineer: engineerOf(row),
    programme: { name: catalogue.programmes.get(String(row.programme_id))?.name },
    planEndsOn: row.ends_on,
    planIncidentsRemaining: row.remaining,
    primaryContact: people.find((contact) => contact.role === "PRIMARY"),
    additionalContacts: people.filter((contact) => contact.role === "ADDITIONAL"),
    viewerRole: own.role,
    timeline: {
      nodes: entries.slice(0, first).map((entry) => ({
        id: entry.id,
        kind: entry.kind,
        createdAt: iso(entry.at),
        actor: { name: nameOf(entry.given_name, entry.family_name) },
        isFromSupport: entry.is_from_support === 1,
        text: entry.text,
        status: entry.status,
      })),
      pageInfo: {
        hasNextPage: entries.length > first,
        endCursor: entries[Math.min(first, entries.length) - 1]?.id ?? null,
      },
    },
  };
};
