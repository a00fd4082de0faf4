/** Review, submission and confirmation as a person meets them. */
import { screen, waitFor, within } from "@testing-library/react";
import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import { fakeServer, userError } from "../../testing/fake-server";
import { GOLD, MIHAI, READY, reason } from "../../testing/flow-fixtures";
import { fieldValue, textOf } from "../../testing/read";
import { renderFlow } from "../../testing/render-flow";

const PATH = "/requests/new/drf_1/review";
const CONFIRMED = {
  __typename: "RequestConfirmation",
  requestId: "req_1",
  number: "2611230030000412",
  title: "DNS stops answering",
  severity: "MODERATE",
  firstResponseDueAt: "2026-11-23T12:30:00.000Z",
  primaryContactName: "Ana Ionescu",
  primaryContactEmail: "ana@carpatia.example",
  additionalContactCount: 0,
  incidentsRemaining: 6,
  isSubmitterContact: true,
  productVersion: { __typename: "ProductVersion", id: "windows-server-2025", name: "Windows Server 2025" },
  programme: GOLD.programme,
};
const accepted = (facts: object = {}) => ({
  createRequest: { __typename: "CreateRequestPayload", confirmation: { ...CONFIRMED, ...facts }, userErrors: [] },
});
const refused = (...userErrors: object[]) => ({
  createRequest: { __typename: "CreateRequestPayload", confirmation: null, userErrors },
});
const submitButton = () => screen.findByRole("button", { name: "Submit request" });

