/** The questions about a problem in step 1 as a person meets them (F32, F34, F80). */
import type { DraftContent } from "@accord/domain";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeServer, userError } from "../../../testing/fake-server";
import { PROBLEM_DONE, READY } from "../../../testing/flow-fixtures";
import { fieldValue, isChecked, isInvalid, textOf } from "../../../testing/read";
import { renderFlow } from "../../../testing/render-flow";

const question = (name: string, kind: string, label: string, facts: object = {}) => ({
  __typename: "FormQuestion",
  name,
  kind,
  label,
  description: null,
  isRequired: false,
  isMultiline: false,
  maxLength: null,
  minimum: null,
  maximum: null,
  options: [],
  ...facts,
});
const option = (value: string, label: string) => ({ __typename: "FormOption", value, label });
const FORM = {
  __typename: "ProblemForm",
  slug: "dns",
  version: 2,
  questions: [
    question("event", "TEXT", "Which event is logged?", { isRequired: true, maxLength: 40, description: "By number." }),
    question("log", "TEXT", "What does the log say?", { isMultiline: true, maxLength: 2000 }),
    question("servers", "NUMBER", "How many servers?", { isRequired: true, minimum: 1, maximum: 50 }),
    question("often", "CHOICE", "How often?", {
      isRequired: true,
      options: [option("daily", "Every day"), option("rare", "Now and then")],
    }),
    question("changed", "FLAG", "Was anything changed?"),
    question("since", "MOMENT", "Since when?"),
  ],
};
const OTHER = { ...FORM, slug: "dhcp", version: 1, questions: [question("scope", "TEXT", "Which scope?")] };
const CHOSEN: DraftContent = { ...PROBLEM_DONE, completedSteps: [] };
const answer = (name: string, facts: object) => ({ name, text: null, integer: null, flag: null, ...facts });
const EVENT = answer("event", { text: "4013" });
const ANSWERED = {
  formSlug: "dns",
  version: 2,
  values: [EVENT, answer("servers", { integer: 3 }), answer("often", { text: "daily" })],
};
const serverWith = (content: DraftContent = CHOSEN, form: object | null = FORM) => {
  const server = fakeServer(content);
  server.answers.ProblemQuestions = ({ problemId }) => ({
    problemForm: problemId === "networking-dhcp" ? OTHER : form,
  });
  return server;
};
const section = () => screen.findByRole("region", { name: "A few questions about this problem" });
const saved = (server: ReturnType<typeof fakeServer>) => server.draft?.content.answers;

describe("questions about the chosen problem", () => {
  it("F34: they are asked once the problem is chosen, each by its own control, those that need an answer marked", async () => {
    const { person } = renderFlow(serverWith({ ...CHOSEN, problemId: null }));
    await screen.findByLabelText("Title");
    expect(screen.queryByText("A few questions about this problem")).toBeNull();
    await person.selectOptions(screen.getByLabelText("Problem"), "Dns");
    const asked = within(await section());
    expect(textOf(await section())).toContain("Those marked * need an answer.");
    const event = asked.getByRole("textbox", { name: "Which event is logged?", description: "By number." });
    expect(event.hasAttribute("required")).toBe(true);
    expect(asked.getByRole("textbox", { name: "What does the log say?" }).tagName).toBe("TEXTAREA");
    expect(asked.getByRole("textbox", { name: "How many servers?", description: /from 1 to 50/ })).toBeTruthy();
    expect(
      within(asked.getByRole("combobox", { name: "How often?" }))
        .getAllByRole("option")
        .map((one) => one.textContent),
    ).toEqual(["Choose…", "Every day", "Now and then"]);
    const flag = within(asked.getByRole("radiogroup", { name: "Was anything changed?" }));
    expect(flag.getAllByRole("radio").map(isChecked)).toEqual([false, false, true]);
    expect(asked.getByLabelText("Since when?").getAttribute("type")).toBe("datetime-local");
    await screen.findByText("6 questions about this problem below the description.");
  });

  it("F34, F32: answers are saved with the draft in the field of their kind, and found again", async () => {
    const server = serverWith();
    const { person } = renderFlow(server);
    const asked = within(await section());
    await person.type(asked.getByLabelText(/^Which event/), "4013");
    await person.type(asked.getByLabelText(/^How many/), "3x");
    await person.selectOptions(asked.getByLabelText(/^How often/), "Every day");
    await person.click(asked.getByRole("radio", { name: "No" }));
    fireEvent.change(asked.getByLabelText("Since when?"), { target: { value: "2026-11-20T09:30" } });
    const values = [
      EVENT,
      answer("servers", { text: "3x" }),
      answer("often", { text: "daily" }),
      answer("changed", { flag: false }),
      answer("since", { text: "2026-11-20T07:30:00Z" }),
    ];
    await waitFor(() => expect(saved(server)).toEqual([{ formSlug: "dns", version: 2, values }]), { timeout: 6000 });
    expect(fieldValue(asked.getByLabelText("Since when?"))).toBe("2026-11-20T09:30");
    expect(fieldValue(asked.getByLabelText(/^How many/))).toBe("3x");
  });

  it("F34, R62: Next names each question without an answer, and what is no number, at its field; what is mended leaves", async () => {
    const { person } = renderFlow(serverWith());
    const asked = within(await section());
    await person.type(asked.getByLabelText(/^How many/), "many");
    await person.click(screen.getByRole("button", { name: "Next" }));
    const links = () =>
      within(screen.getByRole("alert"))
        .getAllByRole("link")
        .map((link) => link.textContent);
    expect(links()).toEqual(["Answer “Which event is logged?”", "This is not a usable number.", "Answer “How often?”"]);
    await person.click(screen.getByRole("link", { name: "Answer “Which event is logged?”" }));
    expect(document.activeElement).toBe(asked.getByLabelText(/^Which event/));
    expect(isInvalid(asked.getByLabelText(/^How many/))).toBe(true);
    await person.type(asked.getByLabelText(/^Which event/), "4013");
    await waitFor(() => expect(links()).toHaveLength(2));
  });

  it("F34: another problem asks its own questions; the answers to the first are kept, said so, and back with it", async () => {
    const { person } = renderFlow(serverWith({ ...CHOSEN, answers: [ANSWERED] }));
    await section();
    await person.selectOptions(screen.getByLabelText("Problem"), "Dhcp");
    const asked = await screen.findByLabelText("Which scope?");
    expect(textOf(await section())).toContain("What you answered about another problem stays in this draft");
    await person.type(asked, "10.0.0.0/8");
    await person.selectOptions(screen.getByLabelText("Problem"), "Dns");
    expect(fieldValue(await screen.findByLabelText(/^Which event/))).toBe("4013");
    expect(fieldValue(screen.getByLabelText(/^How many/))).toBe("3");
  });

  it("F34: questions that moved on keep what fits, show what does not, and are looked at before Next", async () => {
    const values = [...ANSWERED.values.slice(0, 2), answer("often", { text: "weekly" })];
    const server = serverWith({ ...CHOSEN, answers: [{ ...ANSWERED, version: 1, values }] });
    const { person } = renderFlow(server);
    const notice = await screen.findByText("The questions about this problem have changed");
    expect(textOf(await section())).toContain("One answer no longer fits and is not sent:weekly");
    expect(fieldValue(screen.getByLabelText(/^Which event/))).toBe("4013");
    await person.click(screen.getByRole("button", { name: "Next" }));
    expect(
      await screen.findByRole("link", { name: "Look at the questions about the problem: they have changed" }),
    ).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "I have checked my answers" }));
    await waitFor(() => expect(notice.isConnected).toBe(false));
    expect(document.activeElement).toBe(screen.getByLabelText(/^Which event/));
    await waitFor(() => expect(saved(server)?.[0]).toMatchObject({ version: 2, values: values.slice(0, 2) }), {
      timeout: 6000,
    });
  });

  it("F34: without an answer of the server the step says so and asks again", async () => {
    const server = serverWith({ ...CHOSEN, problemId: null });
    server.answers.ProblemQuestions = () => {
      throw new TypeError("Failed to fetch");
    };
    const { person } = renderFlow(server);
    await person.selectOptions(await screen.findByLabelText("Problem"), "Dns");
    const again = await screen.findByRole("button", { name: "Try again" });
    server.answers.ProblemQuestions = () => ({ problemForm: FORM });
    await person.click(again);
    await section();
  });
});

