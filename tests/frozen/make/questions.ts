/** Who asks what of the frozen world: every root field, by everybody to whom it could mean something else. */

import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema } from "graphql";
import type { Question } from "../frozen-files.js";
import type { FrozenServer } from "../frozen-server.js";
import { documentOf } from "./whole-selection.js";

interface Asked {
  readonly field: string;
  readonly by: readonly (string | null)[];
  /** `@name` stands for the id of that name. */
  readonly with?: Readonly<Record<string, unknown>>;
}

const CUSTOMERS = ["ana", "ana-msa", "mihai", "sam", "yuki", "radu", "dora", "guest"];
const DESK = ["novak", "silva", "lead", "admin"];
const REQUESTS = [
  "new",
  "assigned",
  "inProgress",
  "waitingForCustomer",
  "waitingForVendor",
  "solved",
  "closed",
  "reopened",
];
const MARKETS = ["HU", "CO", "ID", "PK", "IQ", "AL", "LB", "IS", "UG", "KR", "KW", "TN", "MG", "CH", "RO"];
const CURRENCIES = ["HUF", "COP", "IDR", "PKR", "IQD", "ALL", "LBP", "ISK", "UGX", "KRW", "KWD", "TND", "MGA", "CHF"];
const VERSION = { productVersionId: "windows-server-2025" };

const ASKED: readonly Asked[] = [
  { field: "viewer", by: [...CUSTOMERS, "lena", "jonas", "elena", ...DESK, "readToken", "buyerToken", null] },
  { field: "portalSettings", by: ["dora", null] },
  { field: "myPlans", by: [...CUSTOMERS, "elena", "jonas", "lena", "readToken", "narrowToken"], with: { first: 4 } },
  { field: "myRequests", by: [...CUSTOMERS, "elena", "emil", "flora", "readToken", "narrowToken"], with: { first: 2 } },
  { field: "myRequests", by: ["dora"], with: { first: 3, filter: { search: "frozen", isOpen: true } } },
  { field: "myDrafts", by: ["mihai", "dora", "lena"] },
  { field: "notices", by: ["dora", "emil", "ana", "radu", "novak", "lead"], with: { first: 4 } },
  { field: "unreadNoticeCount", by: ["dora", "emil", "novak"] },
  { field: "plan", by: ["ana", "dora", "readToken"], with: { id: "@plan-ana" } },
  { field: "plan", by: ["dora", "emil", "readToken", "admin"], with: { id: "@plan" } },
  { field: "plan", by: ["mihai"], with: { id: "@plan-mihai" } },
  { field: "plan", by: ["radu", "elena"], with: { id: "@plan-radu" } },
  { field: "plan", by: ["yuki"], with: { id: "@plan-yuki" } },
  ...REQUESTS.map((name) => ({ field: "request", by: ["dora", "novak"], with: { id: `@${name}` } })),
  ...["withdrawn", "refunded", "handedOver", "severityAsked", "split"].map((name) => ({
    field: "request",
    by: ["dora", "silva"],
    with: { id: `@${name}` },
  })),
  {
    field: "request",
    by: ["dora", "emil", "flora", "novak", "lead", "admin", "readToken"],
    with: { id: "@conversation" },
  },
  { field: "request", by: ["dora", "emil", "flora", "novak"], with: { id: "@shared" } },
  { field: "request", by: ["ana"], with: { id: "@request-ana" } },
  { field: "request", by: ["sam"], with: { id: "@request-sam" } },
  { field: "node", by: ["dora", "emil", null], with: { id: "@conversation" } },
  { field: "draft", by: ["dora", "emil"], with: { id: "@draft" } },
  { field: "queue", by: DESK, with: { first: 5 } },
  { field: "queue", by: ["novak", "deskToken"], with: { first: 5, search: "frozen" } },
  { field: "queue", by: ["dora", "readToken"], with: { first: 5 } },
  { field: "queueItem", by: ["novak", "silva", "lead"], with: { id: "@handedOver" } },
  { field: "workspace", by: [...DESK, "dora"] },
  { field: "renderedReply", by: ["novak"], with: { replyId: "@reply", requestId: "@conversation" } },
  { field: "availablePlans", by: ["ana", "dora", "radu", "ana-msa", "sam"], with: VERSION },
  {
    field: "unavailablePlans",
    by: ["mihai", "jonas", "yuki", "radu", "ana-msa"],
    with: { productVersionId: "exchange-server-2016" },
  },
  {
    field: "purchases",
    by: [...MARKETS.map((code) => `buyer${code}`), "sam", "ana-msa", "dora", "buyerToken"],
    with: { first: 10 },
  },
  ...CURRENCIES.map((code) => ({ field: "purchase", by: ["admin"], with: { id: `@purchase${code}` } })),
  ...["declined", "challenged", "moneyBack", "openQuestion", "purchaseHeld"].map((name) => ({
    field: "purchase",
    by: ["buyerRO"],
    with: { id: `@${name}` },
  })),
  { field: "purchase", by: ["sam", "dora"], with: { id: "@purchaseSam" } },
  { field: "paymentMethods", by: ["buyerRO", "buyerHU", "dora"] },
  { field: "purchaseTerms", by: ["sam"] },
  ...MARKETS.map((country) => ({ field: "incidentOffers", by: ["sam"], with: { country } })),
  { field: "accounts", by: ["admin", "lead", "dora"], with: { first: 5 } },
  { field: "managedAccount", by: ["admin"], with: { id: "@ivan" } },
  { field: "managedAgreements", by: ["admin", "lead"], with: { first: 5 } },
  { field: "managedAgreement", by: ["admin", "dora"], with: { id: "@plan" } },
  { field: "agreementImports", by: ["admin"], with: { first: 5 } },
  ...["Finished", "Cancelled", "Waiting"].map((name) => ({
    field: "agreementImport",
    by: ["admin"],
    with: { id: `@import${name}` },
  })),
  { field: "partnerTenants", by: ["admin"] },
  { field: "packs", by: ["admin", "lead"] },
  { field: "packExport", by: ["admin"], with: { kind: "PARTNER_TENANTS" } },
  { field: "packExport", by: ["admin"], with: { kind: "TAXES" } },
  { field: "auditEntries", by: ["admin"], with: { first: 50 } },
  { field: "auditState", by: ["admin"] },
  { field: "overview", by: ["admin", "lead"] },
  { field: "catalogue", by: ["dora"], with: { first: 2 } },
  { field: "product", by: ["ana"], with: { id: "biztalk-server" } },
  { field: "productVersion", by: ["ana"], with: { id: "windows-server-2025" } },
  { field: "productVersions", by: ["dora", null], with: { search: "exchange", first: 10 } },
  { field: "programmes", by: ["dora"] },
  { field: "severities", by: ["dora"] },
  { field: "articles", by: ["dora"] },
  { field: "portalRoute", by: ["ana"], with: { productId: "windows-server" } },
  {
    field: "expectedFirstResponse",
    by: ["ana"],
    with: { country: "RO", timeZone: "Europe/Bucharest", severity: "CRITICAL" },
  },
];

