/** A whole server with everybody a refusal may need: people by token or in a browser, their plans and their requests (K8). */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AccountKind, StaffRole } from "@accord/domain";
import { buildSchema, type GraphQLSchema, getNamedType } from "graphql";
import { SCOPES } from "../../../apps/api/src/kernel/principal.js";
import { planStore } from "../../../apps/api/src/modules/agreements/module.js";
import { accountStore, createToken } from "../../../apps/api/src/modules/identity/module.js";
import { type RequestChanges, requestStore } from "../../../apps/api/src/modules/requests/module.js";
import { startTestServer, type TestServer, type TestServerOptions } from "../test-server.js";
import { type Answer, askWith, createRequest, type IssuedAgreement, issueAgreement } from "../visitor.js";

export interface Actor {
  readonly accountId: string;
  readonly email: string;
  readonly ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;
}

export interface ActorOptions {
  readonly kind?: AccountKind;
  readonly roles?: readonly StaffRole[];
  readonly hasProfile?: boolean;
  readonly email?: string;
  readonly isEmailProven?: boolean;
}

export interface Told {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly path: readonly string[] | null;
}

/** What a mutation answers: its refusals, and whatever else was selected. */
// biome-ignore lint/suspicious/noExplicitAny: a case reads whatever it asked for.
export type Payload = { readonly userErrors: readonly Told[] } & Readonly<Record<string, any>>;

export interface OpenedRequest {
  readonly id: string;
  readonly number: string;
  readonly by: Actor;
  /** Its primary contact, who opened it. */
  readonly contactId: string;
}

const LIMITS = JSON.stringify({
  createRequestPerHour: 10_000,
  shareRequestPerHour: 10_000,
  wrongPairsPerAddress: 10_000,
  linkTriesPerAddress: 10_000,
  anonymousPerMinute: 10_000,
  listInput: 2000,
  draftsPerAccount: 2,
  filesPerRequest: 2,
});
const PROFILE = {
  country: "RO",
  timeZone: "Europe/Bucharest",
  language: "en",
  phone: null,
  preferredContactMethod: "EMAIL",
} as const;
const SDL = fileURLToPath(new URL("../../../packages/schema/schema.graphql", import.meta.url));

let made = 0;

export class RefusalWorld {
  readonly #planOf = new Map<string, string>();
  readonly #schema: GraphQLSchema = buildSchema(readFileSync(SDL, "utf8"));
  #closedShop: RefusalWorld | null = null;

  private constructor(readonly server: TestServer) {}

  static async start(parts: TestServerOptions["parts"] = {}): Promise<RefusalWorld> {
    return new RefusalWorld(await startTestServer({ seed: "reference", env: { ACCORD_LIMITS: LIMITS }, parts }));
  }

