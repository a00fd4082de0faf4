/** Somebody at the portal's door for tests: signed in through the real code flow or by token, asking over HTTP. */

import { newId } from "../../apps/api/src/kernel/db/index.js";
import { planStore } from "../../apps/api/src/modules/agreements/module.js";
import { catalogueStore } from "../../apps/api/src/modules/catalogue/module.js";
import { agreementTerm, normaliseIdPair } from "../../packages/domain/src/index.js";
import type { NewPersonForm } from "./test-browser.js";
import type { TestServer } from "./test-server.js";

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape its own document asked for.
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly requestId: string; readonly retryAfter?: number };
  }[];
}

export interface Visitor {
  readonly accountId: string;
  /** The Cookie header of the session. */
  readonly cookie: string;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

/** Asks with these headers; never throws on a refused operation. */
export const askWith =
  (server: TestServer, headers: Record<string, string>) =>
  async (query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await fetch(new URL("/graphql", server.origin), {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "en", origin: server.origin, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: unknown; errors?: Answer["errors"] };
    return { status: response.status, data: body.data, errors: body.errors ?? [] };
  };

const visitorOf = async (server: TestServer, cookie: string): Promise<Visitor> => {
  const ask = askWith(server, { cookie });
  const { data } = await ask("{ viewer { account { id } } }");
  return { accountId: data.viewer.account.id, cookie, ask };
};

/** One of the demo personas. */
export const persona = async (server: TestServer, id: string): Promise<Visitor> =>
  visitorOf(server, await server.signInAs(id));

const PROFILE = `mutation ($input: CompleteProfileInput!) { completeProfile(input: $input) { userErrors { code } } }`;

/** Somebody the portal has never seen, with a complete profile. */
export const newcomer = async (server: TestServer, form: Partial<NewPersonForm> = {}): Promise<Visitor> => {
  const browser = server.browser();
  const name = `p${Math.random().toString(36).slice(2, 10)}`;
  await browser.signInAsNew({
    givenName: "Maria",
    familyName: "Enescu",
    email: `${name}@carpatia.example`,
    kind: "work",
    isEmailProven: true,
    ...form,
  });
  const visitor = await visitorOf(server, browser.cookieHeader());
  await visitor.ask(PROFILE, {
    input: { country: "RO", timeZone: "Europe/Bucharest", language: "EN", preferredContactMethod: "EMAIL" },
  });
  return visitor;
};

let issued = 0;

export interface IssuedAgreement {
  readonly planId: string;
  readonly accessId: string;
  readonly agreementId: string;
}

/** Issues an agreement as an administrator would. Defaults: Visual Studio Enterprise, begun a week before the demo day, four incidents. */
export const issueAgreement = async (
  server: TestServer,
  options: {
    programmeId?: string;
    startsOn?: string;
    incidents?: number | null;
    accessId?: string;
    agreementId?: string;
  } = {},
): Promise<IssuedAgreement> => {
  issued += 1;
  const accessId = options.accessId ?? `TST-${String(issued).padStart(4, "0")}-7000`;
  const agreementId = options.agreementId ?? `97${String(issued).padStart(8, "0")}`;
  const programmeId = options.programmeId ?? "visual-studio-enterprise";
  const catalogue = await server.db.read.of(catalogueStore).load();
  const programme = catalogue.programmes.find((each) => each.id === programmeId);
  const pair = normaliseIdPair(accessId, agreementId);
  if (programme === undefined || pair === null) throw new Error(`cannot issue ${programmeId} ${accessId}`);
  const at = server.clock.now();
  const planId = newId("pln", at);
  const term = agreementTerm(programme, options.startsOn ?? "2026-11-16", "UTC");
  await server.db.transaction("issue agreement", (tx) =>
    tx.of(planStore).issue({
      id: planId,
      programmeId,
      ...term,
      timeZone: "UTC",
      incidents: options.incidents === undefined ? 4 : options.incidents,
      pair,
      purchaserId: null,
      paymentId: null,
      actorId: null,
      at,
    }),
  );
  return { planId, accessId, agreementId };
};

const ADD = `mutation ($input: AddAgreementInput!) { addAgreement(input: $input) {
  isUsableFrom plan { id state incidentsRemaining }
  userErrors { __typename code message remedy ... on AgreementAlreadyRegisteredError { plan { id state } } } } }`;

export const addAgreement = async (visitor: Visitor, pair: { accessId: string; agreementId: string }) => {
  const answer = await visitor.ask(ADD, { input: { accessId: pair.accessId, agreementId: pair.agreementId } });
  return { ...answer, payload: answer.data?.addAgreement };
};

const CREATE = `mutation ($input: CreateRequestInput!) { createRequest(input: $input) {
  confirmation { requestId number isSubmitterContact incidentsRemaining primaryContactName primaryContactEmail additionalContactCount
    request { id number status engineer { name } primaryContact { email isViewer } additionalContacts { email isViewer } } }
  userErrors { __typename code message path remedy
    ... on PlanUnavailableError { plan { id } reasons { code number message } }
    ... on OtherPortalError { portal { id: slug name url signIn pairNeeded } } } } }`;

export const SELF = { givenName: "Maria", familyName: "Enescu", email: "me@carpatia.example", isSelf: true };

let keys = 0;

/** Opens a request about Windows Server 2025 unless told otherwise. */
export const createRequest = async (visitor: Visitor, planId: string, more: Record<string, unknown> = {}) => {
  keys += 1;
  const answer = await visitor.ask(CREATE, {
    input: {
      idempotencyKey: `key-${keys}`,
      productVersionId: "windows-server-2025",
      categoryId: "active-directory",
      problemId: "account-lockouts",
      title: "Accounts are locked every morning",
      description: "Since Monday, on all domain controllers.",
      planId,
      severity: "MODERATE",
      country: "RO",
      timeZone: "Europe/Bucharest",
      primaryContact: SELF,
      ...more,
    },
  });
  return { ...answer, payload: answer.data?.createRequest };
};

/** The codes of a payload's refusals, in order. */
export const codesOf = (payload: { userErrors: { code: string }[] } | null | undefined): string[] =>
  (payload?.userErrors ?? []).map((error) => error.code);
