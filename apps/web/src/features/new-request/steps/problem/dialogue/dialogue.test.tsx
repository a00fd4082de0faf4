/** The virtual agent in step 1 as a person meets it (R61, F63, F64). */
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeServer } from "../../../testing/fake-server";
import { PROBLEM_DONE, READY } from "../../../testing/flow-fixtures";
import { fieldValue, textOf } from "../../../testing/read";
import { renderFlow } from "../../../testing/render-flow";

const step = (id: string, kind: string, facts: object = {}) => ({
  __typename: "DialogueStep",
  id,
  kind,
  text: `Text of ${id}.`,
  commands: [],
  answers: [],
  label: null,
  isMultiline: false,
  isOptional: false,
  next: null,
  outcome: null,
  ...facts,
});
const answer = (id: string, label: string, next: string) => ({ __typename: "DialogueAnswer", id, label, next });
const DIALOGUE = {
  __typename: "Dialogue",
  slug: "dns",
  version: 2,
  title: "Names are not resolved",
  articleId: "dns-article",
  start: "look",
  steps: [
    step("look", "QUESTION", {
      commands: [{ __typename: "DialogueCommand", shell: "CMD", text: "nslookup carpatia.example" }],
      answers: [answer("yes", "It answers", "solved"), answer("no", "It does not", "output")],
    }),
    step("output", "EVIDENCE", { label: "Output of nslookup", isMultiline: true, next: "extra" }),
    step("extra", "EVIDENCE", { label: "Anything else", isOptional: true, next: "unsolved" }),
    step("solved", "END", { outcome: "SOLVED" }),
    step("unsolved", "END", { outcome: "UNSOLVED" }),
  ],
};
const CHOSEN = { ...PROBLEM_DONE, completedSteps: [] };
const WALK = { treeSlug: "dns", version: 2 };
const NO = { stepId: "look", answerId: "no", value: null };
const serverWith = (content: Parameters<typeof fakeServer>[0] = CHOSEN, dialogue: object | null = DIALOGUE) => {
  const server = fakeServer(content);
  server.answers.ProblemDialogue = () => ({ dialogue });
  return server;
};
const card = () => screen.findByRole("region", { name: "Virtual agent: try this first" });
const press = async (person: ReturnType<typeof renderFlow>["person"], name: string) =>
  person.click(within(await card()).getByRole("button", { name }));
const saved = (server: ReturnType<typeof fakeServer>) => server.draft?.content.dialogueWalk;

