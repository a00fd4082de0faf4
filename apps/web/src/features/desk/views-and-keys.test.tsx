/** Views of one's own, and the keys of the queue with their switch (F41, F52, F54). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { connectionOf } from "../../../preview/fixture-link";
import { ENGINEER } from "../../../preview/fixtures/desk";
import { renderApp } from "../../../preview/render-app";

const SAVED = {
  id: "vue_1",
  name: "Critical of Bucharest",
  search: null,
  count: 4,
  filter: {
    firstResponse: null,
    owner: null,
    productId: null,
    severities: ["CRITICAL"],
    statuses: null,
    teamIds: null,
    turn: null,
  },
};
const world = (more: object = {}) => ({
  viewer: ENGINEER,
  workspace: {
    isOnCall: false,
    teams: [
      { id: "bucharest", name: "Bucharest" },
      { id: "oslo", name: "Oslo" },
    ],
    counts: { mine: 1, unassigned: 2, nearBreach: 0, breached: 1 },
    savedViews: [SAVED],
  },
  queue: connectionOf([]),
  saveView: { view: { id: "vue_1" }, userErrors: [] },
  removeView: { removedViewId: "vue_1", userErrors: [] },
  ...more,
});
const asked = (calls: readonly { name: string; variables: Record<string, unknown> }[], name: string) =>
  calls.filter((call) => call.name === name).map((call) => call.variables);
const choose = async (name: string): Promise<void> => {
  await userEvent.click(await screen.findByRole("button", { name: "Keep this view" }));
  await userEvent.click(screen.getByRole("button", { name }));
};

beforeEach(() => localStorage.clear());

test("F41: status and team narrow the queue, in the address and in what is asked", async () => {
  const { calls, router } = await renderApp("/queue?view=all", world());
  await userEvent.selectOptions(await screen.findByLabelText("Status"), "In progress");
  await userEvent.selectOptions(await screen.findByLabelText("Team"), "Oslo");
  await waitFor(() =>
    expect(asked(calls, "Queue").at(-1)).toMatchObject({ filter: { statuses: ["IN_PROGRESS"], teamIds: ["oslo"] } }),
  );
  expect(router.state.location.search).toBe("?view=all&status=IN_PROGRESS&team=oslo");
});

test("F41, F54: what is shown is saved under a name, and shown as the view it became", async () => {
  const { calls, router } = await renderApp("/queue?view=mine&severity=MINIMAL&q=replica", world());
  await choose("Save as a view");
  await userEvent.type(screen.getByLabelText(/Name of the view/), "Small ones");
  await userEvent.click(screen.getByRole("button", { name: "Save the view" }));
  await waitFor(() => expect(router.state.location.search).toBe("?view=vue_1"));
  expect(asked(calls, "SaveView")).toEqual([
    {
      input: {
        idempotencyKey: expect.any(String),
        name: "Small ones",
        filter: { owner: "MINE", severities: ["MINIMAL"] },
        search: "replica",
      },
    },
  ]);
});

test("F54: a name that is taken is told at the field", async () => {
  const taken = {
    __typename: "InputError",
    code: "INPUT_INVALID",
    message: "You have a view of that name.",
    remedy: "Choose another name.",
    path: ["name"],
  };
  await renderApp("/queue", world({ saveView: { view: null, userErrors: [taken] } }));
  await choose("Save as a view");
  await userEvent.type(screen.getByLabelText(/Name of the view/), "Critical of Bucharest");
  await userEvent.click(screen.getByRole("button", { name: "Save the view" }));
  expect(await screen.findByText("You have a view of that name.")).toBeTruthy();
});

test("F54: a saved view is removed after a question, and the queue is shown", async () => {
  const { calls, router } = await renderApp("/queue?view=vue_1", world());
  await screen.findByRole("link", { name: /Critical of Bucharest/ });
  await choose("Remove this view");
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Remove this view" }));
  await waitFor(() => expect(asked(calls, "RemoveView")).toEqual([{ input: { viewId: "vue_1" } }]));
  await waitFor(() => expect(router.state.location.search).toBe(""));
});

test("F52: ? tells the keys, and single letters can be switched off for who dictates", async () => {
  await renderApp("/queue", world());
  await screen.findByText("Nothing waits in this view");
  await userEvent.keyboard("?");
  const list = await screen.findByRole("dialog", { name: "Keys of the queue" });
  expect(within(list).getByText("Takes the open request")).toBeTruthy();
  await userEvent.click(within(list).getByLabelText("Single letters act as keys"));
  await userEvent.click(within(list).getByRole("button", { name: "Close" }));
  await userEvent.keyboard("?");
  expect(screen.queryByRole("dialog")).toBeNull();
});
