/** The people of the demo world as the embedded provider knows them, with the claims Microsoft's platform would issue (R49). */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { joinName, type Language } from "@accord/domain";

/** Tenant of every personal account: a fixed value of Microsoft's platform. */
export const PERSONAL_TENANT = "9188040d-6c67-4c5b-b112-36a304b66dad";

export const PERSON_KINDS = ["personal", "work", "partner", "guest"] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

/** Somebody the embedded provider can sign in. */
export interface Person {
  /** Key at the provider: `u-ana`, or `p-…` for somebody new. */
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly kind: PersonKind;
  readonly isEmailProven: boolean;
  readonly tenantId: string;
}

/** A person of the demo world with what the sign-in page tells about them. */
export interface Persona extends Person {
  readonly company: string | null;
  readonly role: string;
  /** What there is to see with this account. */
  readonly about: Readonly<Record<Language, string>> | null;
}

type PersonaNote = { readonly id: string } & Readonly<Record<Language, string>>;

interface DemoWorld {
  readonly companies: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly users: readonly {
    readonly id: string;
    readonly givenName: string;
    readonly familyName: string;
    readonly email: string;
    readonly accountKind: "entra" | "msa" | "partner";
    readonly company: string | null;
    readonly role: string;
  }[];
}

/** Directory of a demo company: the same on every machine and in every run. */
export const personaTenantId = (companyId: string): string => stableUuid(`tenant:${companyId}`);

/** Object id of a demo user, or of anybody else at the embedded provider. */
export const personaObjectId = (personId: string): string => stableUuid(`object:${personId}`);

/** Reads the personas from the demo world, and a guest of one of its companies. */
export const loadPersonas = (): readonly Persona[] => {
  const world = readSeed<DemoWorld>("demo.json");
  const notes = new Map(readSeed<readonly PersonaNote[]>("personas.json").map((note) => [note.id, note]));
  const companies = new Map(world.companies.map((company) => [company.id, company]));
  const personas = world.users.map((user): Persona => {
    const kind = KIND_OF[user.accountKind];
    return {
      id: user.id,
      givenName: user.givenName,
      familyName: user.familyName,
      email: user.email,
      kind,
      isEmailProven: true,
      tenantId: kind === "personal" || user.company === null ? PERSONAL_TENANT : personaTenantId(user.company),
      company: companies.get(user.company ?? "")?.name ?? null,
      role: user.role,
      about: notes.get(user.id) ?? null,
    };
  });
  const host = world.companies.find((company) => company.kind === "customer");
  return host === undefined ? personas : [...personas, guestOf(host, notes.get("u-guest") ?? null)];
};

/** Tenants of the partner companies of the demo world: what the partner table must hold for its partner accounts. */
export const personaPartnerTenants = (): readonly string[] => [
  ...new Set(
    loadPersonas()
      .filter((persona) => persona.kind === "partner")
      .map((persona) => persona.tenantId),
  ),
];

/** Claims of an ID token about `person`, without what the protocol adds (iss, aud, nonce, times). */
export const claimsOf = (person: Person): Record<string, unknown> => ({
  tid: person.tenantId,
  oid: personaObjectId(person.id),
  ver: "2.0",
  preferred_username: person.email,
  email: person.email,
  name: joinName(person),
  given_name: person.givenName,
  family_name: person.familyName,
  xms_edov: person.isEmailProven,
  acct: person.kind === "guest" ? 1 : 0,
  ...(person.kind === "guest" ? { idp: "live.com" } : {}),
});

const KIND_OF = { msa: "personal", entra: "work", partner: "partner" } as const;

const guestOf = (host: { readonly id: string; readonly name: string }, about: Persona["about"]): Persona => ({
  id: "u-guest",
  givenName: "Matei",
  familyName: "Dobre",
  email: "matei.dobre@mail.example",
  kind: "guest",
  isEmailProven: false,
  tenantId: personaTenantId(host.id),
  company: host.name,
  role: "customer",
  about,
});

const readSeed = <Content>(name: string): Content =>
  JSON.parse(readFileSync(new URL(`../../../../seeds/${name}`, import.meta.url), "utf8")) as Content;

/** A UUID (version 8) made from a name. */
const stableUuid = (name: string): string => {
  const bytes = createHash("sha256").update(`accord:${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