describe("the virtual agent", () => {
  it("R61: it is offered for a problem it knows and says nothing about another", async () => {
    renderFlow(serverWith());
    expect(textOf(await card())).toContain("Names are not resolved: a few questions may solve this");
    expect(screen.getByLabelText("Title")).toBeTruthy();
  });

  it("R61: without a dialogue the step is as it was", async () => {
    renderFlow(serverWith(CHOSEN, null));
    await screen.findByLabelText("Title");
    expect(screen.queryByRole("region", { name: "Virtual agent: try this first" })).toBeNull();
  });

  it("F63: one question at a time, by keyboard; each takes the focus with its text, commands can be copied, back is possible", async () => {
    const { person } = renderFlow(serverWith());
    (await card()).querySelector("button")?.focus();
    await person.keyboard("{Enter}");
    const first = await screen.findByRole("heading", { name: "Question 1", description: "Text of look." });
    await waitFor(() => expect(document.activeElement).toBe(first));
    expect(textOf(await card())).toContain("Command prompt");
    expect(within(await card()).getByRole("button", { name: "Copy command" })).toBeTruthy();
    await press(person, "It does not");
    const second = await screen.findByRole("heading", { name: "Question 2" });
    await waitFor(() => expect(document.activeElement).toBe(second));
    await press(person, "Back");
    await screen.findByRole("heading", { name: "Question 1" });
    expect(
      within(await card())
        .getByRole("button", { name: "It does not" })
        .getAttribute("aria-pressed"),
    ).toBe("true");
  });

  it("F63: two questions may have answers of one name: each leads where its own question says", async () => {
    const steps = [
      step("first", "QUESTION", { answers: [answer("no", "Not yet", "second"), answer("yes", "Yes", "solved")] }),
      step("second", "QUESTION", { answers: [answer("no", "Not now", "unsolved"), answer("yes", "Now", "solved")] }),
      step("solved", "END", { outcome: "SOLVED" }),
      step("unsolved", "END", { outcome: "UNSOLVED" }),
    ];
    const { person } = renderFlow(serverWith(CHOSEN, { ...DIALOGUE, start: "first", steps }));
    await press(person, "Start");
    await press(person, "Not yet");
    expect(await screen.findByRole("heading", { name: "Question 2", description: "Text of second." })).toBeTruthy();
    await press(person, "Not now");
    expect(await screen.findByRole("heading", { name: "An engineer takes over from here" })).toBeTruthy();
  });

  it("F63: evidence that is needed is asked for; what was found goes with the draft and the request", async () => {
    const server = serverWith();
    const { person } = renderFlow(server);
    await press(person, "Start");
    await press(person, "It does not");
    await press(person, "Continue");
    const field = screen.getByLabelText("Output of nslookup");
    expect(document.activeElement).toBe(field);
    expect(textOf(await card())).toContain("Enter what the virtual agent asks for");
    await person.type(field, "timed out{Enter}twice");
    await press(person, "Continue");
    await press(person, "Continue");
    await screen.findByRole("heading", { name: "An engineer takes over from here" });
    await press(person, "Continue with the request");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Title")));
    expect(textOf(await card())).toContain("What was found is attached to your request.");
    const steps = [
      NO,
      { stepId: "output", answerId: null, value: "timed out\ntwice" },
      { stepId: "extra", answerId: null, value: null },
    ];
    await waitFor(() => expect(saved(server)).toEqual({ ...WALK, steps }), { timeout: 6000 });
  });

  it("F32, R61: a reload goes on where it was left, with evidence as far as it was typed", async () => {
    const steps = [NO, { stepId: "output", answerId: null, value: "timed" }];
    renderFlow(serverWith({ ...CHOSEN, dialogueWalk: { ...WALK, steps } }));
    await screen.findByRole("heading", { name: "Question 2" });
    expect(fieldValue(screen.getByLabelText("Output of nslookup"))).toBe("timed");
  });

  it("R61: it can be left at any step; what was said stays, and it can be taken up again", async () => {
    const server = serverWith();
    const { person } = renderFlow(server);
    await press(person, "Start");
    await press(person, "It does not");
    await press(person, "Skip the rest");
    expect(textOf(await card())).toContain("What was found is attached");
    await press(person, "Continue with the virtual agent");
    await screen.findByRole("heading", { name: "Question 2" });
    await waitFor(() => expect(saved(server)).toEqual({ ...WALK, steps: [NO] }), { timeout: 6000 });
  });

  it("F64: where it solved the problem one press ends the draft, and the requests say that no incident was used", async () => {
    const server = serverWith();
    server.answers.MarkSolvedByDialogue = () => ({
      markSolved: { __typename: "MarkSolvedPayload", deletedDraftId: "drf_1", userErrors: [] },
    });
    const { person, router } = renderFlow(server);
    await press(person, "Start");
    await press(person, "It answers");
    await press(person, "It solved my problem");
    await waitFor(() => expect(router.state.location.pathname).toBe("/requests"));
    expect(server.lastInput("MarkSolvedByDialogue")).toMatchObject({
      draftId: "drf_1",
      treeSlug: "dns",
      productVersionId: "windows-server-2025",
      categoryId: "networking",
      problemId: "networking-dns",
    });
  });

  it("F63: a walk of another version is told where it stands and can be removed", async () => {
    const walk = { ...WALK, version: 1, steps: [NO] };
    const server = serverWith({ ...CHOSEN, dialogueWalk: walk });
    const { person } = renderFlow(server);
    expect(await screen.findByText("The virtual agent asks something else now")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "Remove what was said" }));
    expect(textOf(await card())).toContain("Names are not resolved");
    await waitFor(() => expect(saved(server)).toBeNull(), { timeout: 6000 });
  });

  it("R61: submitting sends what was said", async () => {
    const server = serverWith({ ...READY, dialogueWalk: { ...WALK, steps: [NO] } });
    server.answers.SubmitRequest = () => ({
      createRequest: { __typename: "CreateRequestPayload", confirmation: null, userErrors: [] },
    });
    const { person } = renderFlow(server, "/requests/new/drf_1/review");
    await person.click(await screen.findByRole("button", { name: "Submit request" }));
    await waitFor(() => expect(server.count("SubmitRequest")).toBe(1));
    expect(server.lastInput("SubmitRequest").dialogueWalk).toEqual({ ...WALK, steps: [NO] });
  });
});
