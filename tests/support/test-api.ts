/** The API without HTTP around it: the GraphQL handler over a database of its own, principals made at will, a clock moved by hand. */
import type { Account, AccountKind, Profile, StaffRole } from "@accord/domain";
import type { GraphQLSchema } from "graphql";
import { createGraphqlHandler, type GraphqlHandlerOptions } from "../../apps/api/src/graphql-api.js";
import { type Clock, createHandClock } from "../../apps/api/src/kernel/clock.js";
import type { Database } from "../../apps/api/src/kernel/db/index.js";
import type { GraphqlResponse } from "../../apps/api/src/kernel/http/graphql-exchange.js";
import { DEFAULT_LIMITS, type Limits } from "../../apps/api/src/kernel/limits/limits.js";
import type { Principal, Scope } from "../../apps/api/src/kernel/principal.js";
import { accountStore } from "../../apps/api/src/modules/identity/module.js";
import { buildApiSchema } from "../../apps/api/src/schema.js";
import { seed } from "../../apps/api/src/seed/seed.js";
import { createTestShop, type TestShop } from "./test-shop.js";

/** The day of the demo world. */
const ANONYMOUS: Principal = { kind: "anonymous" };

export const DEMO_DAY = Date.UTC(2026, 10, 23, 8, 30);

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: what an operation answers is what its test asked for.
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: {
      readonly code: string;
      readonly requestId: string;
      readonly retryable: boolean;
      readonly inputPath?: readonly (string | number)[];
      readonly requiredScopes?: readonly string[];
      readonly cost?: { readonly asked: number | null; readonly allowed: number };
    };
  }[];
  readonly extensions: { readonly cost?: { readonly requested: number; readonly available: number } } | undefined;
  /** The body as it was sent. */
  readonly text: string;
}

export type Ask = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

export interface Person {
  readonly account: Account;
  readonly principal: Principal;
  readonly ask: Ask;
  /** The same account by a token with these scopes. */
  withToken(...scopes: readonly Scope[]): Person;
  /** The same, and it may give or take so many incidents a day. */
  withTokenThatMoves(dailyIncidents: number, ...scopes: readonly Scope[]): Person;
}

export interface PersonOptions {
  readonly kind?: AccountKind;
  readonly email?: string;
  readonly isEmailProven?: boolean;
  readonly roles?: readonly StaffRole[];
  readonly profile?: Partial<Profile> | null;
}

export interface TestApi {
  readonly db: Database;
  readonly clock: Clock & { advance(milliseconds: number): void };
  readonly logged: object[];
  /** Null unless asked for. */
  readonly payments: TestShop | null;
  readonly anonymous: Ask;
  /** A new account with a complete profile. */
  person(options?: PersonOptions): Promise<Person>;
  /** An account that exists, by its address. */
  personByEmail(email: string): Promise<Person>;
  personById(id: string): Promise<Person>;
  /** A raw body. */
  post(
    body: string,
    options?: {
      readonly principal?: Principal;
      readonly address?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly method?: string;
    },
  ): Promise<GraphqlResponse>;
}

export interface TestApiOptions {
  readonly db: Database;
  readonly seed?: "reference" | "demo" | "none";
  readonly limits?: Partial<Limits>;
  readonly executor?: GraphqlHandlerOptions["executor"];
  readonly schema?: GraphqlHandlerOptions["schema"];
  readonly isDirect?: boolean;
  /** Opens the shop; without it nothing is sold. */
  readonly withShop?: boolean;
}

const PROFILE: Profile = {
  country: "RO",
  timeZone: "Europe/Bucharest",
  language: "en",
  phone: null,
  preferredContactMethod: "EMAIL",
};
let made = 0;
/** Nobody writes into it: who plants something in a schema builds one of their own. */
let sharedSchema: Promise<GraphQLSchema> | undefined;