describe("steps 5 and 6", () => {
  it("R85, R87: the review shows everything with Edit, the cost and the balance after, and that only the primary contact is mailed", async () => {
    const { person, router } = renderFlow(fakeServer({ ...READY, additionalContacts: [MIHAI] }), PATH);
    await submitButton();
    const text = textOf(screen.getByRole("region", { name: "Review and submit" }));
    for (const part of [
      "Windows Server 2025",
      "Networking",
      "Dns",
      "Since Monday queries time out.",
      "Partner 20-pack",
      "Moderate",
      "Uses 1 incident of “Partner 20-pack”; 6 left after it",
      "First answer by",
      "Only the primary contact: ana@carpatia.example",
      "All 2 contacts, and the support engineers",
    ]) {
      expect(text).toContain(part);
    }
    expect(screen.getAllByRole("button", { name: /^Edit/ }).map(({ ariaLabel }) => ariaLabel)).toEqual([
      "Edit: Problem",
      "Edit: Support plan",
      "Edit: Primary contact",
      "Edit: Sharing",
    ]);
    await person.click(screen.getByRole("button", { name: "Edit: Support plan" }));
    expect(await screen.findByRole("group", { name: "Severity" })).toBeTruthy();
    expect(router.state.location.pathname).toBe("/requests/new/drf_1/plan");
  });

  it("R59, R85: Edit of a step goes back, and Next returns to the review with everything kept", async () => {
    const { person } = renderFlow(fakeServer(READY), PATH);
    await submitButton();
    expect(screen.queryByRole("region", { name: "Tell us about the issue you’re experiencing" })).toBeNull();
    const first = screen.getByRole("region", { name: "Problem" });
    await person.click(within(first).getByRole("button", { name: "Edit: Problem" }));
    await person.type(await screen.findByLabelText("Title"), " again");
    await person.click(screen.getByRole("button", { name: "Next" }));
    await submitButton();
    expect(textOf(document.body)).toContain("DNS stops answering again");
  });

  it("R86: submitting leads to the confirmation with the number and what happens next; a reload shows it again without submitting", async () => {
    const server = fakeServer(READY);
    server.answers.SubmitRequest = () => accepted();
    const { person, router, unmount } = renderFlow(server, PATH);
    await person.click(await submitButton());
    expect(await screen.findByRole("heading", { name: "Your request is submitted" })).toBeTruthy();
    expect(router.state.location.pathname).toBe("/requests/new/drf_1/confirmation");
    expect(screen.getByText("2611 2300 3000 0412")).toBeTruthy();
    expect(textOf(document.body)).toContain(
      "Ana Ionescu receives an e-mail with the number at ana@carpatia.example; nobody else is mailed.",
    );
    expect(screen.getByRole("link", { name: "Open the request" }).getAttribute("href")).toBe("/requests/req_1");
    unmount();
    renderFlow(server, "/requests/new/drf_1/confirmation");
    expect(await screen.findByText("2611 2300 3000 0412")).toBeTruthy();
    expect(server.count("SubmitRequest")).toBe(1);
  });

  it("R86: an address of a step of a request that exists leads to its confirmation, not to a missing draft", async () => {
    const server = fakeServer(READY);
    server.answers.SubmitRequest = () => accepted();
    const { person, router } = renderFlow(server, PATH);
    await person.click(await submitButton());
    await screen.findByText("2611 2300 3000 0412");
    server.draft = null;
    await router.navigate("/requests/new/drf_1/sharing");
    await waitFor(() => expect(router.state.location.pathname).toBe("/requests/new/drf_1/confirmation"));
    expect(await screen.findByText("2611 2300 3000 0412")).toBeTruthy();
  });

  it("R86: a double click submits once", async () => {
    const server = fakeServer(READY);
    server.answers.SubmitRequest = () => accepted();
    const { person } = renderFlow(server, PATH);
    await person.dblClick(await submitButton());
    await screen.findByText("2611 2300 3000 0412");
    expect(server.count("SubmitRequest")).toBe(1);
  });

  it("R86: when no answer came, trying again sends the same idempotency key", async () => {
    const server = fakeServer(READY);
    server.answers.SubmitRequest = () => {
      throw new TypeError("Failed to fetch");
    };
    const { person } = renderFlow(server, PATH);
    await person.click(await submitButton());
    const again = await screen.findByRole("button", { name: "Try again" });
    server.answers.SubmitRequest = () => accepted();
    await person.click(again);
    await screen.findByText("2611 2300 3000 0412");
    const keys = server.calls
      .filter(({ name }) => name === "SubmitRequest")
      .map(({ variables }) => (variables.input as { idempotencyKey: string }).idempotencyKey);
    expect(keys).toEqual(["draft-drf_1", "draft-drf_1"]);
  });

  it("R88, R95: a submitter who is no contact is told that this page is the last they see, and whom to ask", async () => {
    const server = fakeServer({ ...READY, primaryContact: MIHAI });
    server.answers.SubmitRequest = () => accepted({ isSubmitterContact: false, primaryContactName: "Mihai Popa" });
    const { person } = renderFlow(server, PATH);
    await person.click(await submitButton());
    expect(await screen.findByText("This page is the last you see of this request")).toBeTruthy();
    expect(textOf(document.body)).toContain("ask Mihai Popa to add you under “Contacts”");
    expect(screen.queryByRole("link", { name: "Open the request" })).toBeNull();
  });

  it("E1, E2: a plan that became unusable leads back to step 2 with its reasons; the draft is kept", async () => {
    const server = fakeServer(READY);
    const empty = reason("NO_INCIDENTS_LEFT", 2, "Support plan has no units available.");
    server.answers.SubmitRequest = () => {
      server.plans = () => ({
        availablePlans: [],
        unavailablePlans: [{ __typename: "UnavailablePlan", plan: GOLD, reasons: [empty], checks: [] }],
      });
      return refused(
        userError("PlanUnavailableError", "PLAN_UNAVAILABLE", ["planId"], { plan: GOLD, reasons: [empty] }),
      );
    };
    const { person, router } = renderFlow(server, PATH);
    await person.click(await submitButton());
    expect(await screen.findByRole("link", { name: "Message of PLAN_UNAVAILABLE" })).toBeTruthy();
    await waitFor(() => expect(router.state.location.pathname).toBe("/requests/new/drf_1/plan"));
    expect(screen.getAllByText("Support plan has no units available.", { exact: false }).length).toBeGreaterThan(0);
    // Told once, and promised nowhere.
    expect(screen.getAllByText("Message of PLAN_UNAVAILABLE")).toHaveLength(1);
    expect(screen.getAllByRole("alert")).toHaveLength(1);
    const side = screen.getByRole("complementary");
    expect(textOf(side)).toContain("“Partner 20-pack” cannot be used for this request");
    expect(textOf(side)).not.toContain("incidents left");
    expect(textOf(side)).toContain("Known once another plan is chosen");
    expect(textOf(side)).not.toMatch(/if you submit now|within/);
    expect(server.draft?.content).toMatchObject({
      title: "DNS stops answering",
      severity: "MODERATE",
      planId: "pln_gold",
    });
  });

  it("R86: a refusal of the server leads to the step and the field of its path", async () => {
    const server = fakeServer(READY);
    server.answers.SubmitRequest = () => refused(userError("InputError", "INPUT_TOO_LONG", ["input", "title"]));
    const { person } = renderFlow(server, PATH);
    await person.click(await submitButton());
    await person.click(await screen.findByRole("link", { name: "Message of INPUT_TOO_LONG" }));
    expect(document.activeElement).toBe(screen.getByLabelText("Title"));
    expect(fieldValue(screen.getByLabelText("Title"))).toBe("DNS stops answering");
  });

  it("R86: a draft submitted before from another window makes no second request", async () => {
    const server = fakeServer(READY);
    server.answers.SubmitRequest = () => {
      throw new GraphQLError("reused", { extensions: { code: "IDEMPOTENCY_KEY_REUSED" } });
    };
    const { person } = renderFlow(server, PATH);
    await person.click(await submitButton());
    expect(await screen.findByText("This draft was submitted before")).toBeTruthy();
  });
});
