/** The data files of apps/api/seeds in their sources' own words, read and checked; translated elsewhere (docs/glossary.md). */
import { readFileSync } from "node:fs";
import { findMarkup, type PackKind, packName, type Severity, z } from "@accord/domain";
import { readPositionedJson } from "../../../kernel/text/positioned-json.js";
import type { SeverityLevel } from "../../catalogue/module.js";

const FOLDER = new URL("../../../../seeds/", import.meta.url);

const day = z.iso.date();
const text = z.string().min(1);
const instant = z.iso.datetime({ offset: true });

const severity = z.object({
  code: z.enum(["A", "B", "C"]),
  name: text,
  nameRo: text,
  impact: text,
  impactRo: text,
  offers24x7: z.boolean(),
  initialResponse: z.object({ hours: z.number().positive() }),
  customerCommitment: text,
  customerCommitmentRo: text,
});

/** Whom an article is for (R9): holders of benefits and partners the portal's, by their work the products'. */
export const AUDIENCES = ["Benefits", "Partner", "Administrators", "Developers", "End users"] as const;

const article = z.object({
  slug: text,
  kind: z.enum(["product", "portal"]),
  family: text.nullable(),
  /** Words people search by, of both languages in one list. */
  tags: z.array(text),
  title: text,
  body: text,
  problems: z.array(z.object({ category: text, problem: text })),
  audience: z.array(z.enum(AUDIENCES)).min(1),
  /** Slugs of neighbours, the nearest first. */
  related: z.array(text).max(3),
  ro: z.object({ title: text, body: text }),
  updatedOn: day,
});

const demoEvent = z.object({
  at: instant,
  by: text,
  kind: z.enum(["submitted", "email", "assigned", "reply", "attachment", "state", "purchase"]),
  text: text.optional(),
  to: text.optional(),
  /** Of a file. */
  name: text.optional(),
  contentType: text.optional(),
  bytes: z.number().int().positive().optional(),
});
const demoCard = z.object({
  id: text,
  owner: text,
  brand: text,
  last4: z.string().regex(/^\d{4}$/),
  expires: z.string().regex(/^\d{4}-\d{2}$/),
  /** What the sandbox bank knows it by. */
  token: text,
  state: z.enum(["valid", "expired"]),
});
const demoAnswer = z.object({
  name: text,
  text: text.nullable().default(null),
  integer: z.number().int().nullable().default(null),
  flag: z.boolean().nullable().default(null),
});
const demoRequest = z.object({
  id: text,
  number: text.nullable(),
  createdBy: text,
  primaryContact: text.nullable(),
  additionalContacts: z.array(text),
  state: z.enum([
    "draft",
    "submitted",
    "assigned",
    "in-progress",
    "waiting-customer",
    "resolved",
    "closed",
    "reopened",
    "cancelled",
  ]),
  version: text,
  category: text,
  problem: text,
  severity: z.enum(["A", "B", "C"]).nullable(),
  support24x7: z.boolean().nullable(),
  country: text,
  timeZone: text,
  agreement: text.nullable(),
  createdAt: instant.nullable(),
  closedAt: instant.optional(),
  owner: text.nullable(),
  title: text,
  description: text,
  /** Of a draft: what was answered to the questions about its problem. */
  answers: z.object({ formSlug: text, version: z.number().int(), values: z.array(demoAnswer) }).optional(),
  timeline: z.array(demoEvent),
  firstResponseDue: instant.optional(),
});
const demoAgreement = z.object({
  id: text,
  programme: text,
  accessId: text.nullable(),
  agreementId: text.nullable(),
  start: day,
  end: day,
  unitsTotal: z.number().int().positive().nullable(),
  unitsUsed: z.number().int().nonnegative(),
  registeredBy: z.array(text),
});
const demoPerson = z.object({
  id: text,
  company: text.nullable(),
  role: z.enum(["customer", "engineer", "lead", "administrator"]),
  profileComplete: z.boolean(),
  language: z.enum(["en", "ro"]),
});
const demoWorld = z.object({
  asOf: instant,
  companies: z.array(z.object({ id: text, country: text, timeZone: text })),
  users: z.array(demoPerson),
  cards: z.array(demoCard),
  agreements: z.array(demoAgreement),
  requests: z.array(demoRequest),
});

export type SeedArticle = z.infer<typeof article>;

export type DemoAgreement = z.infer<typeof demoAgreement>;
export type DemoEvent = z.infer<typeof demoEvent>;
export type DemoRequest = z.infer<typeof demoRequest>;
export type DemoWorld = z.infer<typeof demoWorld>;

/** Reads `name`.json; throws ZodError when the file does not have the form `shape`. */
const read = <Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> =>
  shape.parse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8")));

const textOf = (name: string): string => readFileSync(new URL(`${name}.json`, FOLDER), "utf8");

/** The file of a kind of pack, to the letter. */
export const packSeed = (kind: PackKind): string => textOf(packName(kind));

export const SEVERITY = { A: "CRITICAL", B: "MODERATE", C: "MINIMAL" } as const satisfies Record<string, Severity>;

export const referenceSeverities = (): SeverityLevel[] =>
  read("severities", z.object({ severities: z.array(severity) })).severities.map((level) => ({
    severity: SEVERITY[level.code],
    name: level.name,
    nameRo: level.nameRo,
    impact: level.impact,
    impactRo: level.impactRo,
    responseHours: level.initialResponse.hours,
    offers24x7: level.offers24x7,
    customerCommitment: level.customerCommitment,
    customerCommitmentRo: level.customerCommitmentRo,
  }));

/** @throws Error naming file and line when an article holds HTML or a link that runs something (R55) */
export const readArticles = (): SeedArticle[] => articlesOf(textOf("articles"));

export const articlesOf = (file: string): SeedArticle[] => {
  const read = readPositionedJson(file);
  if (!read.ok) throw new Error(`seeds/articles.json:${read.problems[0]?.line ?? 1}: this is not JSON`);
  const articles = z.array(article).parse(read.value.value);
  for (const [place, { body, ro }] of articles.entries())
    for (const [path, markdown] of [
      [[place, "body"], body],
      [[place, "ro", "body"], ro.body],
    ] as const) {
      const found = findMarkup(markdown);
      if (found === null) continue;
      const where = `seeds/articles.json:${read.value.lineOf(path)}`;
      throw new Error(
        `${where}: line ${found.line} of the text holds HTML or a link that runs something: ${found.text}`,
      );
    }
  return articles;
};

export const readDemoWorld = (): DemoWorld => read("demo", demoWorld);
