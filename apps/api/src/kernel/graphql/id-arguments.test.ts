/** Every argument that takes an id, on both databases: foreign and unknown ids are told alike, hostile ones reach no row. */
import type { GraphQLSchema } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { describeOnBothDatabases, testDatabases } from "../../../../../tests/support/databases.js";
import { HOSTILE_IDS } from "../../../../../tests/support/hostile-values.js";
import {
  documentFor,
  idArgumentsOf,
  isOptional,
  placeOf,
  withValueAt,
} from "../../../../../tests/support/id-arguments.js";
import {
  createIdWorld,
  DOORS,
  type IdWorld,
  OWNED,
  PURPOSES,
  randomId,
  unmatched,
} from "../../../../../tests/support/id-doors.js";
import { type Answer, createTestApi, errorCodes, type Person } from "../../../../../tests/support/test-api.js";
import { planStore } from "../../modules/agreements/module.js";
import { draftStore } from "../../modules/drafts/module.js";
import { requestStore } from "../../modules/requests/module.js";
import { buildApiSchema } from "../../schema.js";
import type { Database } from "../db/index.js";
import { SCOPES } from "../principal.js";
import { RequestError } from "./request-error.js";

const ARGUMENTS = Object.keys(PURPOSES);
const ROWS = ARGUMENTS.filter((argument) => PURPOSES[argument] === "row" || PURPOSES[argument] === "typed");
const REFUSED = ["BAD_USER_INPUT", "NOT_FOUND"];
const LEAK = /sqlite|postgres|syntax error|invalid byte|\bat \w+ \(|node_modules/i;
const UNLIMITED = {
  accessAsksPerHour: 100_000,
  createRequestPerHour: 100_000,
  shareRequestPerHour: 100_000,
  wrongPairsPerAccount: 100_000,
  wrongPairsPerAddress: 100_000,
  linkTriesPerAccount: 100_000,
  linkTriesPerAddress: 100_000,
  tokensPerDay: 100_000,
  costRefillPerSecond: 1_000_000_000,
};

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildApiSchema();
});

/** Asks the door of `argument` with `id`; the cost bucket is full again each time, so that it tells nothing. */
const askWith = async (
  world: IdWorld,
  argument: string,
  id: unknown,
  person: Person = world.person,
): Promise<Answer> => {
  const place = placeOf(argument);
  const door = DOORS[`${place.root}.${place.field}`];
  if (door === undefined) throw new Error(`${argument} has no door`);
  world.api.clock.advance(1);
  const values = withValueAt((await door.given?.(world)) ?? {}, place.path, id);
  return person.ask(documentFor(schema, place, values, door.selection), values);
};

/** The world's person is a customer: such a door is shut to them whatever the id. */
const isDeskOnly = (argument: string): boolean => {
  const { root, field } = placeOf(argument);
  return DOORS[`${root}.${field}`]?.isDeskOnly === true;
};

/** Status and body as they were sent, without what is drawn anew for each answer. */
const toldOf = (answer: Answer): string => `${answer.status} ${answer.text.replaceAll(/"requestId":"[^"]*"/g, "")}`;

/** Arguments by which a stranger can tell an id that exists from one that does not. */
const oracles = async (world: IdWorld, person: Person, asked: readonly string[] = ROWS): Promise<string[]> => {
  const found: string[] = [];
  for (const argument of asked)
    for (const kind of OWNED) {
      const foreign = await askWith(world, argument, world.foreign.ids[kind], person);
      const unknown = await askWith(world, argument, randomId(kind, world.api), person);
      if (toldOf(foreign) !== toldOf(unknown)) found.push(`${argument} ${kind}: ${foreign.text} ${unknown.text}`);
    }
  return found;
};

it("A-4, A-9: every id argument of the schema has its row", () => {
  expect(unmatched(idArgumentsOf(schema))).toEqual([]);
  expect(unmatched([...idArgumentsOf(schema), "Query.invented(input.secretId)"])).toEqual([
    "Query.invented(input.secretId) has no row in tests/support/id-doors.ts",
  ]);
});