describe("answers in the review and the submission", () => {
  const PATH = "/requests/new/drf_1/review";
  const elsewhere = { formSlug: "dhcp", version: 1, values: [answer("scope", { text: "10.0.0.0/8" })] };
  const READY_WITH: DraftContent = { ...READY, answers: [elsewhere, ANSWERED] };
  const refused = (path: readonly string[]) => ({
    createRequest: {
      __typename: "CreateRequestPayload",
      confirmation: null,
      userErrors: [userError("InputError", "INPUT_INVALID", path)],
    },
  });

  it("F34, R85: the review shows the answers to the chosen problem in words, and they alone are sent, with their version", async () => {
    const server = serverWith(READY_WITH);
    server.answers.SubmitRequest = () => refused(["answers", "servers"]);
    const { person, router } = renderFlow(server, PATH);
    const submit = await screen.findByRole("button", { name: "Submit request" });
    const text = textOf(screen.getByRole("region", { name: "Review and submit" }));
    for (const part of ["Which event is logged?", "4013", "Every day"]) expect(text).toContain(part);
    expect(text).not.toContain("10.0.0.0/8");
    await person.click(submit);
    // F34: a refusal of the server leads to the field of its question.
    await person.click(await screen.findByRole("link", { name: "Message of INPUT_INVALID" }));
    expect(document.activeElement).toBe(screen.getByLabelText(/^How many/));
    expect(router.state.location.pathname).toBe("/requests/new/drf_1/problem");
    const { version, values } = ANSWERED;
    expect(server.lastInput("SubmitRequest").answers).toEqual({ version, values });
  });

  it("F34: a form that moved on between review and submission is asked for again, with what fits kept", async () => {
    const server = serverWith(READY_WITH);
    server.answers.SubmitRequest = () => {
      server.answers.ProblemQuestions = () => ({ problemForm: { ...FORM, version: 3 } });
      return refused(["answers", "version"]);
    };
    const { person } = renderFlow(server, PATH);
    await person.click(await screen.findByRole("button", { name: "Submit request" }));
    expect(await screen.findByText("The questions about this problem have changed")).toBeTruthy();
    expect(fieldValue(screen.getByLabelText(/^Which event/))).toBe("4013");
  });

  it("F34: where nothing is asked, nothing is sent", async () => {
    const server = serverWith(READY_WITH, null);
    server.answers.SubmitRequest = () => refused(["title"]);
    const { person } = renderFlow(server, PATH);
    await person.click(await screen.findByRole("button", { name: "Submit request" }));
    await waitFor(() => expect(server.lastInput("SubmitRequest").answers).toBeNull());
  });
});
