/** Agreements and requests of a test API, made through the public door where there is one. */
import { agreementTerm, normaliseIdPair } from "@accord/domain";
import { newId } from "../../apps/api/src/kernel/db/index.js";
import { planStore } from "../../apps/api/src/modules/agreements/module.js";
import { catalogueStore } from "../../apps/api/src/modules/catalogue/module.js";
import type { Answer, Person, TestApi } from "./test-api.js";

export interface Agreement {
  readonly planId: string;
  readonly accessId: string;
  readonly agreementId: string;
}

export interface AgreementOptions {
  readonly programmeId?: string;
  /** First day; default a week before the demo day. */
  readonly startsOn?: string;
  /** Null: unlimited. */
  readonly incidents?: number | null;
}

let issued = 0;

/** Issues an agreement and registers it for `holders`. Default: Visual Studio Enterprise with four incidents. */
export const makeAgreement = async (
  api: TestApi,
  holders: readonly Person[] = [],
  options: AgreementOptions = {},
): Promise<Agreement> => {
  issued += 1;
  const programmeId = options.programmeId ?? "visual-studio-enterprise";
  const programme = (await api.db.read.of(catalogueStore).load()).programmes.find((each) => each.id === programmeId);
  const ids = {
    accessId: `TST-${String(issued).padStart(4, "0")}-7000`,
    agreementId: `97${String(issued).padStart(8, "0")}`,
  };
  const pair = normaliseIdPair(ids.accessId, ids.agreementId);
  if (programme === undefined || pair === null) throw new Error(`cannot issue ${programmeId}`);
  const at = api.clock.now();
  const planId = newId("pln", at);
  const term = agreementTerm(programme, options.startsOn ?? "2026-11-16", "UTC");
  await api.db.transaction("test agreement", async (tx) => {
    await tx.of(planStore).issue({
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
    });
    for (const holder of holders) await tx.of(planStore).register(planId, holder.account.id, at);
  });
  return { planId, ...ids };
};

const CREATE = `mutation ($input: CreateRequestInput!) { createRequest(input: $input) {
  confirmation { requestId number title severity firstResponseDueAt isSubmitterContact incidentsRemaining primaryContactName primaryContactEmail
    additionalContactCount productVersion { id: slug } programme { id: slug } request { id number status viewerRole } }
  userErrors { __typename code message path remedy
    ... on PlanUnavailableError { plan { id } reasons { code number message remedies { kind message } } }
    ... on OtherPortalError { portal { id: slug url signIn pairNeeded } } } } }`;

let keys = 0;

/** The person's own entry as a contact. */
export const self = (person: Person) => ({
  givenName: person.account.givenName,
  familyName: person.account.familyName,
  email: person.account.email,
  isSelf: true,
});

export const requestInput = (person: Person, planId: string, more: Readonly<Record<string, unknown>> = {}) => {
  keys += 1;
  return {
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
    primaryContact: self(person),
    ...more,
  };
};

export const submitRequest = (person: Person, input: Readonly<Record<string, unknown>>): Promise<Answer> =>
  person.ask(CREATE, { input });

/** Opens a request about Windows Server 2025 unless told otherwise; answers the payload. */
export const openRequest = async (person: Person, planId: string, more: Readonly<Record<string, unknown>> = {}) => {
  const answer = await submitRequest(person, requestInput(person, planId, more));
  if (answer.data === null || answer.data === undefined) throw new Error(answer.text);
  return answer.data.createRequest;
};

export const codesOf = (payload: { readonly userErrors: readonly { readonly code: string }[] }): string[] =>
  payload.userErrors.map((error) => error.code);
