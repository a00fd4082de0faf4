/** Thousands of arbitrary operations by changing principals: every answer is one the contract knows, and the world stays sound (I-1). */
import fc from "fast-check";
import { type GraphQLSchema, isInputObjectType, isObjectType, lexicographicSortSchema } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { SCOPES } from "../../apps/api/src/kernel/principal.js";
import { buildApiSchema } from "../../apps/api/src/schema.js";
import { describeOnBothDatabases } from "../support/databases.js";
import { faultsOf, LearntIds, touchedBy, write } from "../support/graphql-fuzz.js";
import { operationsOf, waysOf } from "../support/graphql-fuzz-documents.js";
import { makeAgreement, openRequest } from "../support/test-agreements.js";
import { type Answer, type Ask, createTestApi, type TestApi } from "../support/test-api.js";
import { isLong } from "../support/tier.js";

/** The same each time, so that a finding belongs to a change; the long run draws another one. FUZZ_SEED repeats a run. */
const SEED = Number(process.env.FUZZ_SEED ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : 20_261_123));
const OPERATIONS = isLong ? 50_000 : 3_600;
/** How often each field and argument is asked for. */
const OFTEN = isLong ? 20 : 1;
const MANY = 1_000_000_000;
const LIMITS = {
  anonymousPerMinute: MANY,
  costBucket: MANY,
  costRefillPerSecond: MANY,
  createRequestPerHour: MANY,
  shareRequestPerHour: MANY,
  wrongPairsPerAccount: MANY,
  wrongPairsPerAddress: MANY,
};

let schema: GraphQLSchema;
beforeAll(async () => {
  // As it is published: what is asked does not hang on the order in which modules are listed.
  schema = lexicographicSortSchema(await buildApiSchema());
});

interface FuzzWorld {
  readonly api: TestApi;
  readonly principals: readonly { readonly owner: string; readonly ask: Ask }[];
  readonly learnt: LearntIds;
}

const createFuzzWorld = async (api: TestApi): Promise<FuzzWorld> => {
  const [work, personal, partner, unfinished, engineer, administrator] = [
    await api.person(),
    await api.person({ kind: "PERSONAL" }),
    await api.person({ kind: "PARTNER" }),
    await api.person({ profile: null, isEmailProven: false }),
    await api.person({ roles: ["ENGINEER"] }),
    await api.person({ roles: ["ADMINISTRATOR"] }),
  ];
  const shared = await makeAgreement(api, [work, partner], { incidents: null });
  const open = [await makeAgreement(api), await makeAgreement(api, [], { startsOn: "2024-01-10" })];
  const learnt = new LearntIds({
    pln: [shared.planId],
    accessId: [...open, shared].map(({ accessId }) => accessId),
    agreementId: [...open, shared].map(({ agreementId }) => agreementId),
    article: ["portal-severity"],
    categoryId: ["active-directory"],
    offerId: ["pay-per-incident"],
    problemId: ["account-lockouts"],
    product: ["windows-server", "sql-server", "azure-virtual-machines"],
    productId: ["windows-server", "sql-server", "azure-virtual-machines"],
    productVersion: ["windows-server-2025", "sql-server-2022"],
    productVersionId: [
      "windows-server-2025",
      "windows-server-2025",
      "windows-server-2016",
      "azure-virtual-machines-current",
    ],
  });
  for (const person of [work, partner]) {
    const { confirmation } = await openRequest(person, shared.planId);
    const saved = await person.ask("mutation { saveDraft(input: { content: {} }) { draft { id } } }");
    learnt.learn(person.account.id, [confirmation, saved.data]);
  }
  const signedIn = [
    ...[work, work, personal, partner, unfinished, engineer, administrator, administrator],
    work.withToken(...SCOPES),
    work.withToken("requests:read"),
    administrator.withTokenThatMoves(100, ...SCOPES),
  ].map(({ account, ask }) => ({ owner: account.id, ask }));
  return { api, learnt, principals: [{ owner: "nobody", ask: api.anonymous }, ...signedIn] };
};

