/** The matrix of authorisation: seventeen principals at every root field, subscription and route of a whole server. What has no row fails. */
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MODULES } from "../../apps/api/src/modules/modules.js";
import { eventually, type Listening, listenAs } from "../support/live-listener.js";
import { callOf, LISTENINGS } from "../support/matrix/calls.js";
import { outcomeOf, type Row, rowOf, seenIn } from "../support/matrix/outcome.js";
import { type Cast, PRINCIPALS, type PrincipalName, signInAll } from "../support/matrix/principals.js";
import { addressOf, isOurs, ROUTES, routeKey } from "../support/matrix/routes.js";
import { type Agreement, buildTarget, issueShared, setUpTeams, type Target } from "../support/matrix/target.js";
import { startTestServer, type TestServer } from "../support/test-server.js";
import { askWith } from "../support/visitor.js";

const FILE = "tests/contract/matrix.json";
const MATRIX = JSON.parse(readFileSync(new URL("./matrix.json", import.meta.url), "utf8")) as Readonly<
  Record<string, Row>
>;
const LIMITS = {
  createRequestPerHour: 100_000,
  shareRequestPerHour: 100_000,
  uploadsPerHour: 100_000,
  wrongPairsPerAccount: 100_000,
  linkTriesPerAddress: 100_000,
  anonymousPerMinute: 100_000,
  failedSignInsPerAddress: 100_000,
};

/** What is said of a field or route that stands in the product and not in the matrix. */
const missing = (found: readonly string[], rows: Readonly<Record<string, unknown>>): readonly string[] => [
  ...found
    .filter((key) => rows[key] === undefined)
    .map((key) => `${key} has no row in ${FILE}: judge who may, and add it`),
  ...Object.keys(rows)
    .filter((key) => !found.includes(key))
    .map((key) => `${key} has a row in ${FILE} and is not in the product`),
];

// Questions first: what commands set off, such as a notice to whom a request was given, would be seen by them.
const ROOTS = Object.keys(MODULES.roots);
const FIELDS = ["Query.", "Mutation."].flatMap((root) => ROOTS.filter((field) => field.startsWith(root)));
const EVENTS = ROOTS.filter((field) => field.startsWith("Subscription."));

