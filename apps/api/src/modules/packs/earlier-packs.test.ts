/** Packs that were accepted under an earlier form go on to hold; new files are judged by today's (F57, F80). */
import { beforeEach, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { createTestApi, type TestApi } from "../../../../../tests/support/test-api.js";
import type { Database } from "../../kernel/db/index.js";
import { catalogueStore } from "../catalogue/module.js";
import { installPacks } from "./load.js";
import { packSeed } from "./reference/seed-files.js";

const NAMES = '{ catalogue(search: "Windows Server", first: 1) { nodes { categories { problems { name } } } } }';
const PREVIEW = `mutation ($text: String!) { createPackPreview(input: { kind: TOPICS, text: $text }) {
  userErrors { code } preview { problems { line path message } } } }`;

interface Topic {
  categories: { problems: { nameRo?: string }[] }[];
}

/** The reference data as it was while a problem could go without a Romanian name. */
const earlierTopics = (): string => {
  const topics = JSON.parse(packSeed("TOPICS")) as Topic[];
  for (const { categories } of topics)
    for (const { problems } of categories) for (const problem of problems) delete problem.nameRo;
  return JSON.stringify(topics, null, 1);
};

describeOnBothDatabases("packs of an earlier form", (databases) => {
  let db: Database;
  let api: TestApi;
  beforeEach(async () => {
    db = await databases.open();
    api = await createTestApi({ db, seed: "demo" });
  });
  /** As a server answers that has just started. */
  const firstProblem = async (): Promise<string> => {
    const reader = await (await createTestApi({ db, seed: "none" })).person();
    const { nodes } = (await reader.ask(NAMES, {}, { "accept-language": "ro" })).data.catalogue;
    return nodes[0].categories[0].problems[0].name;
  };

  it("F57, F80: a pack without Romanian names that holds already goes on to hold, in English; loaded anew it is refused, line by line", async () => {
    expect(await firstProblem()).toBe("Eroare de replicare între controlerele de domeniu");
    const ground = { now: api.clock.now(), zone: "UTC" };
    await db.transaction("an earlier pack", (tx) =>
      installPacks(tx, [{ kind: "TOPICS", text: earlierTopics() }], ground),
    );
    expect(await firstProblem()).toBe("Replication failure between domain controllers");
    const admin = await api.person({ roles: ["ADMINISTRATOR"] });
    const { problems } = (await admin.ask(PREVIEW, { text: earlierTopics() })).data.createPackPreview.preview;
    expect(problems).toHaveLength(100);
    expect(problems[0]).toEqual({
      line: 13,
      path: "[0].categories[0].problems[0].nameRo",
      message: "nameRo is missing.",
    });
  });

  it("F80: a catalogue made before problems had Romanian names is read with the English ones", async () => {
    const { topics } = await db.read.of(catalogueStore).load();
    const before = topics.map((topic) => ({
      ...topic,
      categories: topic.categories.map((category) => ({
        ...category,
        problems: category.problems.map((problem) => ({ ...problem, nameRo: null as unknown as string })),
      })),
    }));
    await db.transaction("an earlier catalogue", (tx) => tx.of(catalogueStore).replace({ topics: before }));
    expect(await firstProblem()).toBe("Replication failure between domain controllers");
  });
});