describeOnBothDatabases(`${OPERATIONS} arbitrary operations, seed ${SEED}`, (databases) => {
  it("I-1: every answer has a code of the closed list and tells nothing of the inside, and everything adds up afterwards", async () => {
    const world = await createFuzzWorld(
      await createTestApi({ db: await databases.open(), seed: "demo", limits: LIMITS }),
    );
    const touched = new Map<string, number>();
    let [asked, answered] = [0, 0];
    const operations = operationsOf(schema, world.principals.length);
    await fc.assert(
      fc.asyncProperty(operations, async (operation) => {
        for (const each of new Set(touchedBy(operation))) touched.set(each, (touched.get(each) ?? 0) + 1);
        const asking = world.principals[operation.principal];
        if (asking === undefined) throw new Error("nobody asks");
        const { query, variables } = write(operation, asking.owner, world.learnt);
        world.api.clock.advance(1);
        const answer = await asking.ask(query, variables, { "accept-language": operation.language });
        world.learnt.learn(asking.owner, answer.data);
        asked += 1;
        if (answer.errors.length === 0) answered += 1;
        expect(faultsOf(answer), `${query}\n${JSON.stringify(variables)}\n${answer.text.slice(0, 2_000)}`).toEqual([]);
      }),
      { numRuns: OPERATIONS, seed: SEED },
    );
    expect(world.api.logged).toEqual([]);
    expect(await world.api.db.verify(world.api.clock.now())).toEqual([]);
    // A fuzz that never gets past the door, or never reaches some corner, proves little.
    // A third of the fields is for staff alone, and seven in ten of who asks are none.
    expect(answered / asked).toBeGreaterThan(1 / 5);
    const { all, missed } = coverage(schema, touched);
    expect(missed.length / all, missed.join(", ")).toBeLessThan(isLong ? Number.MIN_VALUE : 0.03);
  }, 3_600_000);
});

describe("the judge of answers", () => {
  const told = (status: number, code: string, message: string): Answer => ({
    status,
    headers: {},
    data: null,
    errors: [{ message, extensions: { code, requestId: "r", retryable: false } }],
    extensions: undefined,
    text: "",
  });

  it("I-1: finds what it is there to find", () => {
    expect(faultsOf(told(200, "NOT_FOUND", "This does not exist."))).toEqual([]);
    expect(faultsOf(told(500, "NOT_FOUND", "This does not exist."))).toEqual(["status 500"]);
    expect(faultsOf(told(200, "INTERNAL_SERVER_ERROR", "Something."))).toEqual(["code INTERNAL_SERVER_ERROR"]);
    for (const inside of [
      "SQLITE_CONSTRAINT: UNIQUE",
      "SELECT id FROM plan",
      "boom\n    at run (/srv/app/dist/main.js:3:9)",
      "Cannot read properties of null",
    ])
      expect(faultsOf(told(200, "BAD_USER_INPUT", inside)), inside).toHaveLength(1);
    const refused = { ...told(200, "NOT_FOUND", "No."), data: { x: { userErrors: [{ code: "INVENTED" }] } } };
    expect(faultsOf(refused)).toEqual(["refusal INVENTED"]);
  });
});

/** Fields, arguments and fields of inputs, and which of them were asked for too seldom. */
const coverage = (asked: GraphQLSchema, touched: ReadonlyMap<string, number>): { all: number; missed: string[] } => {
  const types = Object.values(asked.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  // What only live fields lead to is asked over a socket, elsewhere.
  const fields = [...waysOf(asked).keys()]
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => [
        `${type.name}.${field.name}`,
        ...field.args.map((argument) => `${type.name}.${field.name}(${argument.name})`),
      ]),
    );
  const inputs = types.filter(isInputObjectType).flatMap((type) => Object.values(type.getFields()));
  const all = [...fields, ...inputs.map(({ name }) => `.${name}`)];
  return { all: all.length, missed: all.filter((name) => (touched.get(name) ?? 0) < OFTEN) };
};
