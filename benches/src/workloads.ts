/** W1–W4 (performance.md): the same question to every server, the GraphQL ones with the same document. */
import { firstPlanOf, idOf, type Layout, newestRequestOf, type Person } from "./data/layout.js";
import { questionOf } from "./documents.js";
import type { LoadRequest } from "./harness/load-generator.js";

export type WorkloadName = "W1" | "W2" | "W3" | "W4";
export const WORKLOADS: readonly { readonly name: WorkloadName; readonly what: string }[] = [
  { name: "W1", what: "eight plans of an account judged for a product version, with reasons" },
  { name: "W2", what: "first 20 of my requests" },
  { name: "W3", what: "create a request: one durable unit" },
  { name: "W4", what: "a request with 20 timeline entries" },
];

const VERSION = "windows-server-2025";
export interface Topic {
  readonly categoryId: string;
  readonly problemId: string;
}

/** How a server is asked: over GraphQL with a token, over GraphQL with the account in a header, or over plain paths. */
export type Dialect = "accord" | "graphql" | "bare";

const inputOf = (person: Person, topic: Topic) => ({
  idempotencyKey: "key-{{key}}",
  productVersionId: VERSION,
  ...topic,
  title: "Domain controller does not replicate",
  description:
    "Since the update of last week the service stops after a few hours and does not come back by itself. ".repeat(4),
  planId: firstPlanOf(person.number),
  severity: "MODERATE",
  country: "RO",
  timeZone: "Europe/Bucharest",
  primaryContact: { givenName: person.givenName, familyName: person.familyName, email: person.email },
});

/** The variables of a workload; the bare server takes the same names. */
const variablesOf = (name: WorkloadName, layout: Layout, person: Person, topic: Topic): Record<string, unknown> => {
  if (name === "W1") return { version: VERSION };
  if (name === "W2") return { first: 20, after: null };
  if (name === "W4") return { id: idOf("req", newestRequestOf(layout, person.number)) };
  return { input: inputOf(person, topic) };
};

export const requestsFor = (
  dialect: Dialect,
  name: WorkloadName,
  layout: Layout,
  people: readonly Person[],
  topic: Topic,
): LoadRequest[] => people.map((person) => ask(dialect, name, person, variablesOf(name, layout, person, topic)));

/** Page of the heavy account that begins after `after`. */
export const pageRequest = (dialect: Dialect, person: Person, after: string | null): LoadRequest =>
  ask(dialect, "W2", person, { first: 20, after });

const ask = (dialect: Dialect, name: WorkloadName, person: Person, variables: Record<string, unknown>): LoadRequest => {
  if (dialect === "bare") {
    const { version, ...rest } = variables;
    return {
      path: `/${name.toLowerCase()}`,
      headers: {},
      body: JSON.stringify({ account: person.id, email: person.email, versionId: version, ...rest }),
    };
  }
  const headers: Record<string, string> =
    dialect === "accord"
      ? { Authorization: `Bearer ${person.token}` }
      : { "x-account": person.id, "x-email": person.email };
  return {
    path: "/graphql",
    headers,
    body: JSON.stringify({ query: questionOf(name), operationName: name, variables }),
  };
};