  /** The same where nothing is sold. */
  async closedShop(): Promise<RefusalWorld> {
    const { createGraphqlHandler } = await import("../../../apps/api/src/graphql-api.js");
    this.#closedShop ??= await RefusalWorld.start({
      createGraphql: (options) => createGraphqlHandler({ ...options, shop: null }),
    });
    return this.#closedShop;
  }

  async stop(): Promise<void> {
    await this.#closedShop?.stop();
    await this.server.stop();
  }

  /** The answer's payload, whatever it says. @throws when the operation failed */
  async tell(by: Actor, mutation: string, input: object, selection = ""): Promise<Payload> {
    const argument = this.#schema.getMutationType()?.getFields()[mutation]?.args[0];
    if (argument === undefined) throw new Error(`${mutation} takes no input`);
    const type = getNamedType(argument.type).name;
    const bang = String(argument.type).endsWith("!") ? "!" : "";
    const query = `mutation ($input: ${type}${bang}) { ${mutation}(input: $input) {
      ${selection} userErrors { code message remedy path } } }`;
    const { data, errors } = await by.ask(query, { input: { ...input } });
    if (errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return data[mutation];
  }

  /** The payload of a command that is accepted. @throws when it is refused */
  async did(by: Actor, mutation: string, input: object, selection = ""): Promise<Payload> {
    const payload = await this.tell(by, mutation, input, selection);
    if (payload.userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(payload)}`);
    return payload;
  }

  /** Somebody new with a token of every scope. */
  async person(options: ActorOptions = {}): Promise<Actor> {
    const { kind = "WORK", roles = [], hasProfile = true, isEmailProven = true } = options;
    made += 1;
    const { db, clock } = this.server;
    const email = options.email ?? `person${made}@carpatia.example`;
    const accountId = await db.transaction("test person", async (tx) => {
      const { account } = await tx.of(accountStore).upsertFromIdentity(
        {
          issuer: "https://identity.example",
          subject: `person${made}`,
          kind,
          isGuest: false,
          email,
          isEmailProven,
          givenName: "Maria",
          familyName: `Enescu${made}`,
          isNameStated: true,
        },
        clock.now(),
      );
      if (hasProfile) await tx.of(accountStore).saveProfile(account.id, PROFILE, clock.now());
      if (roles.length > 0) await tx.of(accountStore).setRoles(account.id, roles, clock.now());
      return account.id;
    });
    return this.byToken({ accountId, email });
  }

  /** The same person by a token of every scope, which no session's end takes away. */
  async byToken({ accountId, email }: Pick<Actor, "accountId" | "email">): Promise<Actor> {
    const { db, clock, config } = this.server;
    const asked = { accountId, name: "test", scopes: SCOPES, expiresAt: null };
    const { token } = await createToken({ db, clock, limits: config.limits }, asked);
    return { accountId, email, ask: askWith(this.server, { authorization: `Bearer ${token}` }) };
  }

  /** Somebody new who has just signed in with a browser. */
  async signedIn({ kind = "WORK", roles = [], hasProfile = true }: ActorOptions = {}): Promise<Actor> {
    made += 1;
    const { db, clock } = this.server;
    const email = `visitor${made}@carpatia.example`;
    const browser = this.server.browser();
    await browser.signInAsNew({
      givenName: "Maria",
      familyName: "Enescu",
      email,
      kind: kind.toLowerCase() as "work" | "personal" | "partner",
      isEmailProven: true,
    });
    const [account] = await db.read.of(accountStore).list({ email });
    if (account === undefined) throw new Error(`${email} did not get in`);
    await db.transaction("test visitor", async (tx) => {
      if (hasProfile) await tx.of(accountStore).saveProfile(account.id, PROFILE, clock.now());
      if (roles.length > 0) await tx.of(accountStore).setRoles(account.id, roles, clock.now());
    });
    return { accountId: account.id, email, ask: askWith(this.server, { cookie: browser.cookieHeader() }) };
  }

  engineer(): Promise<Actor> {
    return this.person({ roles: ["ENGINEER"] });
  }

  /** Issued and registered by all of them. */
  async agreement(
    holders: readonly Actor[] = [],
    options: Parameters<typeof issueAgreement>[1] = {},
  ): Promise<IssuedAgreement> {
    const issued = await issueAgreement(this.server, options);
    await this.server.db.transaction("test registrations", async (tx) => {
      for (const { accountId } of holders)
        await tx.of(planStore).register(issued.planId, accountId, this.server.clock.now());
    });
    return issued;
  }

  /** A plan of theirs that does not run out. */
  async planOf(holder: Actor): Promise<string> {
    const known = this.#planOf.get(holder.accountId);
    if (known !== undefined) return known;
    const { planId } = await this.agreement([holder], { incidents: 10_000 });
    this.#planOf.set(holder.accountId, planId);
    return planId;
  }

  /** Opened by somebody new, unless said otherwise. */
  async request(more: Record<string, unknown> = {}, by?: Actor, planId?: string): Promise<OpenedRequest> {
    const opener = by ?? (await this.person());
    const plan = planId ?? (await this.planOf(opener));
    const { payload, errors } = await createRequest({ ...opener, cookie: "" }, plan, more);
    if (!payload?.confirmation) throw new Error(JSON.stringify(payload ?? errors));
    const { requestId, number } = payload.confirmation;
    const contacts = await this.server.db.read.of(requestStore).contactsOf([requestId]);
    const primary = contacts.find(({ role }) => role === "PRIMARY");
    return { id: requestId, number, by: opener, contactId: primary?.id ?? "" };
  }

  /** As the store keeps it. */
  async change({ id }: Pick<OpenedRequest, "id">, changes: Partial<RequestChanges>): Promise<void> {
    const { db, clock } = this.server;
    await db.transaction("test change", (tx) => tx.of(requestStore).update(id, { updatedAt: clock.now(), ...changes }));
  }

  /** Served by an engineer. */
  async served(engineer: Actor, changes: Partial<RequestChanges> = {}): Promise<OpenedRequest> {
    const request = await this.request();
    await this.change(request, { engineerId: engineer.accountId, status: "IN_PROGRESS", ...changes });
    return request;
  }

  /** Closed as solved, by default just now. */
  async closed(engineer: Actor | null = null, closedAt = this.server.clock.now()): Promise<OpenedRequest> {
    const request = await this.request();
    await this.change(request, {
      engineerId: engineer?.accountId ?? null,
      status: "CLOSED",
      closedReason: "SOLVED",
      closedAt,
    });
    return request;
  }
}