describe("the matrix of authorisation", () => {
  let server: TestServer;
  let cast: Cast;
  let agreement: Agreement;
  let target: Target;
  const routes = new Set<string>();
  const gather = (message: unknown): void => {
    const { fastify } = message as { fastify: { addHook(name: "onRoute", hook: (route: RouteFound) => void): void } };
    fastify.addHook("onRoute", ({ method, url }) => {
      for (const one of [method].flat()) if (isOurs(one, url)) routes.add(routeKey(one, url));
    });
  };

  beforeAll(async () => {
    subscribe("fastify.initialization", gather);
    server = await startTestServer({ seed: "reference", env: { ACCORD_LIMITS: JSON.stringify(LIMITS) } });
    unsubscribe("fastify.initialization", gather);
    cast = await signInAll(server);
    agreement = await issueShared(server);
    await setUpTeams(server, cast);
    target = await buildTarget(server, cast, agreement);
  }, 60_000);
  afterAll(() => server?.stop());

  it("A-1: every root field, subscription and route has a row", () => {
    expect(missing([...FIELDS, ...EVENTS, ...routes].sort(), MATRIX)).toEqual([]);
  });

  it("A-1: a field and a route that somebody plants are told", () => {
    expect(missing(["Query.planted", "GET /planted"], {})).toEqual([
      `Query.planted has no row in ${FILE}: judge who may, and add it`,
      `GET /planted has no row in ${FILE}: judge who may, and add it`,
    ]);
    expect(missing([], { "Query.gone": {} })).toEqual([`Query.gone has a row in ${FILE} and is not in the product`]);
  });

  it.each(FIELDS)("A-1: %s", async (field) => {
    const call = callOf(field);
    if (call === null) throw new Error(`${field} is not asked: add it to tests/support/root-calls.ts`);
    const cells = {} as Record<PrincipalName, string>;
    for (const name of PRINCIPALS) {
      const answer = await askWith(server, cast.headers[name])(call.document(target));
      cells[name] = outcomeOf(answer, target);
      if (call.keeps !== true && cells[name].startsWith("ok")) target = await renewed();
    }
    expect(rowOf(cells)).toEqual(MATRIX[field]);
  });

  it.each(EVENTS)("A-1: %s", async (field) => {
    const document = LISTENINGS[field]?.(target);
    if (document === undefined) throw new Error(`${field} is not listened to: add it to tests/support/matrix/calls.ts`);
    const ears = PRINCIPALS.map((name) => {
      const token = cast.tokens[name];
      const { cookie } = cast.headers[name];
      const listener = listenAs(server, {
        ...(cookie === undefined ? {} : { cookie }),
        ...(token === undefined ? {} : { token }),
      });
      return { name, listener, heard: listener.listen(document) };
    });
    await eventually(() => false, 700);
    const reply = `mutation { addCommunication(input: { requestId: "${target.requestId}", text: "Heard?" }) { userErrors { code } } }`;
    await cast.people.additional.ask(reply);
    const note = `mutation { addCommunication(input: { requestId: "${target.requestId}", text: "canary of an internal note", isInternal: true }) { userErrors { code } } }`;
    await cast.people.engOwner.ask(note);
    await eventually(() => false, 900);
    const cells = {} as Record<PrincipalName, string>;
    for (const { name, listener, heard } of ears) {
      cells[name] = heardOf(heard, target);
      await listener.stop();
    }
    expect(rowOf(cells)).toEqual(MATRIX[field]);
  });

  it.each(ROUTES.map(({ key }) => key))("A-1: %s", async (key) => {
    const route = ROUTES.find((one) => one.key === key);
    if (route === undefined) throw new Error(key);
    const cells = {} as Record<PrincipalName, string>;
    for (const name of PRINCIPALS) {
      const answer = await fetch(new URL(addressOf(route, target), server.origin), {
        method: route.method,
        redirect: "manual",
        headers: { origin: server.origin, ...cast.headers[name], ...route.headers },
        ...(route.body === undefined ? {} : { body: route.body }),
      });
      cells[name] = `${answer.status}${seenIn(await answer.text(), target)}`;
    }
    expect(rowOf(cells)).toEqual(MATRIX[key]);
  });

  it("A-1: nobody but the support desk sees a note, and the pair is shown to nobody who has not registered it", () => {
    const shown = Object.entries(MATRIX).flatMap(([field, row]) =>
      Object.entries(row).flatMap(([outcome, names]) => names.split(" ").map((name) => ({ field, outcome, name }))),
    );
    const whoSees = (place: string): string[] => [
      ...new Set(
        shown
          .filter(({ outcome }) => new RegExp(`[[ ]${place}[\\] ]`).test(outcome.slice(outcome.indexOf("["))))
          .map(({ name }) => name),
      ),
    ];
    expect(whoSees("note").sort()).toEqual(["engOwner"]);
    expect(whoSees("pair").sort()).toEqual(["creatorOnly", "entraOwner", "msaOwner"]);
    expect(whoSees("draft").sort()).toEqual(["msaOwner", "tokRead"]);
  });

  const renewed = (): Promise<Target> => buildTarget(server, cast, agreement);
});

interface RouteFound {
  readonly method: string | string[];
  readonly url: string;
}

const heardOf = (heard: Listening, target: Target): string => {
  const ended = heard.ended();
  if (heard.events.length === 0) return ended === null ? "silence" : ended.join(" ") || "ended";
  return `${heard.events.length} heard${seenIn(JSON.stringify(heard.events), target)}`;
};
