import { accountStore, createToken } from "../../../apps/api/src/modules/identity/module.js";
import { SCOPES, type StaffRole } from "../../../packages/domain/src/index.js";
import type { TestServer } from "../test-server.js";
import { newcomer, type Visitor } from "../visitor.js";

export const PRINCIPALS = [
  "anon",
  "expiredSession",
  "msaOwner",
  "msaStranger",
  "entraOwner",
  "entraColleague",
  "partner",
  "primary",
  "additional",
  "exAdditional",
  "creatorOnly",
  "engOwner",
  "engOther",
  "admin",
  "tokRead",
  "tokWriteOther",
  "tokStaff",
] as const;
export type PrincipalName = (typeof PRINCIPALS)[number];

/** Those with an account of their own; the others come with somebody's. */
type PersonName = Exclude<PrincipalName, "anon" | "expiredSession" | "tokRead" | "tokStaff">;

export interface Cast {
  readonly people: Readonly<Record<PersonName, Visitor>>;
  readonly emailOf: (name: PersonName) => string;
  readonly headers: Readonly<Record<PrincipalName, Readonly<Record<string, string>>>>;
  readonly tokens: Readonly<Partial<Record<PrincipalName, string>>>;
}

const ROLES: Readonly<Partial<Record<PersonName, StaffRole>>> = {
  engOwner: "ENGINEER",
  engOther: "ENGINEER",
  admin: "ADMINISTRATOR",
};
/** The tenant of the demo world's partners, and one whose people know each other. */
const TENANTS: Readonly<Partial<Record<PersonName, { kind: "work" | "personal" | "partner" }>>> = {
  msaOwner: { kind: "personal" },
  msaStranger: { kind: "personal" },
  partner: { kind: "partner" },
};

export const signInAll = async (server: TestServer): Promise<Cast> => {
  const emailOf = (name: PersonName): string => `${name.toLowerCase()}@matrix.example`;
  const people = {} as Record<PersonName, Visitor>;
  const names = PRINCIPALS.filter(
    (name): name is PersonName => !["anon", "expiredSession", "tokRead", "tokStaff"].includes(name),
  );
  for (const name of names)
    people[name] = await newcomer(server, {
      givenName: name,
      email: emailOf(name),
      kind: TENANTS[name]?.kind ?? "work",
    });
  const at = server.clock.now();
  await server.db.transaction("test roles", async (tx) => {
    for (const name of names) {
      const role = ROLES[name];
      if (role !== undefined) await tx.of(accountStore).setRoles(people[name].accountId, [role], at);
    }
  });
  const tokenOf = async (name: PersonName, scopes: Parameters<typeof createToken>[1]["scopes"]): Promise<string> => {
    const made = {
      accountId: people[name].accountId,
      name: "matrix",
      scopes,
      dailyIncidents: 100_000,
      expiresAt: null,
    };
    const { clock, db, config } = server;
    return (await createToken({ db, clock, limits: config.limits }, made)).token;
  };
  const tokens = {
    tokRead: await tokenOf("msaOwner", ["agreements:read", "requests:read"]),
    tokWriteOther: await tokenOf("tokWriteOther", [
      "agreements:read",
      "agreements:write",
      "requests:read",
      "requests:write",
      "purchases:write",
    ]),
    // All that an administrator may give a token.
    tokStaff: await tokenOf("admin", SCOPES),
  };
  // The primary contact's other browser, whose session is over.
  const over = await newcomer(server, { givenName: "expired", email: "expired@matrix.example" });
  await fetch(new URL("/auth/logout", server.origin), {
    method: "POST",
    headers: { cookie: over.cookie, origin: server.origin, "content-type": "application/x-www-form-urlencoded" },
    redirect: "manual",
  });
  const headers = {} as Record<PrincipalName, Record<string, string>>;
  for (const name of names) headers[name] = { cookie: people[name].cookie };
  return {
    people,
    emailOf,
    tokens,
    headers: {
      ...headers,
      anon: {},
      expiredSession: { cookie: over.cookie },
      tokRead: { authorization: `Bearer ${tokens.tokRead}` },
      tokWriteOther: { authorization: `Bearer ${tokens.tokWriteOther}` },
      tokStaff: { authorization: `Bearer ${tokens.tokStaff}` },
    },
  };
};
