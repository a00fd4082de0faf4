/** The page around the steps: starting, resuming, deep links, saving, two windows, two languages. */
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeServer, userError } from "./testing/fake-server";
import { BLANK, PROBLEM_DONE, READY } from "./testing/flow-fixtures";
import { fieldValue, textOf } from "./testing/read";
import { renderFlow } from "./testing/render-flow";

describe("the flow", () => {
  it("R54, R57: a new request starts a draft filled from the profile and opens at step 1", async () => {
    const server = fakeServer(null);
    const { router } = renderFlow(server, "/requests/new");
    await waitFor(() => expect(router.state.location.pathname).toBe("/requests/new/drf_1/problem"));
    expect(server.lastInput("SaveFlowDraft").content).toMatchObject({
      country: "RO",
      timeZone: "Europe/Bucharest",
      primaryContact: { email: "ana@carpatia.example", isSelf: true },
    });
  });

  it("R60, F11: a request about a version chosen before begins with it, beside a draft that goes on; the wanted way to a plan is open", async () => {
    const server = fakeServer(PROBLEM_DONE);
    server.plans = () => ({ availablePlans: [], unavailablePlans: [] });
    server.answers.FlowVersion = ({ id }) => ({
      productVersion: { __typename: "ProductVersion", id, product: { __typename: "Product", id: "windows-server" } },
    });
    renderFlow(server, "/requests/new?version=windows-server-2019&with=agreement");
    expect(await screen.findByLabelText("Access ID")).toBeTruthy();
    const { content, draftId } = server.lastInput("SaveFlowDraft") as { content: object; draftId?: string };
    expect(draftId).toBeUndefined();
    expect(content).toMatchObject({
      productId: "windows-server",
      productVersionId: "windows-server-2019",
      title: "",
      country: "RO",
    });
  });

  it("F32: with as many drafts as the portal keeps, the server's refusal is told with what to do", async () => {
    const server = fakeServer(null);
    const refused = { message: "You already have 50 unfinished requests.", remedy: "Continue one of them." };
    server.answers.SaveFlowDraft = () => ({
      saveDraft: {
        __typename: "SaveDraftPayload",
        draft: null,
        userErrors: [userError("InputError", "DRAFT_LIMIT_REACHED", null, refused)],
      },
    });
    renderFlow(server, "/requests/new");
    expect(await screen.findByText(/You already have 50 unfinished requests/)).toBeTruthy();
    expect(screen.getByText(/Continue one of them/)).toBeTruthy();
  });

  it("F32: a draft goes on at its first step that is not done, and says so", async () => {
    const { router } = renderFlow(fakeServer(PROBLEM_DONE), "/requests/new");
    expect(await screen.findByText(/You are continuing “DNS stops answering”, last changed on/)).toBeTruthy();
    expect(router.state.location.pathname).toBe("/requests/new/drf_1/plan");
  });

  it("R58, R85: six steps in order, each with its state; the address of a step not reached leads to the first that is not done", async () => {
    const { router } = renderFlow(fakeServer(BLANK), "/requests/new/drf_1/review");
    await waitFor(() => expect(router.state.location.pathname).toBe("/requests/new/drf_1/problem"));
    const rail = await screen.findByRole("navigation", { name: "Steps of the request" });
    const states = within(rail).getAllByRole("listitem").map(textOf);
    expect(states).toEqual([
      "1ProblemYou are here",
      "2Support planNot yet",
      "3Primary contactNot yet",
      "4SharingNot yet",
      "5ReviewNot yet",
      "6ConfirmationNot yet",
    ]);
    expect(screen.getByText("Step 1 of 6")).toBeTruthy();
    expect(screen.getAllByRole("heading", { level: 2 }).length).toBeGreaterThanOrEqual(6);
  });

  it("F32: what is typed is saved by itself and the page says so; a reload shows it", async () => {
    const server = fakeServer(PROBLEM_DONE);
    const { person, unmount } = renderFlow(server, "/requests/new/drf_1/problem");
    await person.type(await screen.findByLabelText("Title"), "!");
    expect(screen.getByText("Not saved yet")).toBeTruthy();
    await waitFor(() => expect(screen.getByText(/Saved at/)).toBeTruthy(), { timeout: 5000 });
    unmount();
    renderFlow(server, "/requests/new/drf_1/problem");
    expect(fieldValue(await screen.findByLabelText("Title"))).toBe("DNS stops answering!");
  });

  it("S11: without a connection one keeps typing, and a reload brings the text back", async () => {
    const server = fakeServer(PROBLEM_DONE);
    const { person, unmount } = renderFlow(server, "/requests/new/drf_1/problem");
    const title = await screen.findByLabelText("Title");
    server.isDown = true;
    await person.type(title, " offline");
    await waitFor(() => expect(screen.getByText("The portal cannot be reached at the moment")).toBeTruthy(), {
      timeout: 5000,
    });
    unmount();
    server.isDown = false;
    renderFlow(server, "/requests/new/drf_1/problem");
    expect(fieldValue(await screen.findByLabelText("Title"))).toBe("DNS stops answering offline");
  });

  it("F32: a draft changed in two windows: one version is chosen, the other stays as a draft of its own", async () => {
    const server = fakeServer(PROBLEM_DONE);
    const { person } = renderFlow(server, "/requests/new/drf_1/problem");
    const title = await screen.findByLabelText("Title");
    server.draft = { revision: 9, content: { ...PROBLEM_DONE, title: "Typed in the other window" } };
    await person.type(title, " here");
    await waitFor(() => expect(screen.getByText("This draft was also changed in another window")).toBeTruthy(), {
      timeout: 5000,
    });
    await person.click(screen.getByRole("button", { name: "Go on with the other version" }));
    await waitFor(() => expect(fieldValue(screen.getByLabelText("Title"))).toBe("Typed in the other window"));
    expect(server.lastInput("SaveFlowDraft")).toMatchObject({ content: { title: "DNS stops answering here" } });
    expect(server.lastInput("SaveFlowDraft").draftId).toBeUndefined();
  });

  it("R58: the flow speaks Romanian whole, with its plurals", async () => {
    renderFlow(fakeServer(READY), "/requests/new/drf_1/plan", "ro");
    expect(await screen.findByText("Au rămas 7 incidente din 20", { selector: "label *" })).toBeTruthy();
    expect(
      screen.getByRole("heading", { name: "Spuneți-ne despre tipul de asistență de care aveți nevoie" }),
    ).toBeTruthy();
    expect(screen.getByText(/Doriți să vedeți planuri de asistență indisponibile\?/)).toBeTruthy();
  });
});
