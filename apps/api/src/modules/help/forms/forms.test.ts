/** Questions about a problem through the API: asked, answered with a request, read by its people, on both databases (F34, F80). */
import { beforeEach, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";

const ABOUT = {
  productVersionId: "windows-server-2025",
  categoryId: "active-directory",
  problemId: "account-lockouts",
};
const FORM = `query ($productVersionId: ID!, $categoryId: ID!, $problemId: ID!) {
  problemForm(productVersionId: $productVersionId, categoryId: $categoryId, problemId: $problemId) {
    slug version questions { name kind label isRequired isMultiline maxLength minimum options { value label } } } }`;
const ANSWERS = "query ($id: ID!) { node(id: $id) { ... on SupportRequest { answers { name label text at } } } }";
const VALUES = [
  { name: "accounts", text: "ana, mihai" },
  { name: "often", text: "daily" },
  { name: "passwordChanged", flag: true },
  { name: "since", text: "2026-11-20T06:00:00Z" },
];
const romanian = { "accept-language": "ro" };

describeOnBothDatabases("questions about a problem", (databases) => {
  let api: TestApi;
  let person: Person;
  let planId: string;
  beforeEach(async () => {
    api = await createTestApi({ db: await databases.open() });
    person = await api.person();
    ({ planId } = await makeAgreement(api, [person]));
  });
  const submit = (answers: object | null, more: object = {}) => openRequest(person, planId, { answers, ...more });

  it("F34, F80: the questions are open to everybody, in the language of the answer; where nothing is asked there are none", async () => {
    const { problemForm } = (await api.anonymous(FORM, ABOUT, romanian)).data;
    expect(problemForm).toMatchObject({ slug: "windows-server-account-lockouts", version: 1 });
    expect(problemForm.questions[0]).toEqual({
      name: "accounts",
      kind: "TEXT",
      label: "Ce conturi sunt blocate?",
      isRequired: true,
      isMultiline: false,
      maxLength: 500,
      minimum: null,
      options: [],
    });
    expect(problemForm.questions[2].options[1]).toEqual({ value: "daily", label: "Zilnic, cam la aceeași oră" });
    const elsewhere = { ...ABOUT, categoryId: "remote-desktop-services", problemId: "connection-broker-problem" };
    expect((await api.anonymous(FORM, elsewhere)).data.problemForm).toBeNull();
    for (const gone of [{ productVersionId: "gone" }, { categoryId: "gone" }, { problemId: "gone" }])
      expect(errorCodes(await api.anonymous(FORM, { ...ABOUT, ...gone }))).toEqual(["NOT_FOUND"]);
  });

  it("F34, F80: answers are kept with the request and read in either language, by its people alone", async () => {
    const id = (await submit({ version: 1, values: VALUES })).confirmation.requestId;
    const answers = async (reader: Person, headers = {}) => (await reader.ask(ANSWERS, { id }, headers)).data.node;
    expect((await answers(person)).answers).toEqual([
      { name: "accounts", label: "Which accounts are locked out?", text: "ana, mihai", at: null },
      { name: "often", label: "How often does it happen?", text: "Every day at about the same time", at: null },
      { name: "passwordChanged", label: "Was a password changed shortly before?", text: "Yes", at: null },
      {
        name: "since",
        label: "Since when does it happen?",
        text: "2026-11-20T06:00:00Z",
        at: "2026-11-20T06:00:00.000Z",
      },
    ]);
    expect((await answers(person, romanian)).answers[1]).toMatchObject({ text: "Zilnic, cam la aceeași oră" });
    expect(await answers(await api.person())).toBeNull();
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("F34: a program that was not asked opens a request as before", async () => {
    for (const answers of [null, undefined]) {
      const id = (await submit(null, { answers })).confirmation.requestId;
      expect((await person.ask(ANSWERS, { id })).data.node.answers).toEqual([]);
    }
  });

  it.each<[string, object, object, string[]]>([
    ["a required one is missing", { values: VALUES.slice(1) }, {}, ["INPUT_REQUIRED answers.accounts"]],
    [
      "an option that is not offered",
      { values: [...VALUES.slice(2), VALUES[0], { name: "often", text: "weekly" }] },
      {},
      ["INPUT_INVALID answers.often"],
    ],
    [
      "two values for one question",
      { values: [{ name: "accounts", text: "ana", integer: 1 }, ...VALUES.slice(1)] },
      {},
      ["INPUT_INVALID answers.accounts"],
    ],
    ["a question answered twice", { values: [...VALUES, VALUES[0]] }, {}, ["INPUT_INVALID answers.accounts"]],
    ["a question nobody asked", { values: [...VALUES, { name: "x", flag: true }] }, {}, ["INPUT_INVALID answers.x"]],
    ["another version", { version: 2 }, {}, ["INPUT_INVALID answers.version"]],
    [
      "a problem without questions",
      {},
      { categoryId: "remote-desktop-services", problemId: "connection-broker-problem" },
      ["INPUT_INVALID answers"],
    ],
    ["what else is wrong", { version: 2 }, { title: "" }, ["INPUT_REQUIRED title", "INPUT_INVALID answers.version"]],
  ])("F34: refused with nothing used: %s", async (_name, answers, more, expected) => {
    const payload = await submit({ version: 1, values: VALUES, ...answers }, more);
    expect(
      payload.userErrors.map((one: { code: string; path: string[] }) => `${one.code} ${one.path.join(".")}`),
    ).toEqual(expected);
    const { data } = await person.ask("{ myPlans { nodes { incidentsRemaining incidentsTotal } } }");
    const [plan] = data.myPlans.nodes;
    expect(plan.incidentsRemaining).toBe(plan.incidentsTotal);
  });

  it("F34: the same key and the same answers open one request; other answers under it are told", async () => {
    const key = { idempotencyKey: "once" };
    const first = await submit({ version: 1, values: VALUES }, key);
    expect((await submit({ version: 1, values: VALUES }, key)).confirmation.number).toBe(first.confirmation.number);
    await expect(
      submit({ version: 1, values: VALUES.slice(0, 3).concat({ name: "since", text: "2026-11-21T06:00:00Z" }) }, key),
    ).rejects.toThrow("IDEMPOTENCY_KEY_REUSED");
  });
});
