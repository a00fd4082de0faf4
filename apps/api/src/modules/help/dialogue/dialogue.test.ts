/** The virtual agent through the API: asked, kept in a draft, sent with a request, read by its people, on both databases (R61, F63, F80). */
import { beforeEach, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";

const ABOUT = {
  productVersionId: "windows-server-2025",
  categoryId: "active-directory",
  problemId: "account-lockouts",
};
const ELSEWHERE = { ...ABOUT, categoryId: "remote-desktop-services", problemId: "connection-broker-problem" };
const DIALOGUE = `query ($productVersionId: ID!, $categoryId: ID!, $problemId: ID!) {
  dialogue(productVersionId: $productVersionId, categoryId: $categoryId, problemId: $problemId) {
    slug version title articleId start
    steps { id: stepId kind text commands { shell text } answers { id: answerId label next } label isMultiline isOptional next outcome } } }`;
const TRANSCRIPT = `query ($id: ID!) { node(id: $id) { ... on SupportRequest {
  dialogueTranscript { title finishedOutcome lines { question commands answer } } } } }`;
const romanian = { "accept-language": "ro" };

interface Step {
  readonly id: string;
  readonly kind: string;
  readonly answers: readonly { readonly id: string; readonly label: string; readonly next: string }[];
  readonly next: string | null;
  readonly outcome: string | null;
}

describeOnBothDatabases("the virtual agent", (databases) => {
  let api: TestApi;
  let person: Person;
  let planId: string;
  beforeEach(async () => {
    api = await createTestApi({ db: await databases.open() });
    person = await api.person();
    ({ planId } = await makeAgreement(api, [person]));
  });
  const ask = async (about: Readonly<Record<string, unknown>> = ABOUT, headers = {}) =>
    (await api.anonymous(DIALOGUE, about, headers)).data.dialogue;
  const submit = (dialogueWalk: object | null, more: object = {}) =>
    openRequest(person, planId, { ...ABOUT, dialogueWalk, ...more });
  /** A walk that takes the last answer of each question, to an end. */
  const lastAnswers = async () => {
    const { slug, version, start, steps } = await ask();
    const said: { stepId: string; answerId?: string; value?: string }[] = [];
    for (let step: Step = steps.find(({ id }: Step) => id === start); step.kind !== "END"; ) {
      const answer = step.answers.at(-1);
      said.push(answer ? { stepId: step.id, answerId: answer.id } : { stepId: step.id, value: "event 4740\nPC-17" });
      step = steps.find(({ id }: Step) => id === (answer?.next ?? step.next));
    }
    return { walk: { treeSlug: slug, version, steps: said }, steps: steps as readonly Step[] };
  };

  it("R61, F80: its questions are open to everybody, in the language of the answer; where it knows nothing there is none", async () => {
    const told = await ask(ABOUT, romanian);
    expect(told).toMatchObject({
      slug: "ad-account-lockouts",
      version: 1,
      title: "Un cont se blochează în mod repetat",
      articleId: "ad-account-lockout-source",
      start: "find-event",
    });
    const first = told.steps.find(({ id }: Step) => id === "find-event");
    expect(first).toMatchObject({ kind: "QUESTION", label: null, next: null, outcome: null });
    expect(first.commands[0]).toMatchObject({ shell: "POWERSHELL" });
    expect(first.answers[2]).toEqual({ id: "nothing", label: "Niciun eveniment 4740", next: "audit" });
    expect((await ask()).title).toBe("An account keeps being locked out");
    expect(await ask(ELSEWHERE)).toBeNull();
    for (const gone of [{ productVersionId: "gone" }, { categoryId: "gone" }, { problemId: "gone" }])
      expect(errorCodes(await api.anonymous(DIALOGUE, { ...ABOUT, ...gone }))).toEqual(["NOT_FOUND"]);
  });

  it("F63, F80: what was said is kept with the request and read in either language, by its people alone", async () => {
    const { walk } = await lastAnswers();
    const id = (await submit(walk)).confirmation.requestId;
    const read = async (reader: Person, headers = {}) => (await reader.ask(TRANSCRIPT, { id }, headers)).data.node;
    const { dialogueTranscript } = await read(person);
    expect(dialogueTranscript).toMatchObject({
      title: "An account keeps being locked out",
      finishedOutcome: "UNSOLVED",
    });
    expect(dialogueTranscript.lines).toHaveLength(walk.steps.length);
    expect(dialogueTranscript.lines[0]).toMatchObject({ answer: "No event 4740 at all" });
    expect(dialogueTranscript.lines[0].commands[0]).toContain("Id=4740");
    expect(dialogueTranscript.lines.map(({ answer }: { answer: string }) => answer)).toContain("event 4740\nPC-17");
    expect((await read(person, romanian)).dialogueTranscript.lines[0].answer).toBe("Niciun eveniment 4740");
    expect(await read(await api.person())).toBeNull();
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });

  it("R61: it may be left at any step, or never asked", async () => {
    const { walk } = await lastAnswers();
    const id = (await submit({ ...walk, steps: walk.steps.slice(0, 1) })).confirmation.requestId;
    const { dialogueTranscript } = (await person.ask(TRANSCRIPT, { id })).data.node;
    expect(dialogueTranscript).toMatchObject({ finishedOutcome: null });
    expect(dialogueTranscript.lines).toHaveLength(1);
    for (const nothing of [null, { ...walk, steps: [] }]) {
      const other = (await submit(nothing)).confirmation.requestId;
      expect((await person.ask(TRANSCRIPT, { id: other })).data.node.dialogueTranscript).toBeNull();
    }
  });

  it.each<[string, object, object, string[]]>([
    ["another version", { version: 99 }, {}, ["INPUT_INVALID dialogueWalk.version"]],
    ["another dialogue", { treeSlug: "sql-login-failed" }, {}, ["INPUT_INVALID dialogueWalk.treeSlug"]],
    ["a problem without dialogue", {}, ELSEWHERE, ["INPUT_INVALID dialogueWalk.treeSlug"]],
    [
      "an answer that is not offered",
      { steps: [{ stepId: "find-event", answerId: "constructor" }] },
      {},
      ["INPUT_INVALID dialogueWalk.steps.0.answerId"],
    ],
    [
      "a step out of order, and what else is wrong",
      { steps: [{ stepId: "audit", answerId: "nothing" }] },
      { title: "" },
      ["INPUT_REQUIRED title", "INPUT_INVALID dialogueWalk.steps.0.stepId"],
    ],
  ])("F63: refused with nothing used: %s", async (_name, walk, more, expected) => {
    const said = {
      treeSlug: "ad-account-lockouts",
      version: 1,
      steps: [{ stepId: "find-event", answerId: "nothing" }],
    };
    const payload = await submit({ ...said, ...walk }, more);
    expect(
      payload.userErrors.map((one: { code: string; path: string[] }) => `${one.code} ${one.path.join(".")}`),
    ).toEqual(expected);
    const { data } = await person.ask("{ myPlans { nodes { incidentsRemaining incidentsTotal } } }");
    const [plan] = data.myPlans.nodes;
    expect(plan.incidentsRemaining).toBe(plan.incidentsTotal);
  });

  it("F32, R61: a draft keeps what was said, right or wrong, lines of evidence and all; what cannot be read is made readable", async () => {
    const SAVE = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { userErrors { code path }
      draft { content { dialogueWalk { treeSlug version steps { stepId answerId value } } } } } }`;
    const steps = [
      { stepId: "find-event", answerId: "nothing" },
      { stepId: "gone", value: "one\ntwo\u0000" },
    ];
    const dialogueWalk = { treeSlug: "ad-account-lockouts", version: 7, steps };
    const saved = (await person.ask(SAVE, { input: { content: { dialogueWalk } } })).data.saveDraft;
    expect(saved).toEqual({
      userErrors: [],
      draft: {
        content: {
          dialogueWalk: {
            ...dialogueWalk,
            steps: [
              { stepId: "find-event", answerId: "nothing", value: null },
              { stepId: "gone", answerId: null, value: "one\ntwo\u2400" },
            ],
          },
        },
      },
    });
    const long = { ...dialogueWalk, steps: [{ stepId: "gone", value: "x".repeat(20_001) }] };
    expect((await person.ask(SAVE, { input: { content: { dialogueWalk: long } } })).data.saveDraft.userErrors).toEqual([
      { code: "INPUT_TOO_LONG", path: ["content", "dialogueWalk", "steps", "0", "value"] },
    ]);
  });
});