export const createTestApi = async (options: TestApiOptions): Promise<TestApi> => {
  const { db } = options;
  const clock = createHandClock(DEMO_DAY);
  if (options.seed !== "none") await seed(db, options.seed ?? "reference", { now: DEMO_DAY, entitlementZone: "UTC" });
  const logged: object[] = [];
  const payments = options.withShop === true ? await createTestShop(db, clock) : null;
  sharedSchema ??= buildApiSchema();
  const handler = await createGraphqlHandler({
    db,
    schema: options.schema ?? (await sharedSchema),
    clock,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    config: { oidc: null, entitlementZone: "UTC", publicOrigin: "https://support.example" },
    version: "test",
    shop: payments?.shop ?? null,
    signReceipt: (statement) => `signed:${statement.length}`,
    log: { error: (fields) => void logged.push(fields) },
    // Suites that run on both databases run with both executors.
    executor: options.executor ?? (db.dialect === "postgres" ? "graphql-js" : "jit"),
    ...(options.isDirect === undefined ? {} : { isDirect: options.isDirect }),
  });
  const post: TestApi["post"] = (
    body,
    { principal = ANONYMOUS, address = "192.0.2.1", headers = {}, method = "POST" } = {},
  ) => {
    made += 1;
    return handler.handle({
      method,
      headers: { "content-type": "application/json", ...headers },
      body,
      principal,
      address,
      requestId: `request-${made}`,
    });
  };
  const askAs =
    (principal: Principal, address?: string): Ask =>
    async (query, variables = {}, headers = {}) => {
      const response = await post(JSON.stringify({ query, variables }), {
        principal,
        headers,
        ...(address === undefined ? {} : { address }),
      });
      const { data, errors = [], extensions } = JSON.parse(response.body) as Partial<Answer>;
      return { status: response.status, headers: response.headers, data, errors, extensions, text: response.body };
    };
  const tokenOf = (account: Account, scopes: readonly Scope[], dailyIncidents: number | null): Principal => {
    made += 1;
    return { kind: "token", account, tokenId: `tok_${made}`, scopes: new Set(scopes), dailyIncidents };
  };
  const personOf = (account: Account): Person => {
    made += 1;
    // Each person calls from an address of their own: limits by address are a matter of their own tests.
    const address = `198.51.100.${made}`;
    const session: Principal = { kind: "session", account, sessionId: `ses_${made}`, authenticatedAt: clock.now() };
    const as = (principal: Principal): Person => ({
      account,
      principal,
      ask: askAs(principal, address),
      withToken: (...scopes) => as(tokenOf(account, scopes, null)),
      withTokenThatMoves: (dailyIncidents, ...scopes) => as(tokenOf(account, scopes, dailyIncidents)),
    });
    return as(session);
  };
  return {
    db,
    clock,
    logged,
    payments,
    post,
    anonymous: askAs({ kind: "anonymous" }),
    person: async ({ kind = "WORK", email, isEmailProven = true, roles = [], profile = {} } = {}) => {
      made += 1;
      const facts = {
        issuer: "https://identity.example",
        subject: `person${made}`,
        kind,
        isGuest: false,
        email: email ?? `person${made}@carpatia.example`,
        isEmailProven,
        givenName: "Maria",
        familyName: `Enescu${made}`,
        isNameStated: true,
      };
      const id = await db.transaction("test person", async (tx) => {
        const { account } = await tx.of(accountStore).upsertFromIdentity(facts, clock.now());
        if (profile !== null)
          await tx.of(accountStore).saveProfile(account.id, { ...PROFILE, ...profile }, clock.now());
        if (roles.length > 0) await tx.of(accountStore).setRoles(account.id, roles, clock.now());
        return account.id;
      });
      const account = await db.read.of(accountStore).byId(id);
      if (account === null) throw new Error("the account was not kept");
      return personOf(account);
    },
    personById: async (id) => {
      const account = await db.read.of(accountStore).byId(id);
      if (account === null) throw new Error(`no account ${id}`);
      return personOf(account);
    },
    personByEmail: async (email) => {
      const [account] = await db.read.of(accountStore).list({ email });
      if (account === undefined) throw new Error(`nobody has ${email}`);
      return personOf(account);
    },
  };
};

/** Codes of top-level errors. */
export const errorCodes = (answer: Answer): string[] => answer.errors.map((error) => error.extensions.code);
