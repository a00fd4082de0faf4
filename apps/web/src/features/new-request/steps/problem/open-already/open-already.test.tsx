/** An open request on the same problem, offered before a second one is paid for (F40). */
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeServer } from "../../../testing/fake-server";
import { PROBLEM_DONE } from "../../../testing/flow-fixtures";
import { textOf } from "../../../testing/read";
import { renderFlow } from "../../../testing/render-flow";

const OPEN = {
  __typename: "SupportRequest",
  id: "req_7",
  number: "2611230030000412",
  title: "Names are not resolved",
  status: "IN_PROGRESS",
  createdAt: "2026-11-20T08:30:00.000Z",
  engineer: { __typename: "Engineer", name: "Petra Novak" },
};
const CHOSEN = { ...PROBLEM_DONE, completedSteps: [] };
const serverWith = (nodes: readonly object[]) => {
  const server = fakeServer(CHOSEN);
  server.answers.OpenAlready = () => ({
    myRequests: { __typename: "SupportRequestConnection", totalCount: nodes.length, nodes },
  });
  server.answers.DiscardFlowDraft = () => ({
    deleteDraft: { __typename: "DeleteDraftPayload", deletedDraftId: "drf_1", userErrors: [] },
  });
  return server;
};
const join = () => screen.findByRole("button", { name: "Join it instead: Names are not resolved" });

describe("an open request on the same problem", () => {
  it("F40: it is shown with number, status, since when and its engineer; only open ones of this product and problem are asked for", async () => {
    const server = serverWith([OPEN]);
    renderFlow(server);
    const card = within(await screen.findByRole("region", { name: "There is an open request on this problem" }));
    expect(textOf(card.getByRole("listitem"))).toMatch(
      /Names are not resolved.*2611230030000412 · In progress · open since .*2026.* · engineer: Petra Novak/,
    );
    expect(card.getByRole("link", { name: /added by its number/ }).getAttribute("href")).toBe("/ask-access");
    expect(server.calls.find(({ name }) => name === "OpenAlready")?.variables.filter).toEqual({
      isOpen: true,
      productId: "windows-server",
      categoryId: "networking",
      problemId: "networking-dns",
    });
  });

  it("F40: nothing is said where there is none", async () => {
    renderFlow(serverWith([]));
    await screen.findByLabelText("Title");
    expect(screen.queryByText(/open request on this problem/)).toBeNull();
  });

  it("F40: joining opens it, and the draft ends only after a question", async () => {
    const server = serverWith([OPEN]);
    const { person, router } = renderFlow(server);
    await person.click(await join());
    expect(server.count("DiscardFlowDraft")).toBe(0);
    await person.click(await screen.findByRole("button", { name: "Open it and delete this draft", hidden: true }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/requests/req_7"));
    expect(server.lastInput("DiscardFlowDraft")).toEqual({ draftId: "drf_1" });
  });

  it("F40, F32: the draft may be kept", async () => {
    const server = serverWith([OPEN]);
    const { person, router } = renderFlow(server);
    await person.click(await join());
    await person.click(await screen.findByRole("button", { name: "Open it and keep the draft", hidden: true }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/requests/req_7"));
    expect(server.count("DiscardFlowDraft")).toBe(0);
  });
});