const DEPTHS = [3, 2, 1];
const TOO_MUCH = /COST|DEPTH|TOKENS|ALIASES|COMPLEX|LIMIT/;

export const questionsFor = async (frozen: FrozenServer): Promise<Question[]> => {
  const file = new URL("../../../packages/schema/schema.graphql", import.meta.url);
  const schema = buildSchema(readFileSync(file, "utf8"));
  const questions: Question[] = [];
  for (const { field, by, with: given = {} } of ASKED) {
    const variables = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, named(frozen, value)]));
    const document = await widest(frozen, schema, field, { as: by[0] ?? null, variables });
    const about = Object.values(given).map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
    for (const as of by) {
      const name = [field, ...about, "as", as ?? "nobody"].join(" ");
      questions.push({ name, as, document, variables });
    }
  }
  return questions;
};

const named = ({ names }: FrozenServer, value: unknown): unknown => {
  if (typeof value !== "string" || !value.startsWith("@")) return value;
  const id = names.ids[value.slice(1)];
  if (id === undefined) throw new Error(`nothing is called ${value}`);
  return id;
};

/** The deepest document that the limits of one operation let through. */
const widest = async (
  frozen: FrozenServer,
  schema: GraphQLSchema,
  field: string,
  { as, variables }: Pick<Question, "as" | "variables">,
): Promise<string> => {
  for (const depth of DEPTHS) {
    const document = documentOf(schema, field, Object.keys(variables), depth);
    const answer = (await frozen.ask({ as, document, variables })) as { errors?: readonly { code: string }[] };
    const codes = answer.errors?.map(({ code }) => code) ?? [];
    if (codes.some((code) => code.startsWith("GRAPHQL_"))) throw new Error(`${codes.join()}: ${document}`);
    if (!codes.some((code) => TOO_MUCH.test(code))) return document;
  }
  throw new Error(`${field} cannot be asked`);
};