describeOnBothDatabases("id arguments", (databases) => {
  let world: IdWorld;
  let db: Database;
  beforeAll(async () => {
    db = await databases.open();
    world = await createIdWorld(await createTestApi({ db, limits: UNLIMITED, withShop: true }));
  });
  const stateOf = async ({ planId, requestId, draftId }: IdWorld["foreign"]) => ({
    plan: (await db.read.of(planStore).byId(planId))?.incidentsRemaining,
    contacts: (await db.read.of(requestStore).contactsOf([requestId])).length,
    draft: await db.read.of(draftStore).byId(draftId),
  });

  it("A-3, A-4: with a foreign id of any kind the answer is the one for an id that does not exist, to the byte; nothing changes", async () => {
    const before = await stateOf(world.foreign);
    expect(await oracles(world, world.person)).toEqual([]);
    expect(await oracles(world, world.person.withToken(...SCOPES))).toEqual([]);
    expect(await stateOf(world.foreign)).toEqual(before);
    // Thousands of questions: as long as they take.
  }, 180_000);

  it("A-4: nor does a token without the scope of what they lead to tell them apart", async () => {
    const questions = ROWS.filter((argument) => argument.startsWith("Query."));
    expect(await oracles(world, world.person.withToken(), questions)).toEqual([]);
    expect(await oracles(world, world.person.withToken("agreements:read"), questions)).toEqual([]);
  });

  it.each(ARGUMENTS.filter((argument) => PURPOSES[argument] === "row"))(
    "A-3: %s with an id of somebody else gives nothing",
    async (argument) => {
      for (const kind of OWNED) {
        const answer = await askWith(world, argument, world.foreign.ids[kind]);
        expect([...errorCodes(answer), ...refusalsOf(answer)], `${kind} ${answer.text}`).toHaveLength(1);
        for (const id of Object.values(world.foreign.ids)) expect(answer.text).not.toContain(id);
      }
    },
  );

  it.each(ARGUMENTS)("A-9: no hostile id of %s reaches a row", async (argument) => {
    const purpose = PURPOSES[argument];
    const mayBeLeftOut = isOptional(schema, argument);
    for (const id of HOSTILE_IDS) {
      const answer = await askWith(world, argument, id);
      const told = `${JSON.stringify(id)?.slice(0, 100)} ${answer.text.slice(0, 500)}`;
      expect(JSON.stringify([answer.errors, refusalsOf(answer)]), told).not.toMatch(LEAK);
      for (const foreign of Object.values(world.foreign.ids)) expect(answer.text, told).not.toContain(foreign);
      const codes = errorCodes(answer);
      // A list of ids may be a list; what is in it is refused all the same.
      const isWrongKind = typeof id === "object" && id !== null && !(Array.isArray(id) && /ids\)$/i.test(argument));
      if (typeof id === "boolean" || isWrongKind) {
        expect(codes, told).toEqual(["BAD_USER_INPUT"]);
      } else if (codes.length > 0) {
        // 0 and "0" are one key, and what is sent along may be another by then.
        const more = isDeskOnly(argument) ? ["FORBIDDEN"] : purpose === "key" ? ["IDEMPOTENCY_KEY_REUSED"] : [];
        expect([...REFUSED, ...more], told).toContain(codes[0]);
      } else if ((id === null || id === undefined || (Array.isArray(id) && id.length === 0)) && mayBeLeftOut) {
        // As if it had not been asked for.
      } else if (Array.isArray(id) && id.length === 0 && argument === "Query.nodes(ids)") {
        expect(answer.data, told).toEqual({ nodes: [] });
      } else if (purpose === "row" || purpose === "catalogue") {
        expect(refusalsOf(answer).length, told).toBeGreaterThan(0);
      } else if (purpose === "filter") {
        expect(Object.values<{ nodes: unknown[] }>(answer.data)[0]?.nodes, told).toEqual([]);
      }
    }
    expect(world.api.logged).toEqual([]);
  });

  it("F73: an id that is not found is told by its place among the arguments", async () => {
    const wrong: string[] = [];
    for (const argument of ROWS.concat(ARGUMENTS.filter((one) => PURPOSES[one] === "catalogue"))) {
      const { path } = placeOf(argument);
      const answer = await askWith(world, argument, "req_00000000000000000000000000");
      for (const { extensions } of answer.errors)
        if (extensions.code === "NOT_FOUND" && !path.every((step, place) => extensions.inputPath?.[place] === step))
          wrong.push(`${argument}: ${extensions.inputPath?.join(".")}`);
    }
    expect(wrong).toEqual([]);
  });

  it("A-9: whoever asked all this left nothing broken", async () => {
    expect(await db.verify(world.api.clock.now())).toEqual([]);
  });
});

const refusalsOf = (answer: Answer): string[] =>
  Object.values<{ userErrors?: { code: string }[] } | null>(answer.data ?? {}).flatMap((root) =>
    (root?.userErrors ?? []).map(({ code }) => code),
  );

describe("the oracle itself", () => {
  const databases = testDatabases("sqlite");

  it("A-4: finds a planted field that tells foreign drafts from unknown ones", async () => {
    const planted = await buildApiSchema();
    const db = await databases.open();
    const draft = planted.getQueryType()?.getFields().draft;
    if (draft === undefined) throw new Error("no Query.draft");
    draft.resolve = async (_source, { id }: { id: string }) => {
      throw new RequestError((await db.read.of(draftStore).byId(id)) === null ? "NOT_FOUND" : "FORBIDDEN");
    };
    const world = await createIdWorld(await createTestApi({ db, limits: UNLIMITED, schema: planted, withShop: true }));
    const found = await oracles(world, world.person);
    expect(found.map((each) => each.split(":")[0])).toEqual(["Query.draft(id) drf"]);
  });
});
