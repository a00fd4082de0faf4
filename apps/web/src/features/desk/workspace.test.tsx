/** The queue of the engineers: who finds it, what it shows, taking a request by key (F41, F52, F69). */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf } from "../../../preview/fixture-link";
import { ENGINEER, queueItem } from "../../../preview/fixtures/desk";
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
    teamIds: ["romanian"],
    turn: null,
  },
};
const world = (more: object = {}) => ({
  viewer: ENGINEER,
  workspace: {
    isOnCall: false,
    teams: [],
    counts: { mine: 1, unassigned: 2, nearBreach: 0, breached: 1 },
    savedViews: [SAVED],
  },
  queue: connectionOf([queueItem("req_a"), queueItem("req_b", { title: null })]),
  queueItem: ({ id }: { id: string }) => queueItem(id),
  takeRequest: { request: null, userErrors: [] },
  ...more,
});
const filters = (calls: readonly { name: string; variables: Record<string, unknown> }[]) =>
  calls.filter((call) => call.name === "Queue").map((call) => call.variables);

test("F52: engineers have the queue in the navigation, customers do not", async () => {
  const { unmount } = await renderApp("/requests", world());
  expect(await screen.findByRole("link", { name: "Queue" })).toBeTruthy();
  unmount();
  await renderApp("/requests");
  await screen.findByText("Print spooler crash");
  expect(screen.queryByRole("link", { name: "Queue" })).toBeNull();
});

test("F52: a row begins with its deadline; what may not be read is named by its product", async () => {
  await renderApp("/queue", world());
  const row = (await screen.findByText("Problem req_a")).closest("a");
  expect(row?.textContent).toMatch(/^Late since .*A · Critical/);
  expect(screen.getByText("SQL Server 2022")).toBeTruthy();
});

test("F41: a saved view is a tab and asks for what it keeps, narrowed by the filters of the address", async () => {
  const { calls } = await renderApp("/queue?view=vue_1&q=replica", world());
  expect(await screen.findByRole("link", { name: "Critical of Bucharest (4)", current: "page" })).toBeTruthy();
  await screen.findByText("Problem req_a");
  expect(filters(calls)).toMatchObject([
    { filter: { severities: ["CRITICAL"], teamIds: ["romanian"] }, search: "replica" },
  ]);
});

test("F41, F76: what was shown further down stays shown when the queue changes; the queue is listened to once", async () => {
  const many = Array.from({ length: 60 }, (_one, place) => queueItem(`req_${place + 10}`));
  const { calls } = await renderApp("/queue/req_10", world({ queue: connectionOf(many) }));
  await screen.findByText("Problem req_10");
  await userEvent.click(await screen.findByRole("button", { name: "Show more" }));
  await screen.findByText("Problem req_59");
  await userEvent.click(await screen.findByRole("button", { name: "Take this request" }));
  await waitFor(() => expect(filters(calls).length).toBeGreaterThan(2));
  expect(filters(calls)[2]).toMatchObject({ first: 50 });
  expect(screen.getByText("Problem req_59")).toBeTruthy();
  expect(calls.filter((call) => call.name === "QueueChanged")).toHaveLength(1);
});

test("F52: j moves to a row, Enter opens it, t takes it once", async () => {
  const { calls, router } = await renderApp("/queue", world());
  await screen.findByText("Problem req_a");
  await userEvent.keyboard("j");
  await userEvent.keyboard("{ArrowDown}{ArrowUp}{Enter}");
  expect(router.state.location.pathname).toBe("/queue/req_a");
  await screen.findByText("Replica stays behind");
  await userEvent.keyboard("t");
  await waitFor(() => expect(calls.filter((call) => call.name === "TakeRequest")).toHaveLength(1));
  expect(calls.find((call) => call.name === "TakeRequest")?.variables.input).toMatchObject({ requestId: "req_a" });
});

test("F52: letters typed into the search take nothing", async () => {
  const { calls } = await renderApp("/queue/req_a", world());
  await screen.findByText("Replica stays behind");
  await userEvent.type(screen.getByLabelText("Search number or words"), "tt");
  await waitFor(() => expect(filters(calls).at(-1)?.search).toBe("tt"));
  expect(calls.some((call) => call.name === "TakeRequest")).toBe(false);
});

test("F52: a refusal to take is told", async () => {
  const refusal = {
    __typename: "InputError",
    code: "CHANGED_MEANWHILE",
    message: "Maria took it.",
    remedy: "Choose another.",
    path: null,
  };
  await renderApp("/queue/req_a", world({ takeRequest: { request: null, userErrors: [refusal] } }));
  await userEvent.click(await screen.findByRole("button", { name: "Take this request" }));
  expect(await screen.findByText("Maria took it.")).toBeTruthy();
});

test("F69: the open request tells which rows of the routing table were passed over and which was chosen", async () => {
  await renderApp("/queue/req_a", world());
  await userEvent.click(await screen.findByText("Why this team"));
  expect(screen.getByText("Oslo").closest("li")?.textContent).toBe("Oslo was passed overLanguage: does not fit");
  const chosen = screen
    .getAllByText("Bucharest")
    .find((one) => one.tagName === "STRONG")
    ?.closest("li");
  expect(chosen?.textContent).toBe("Bucharest was chosenCountry: fits");
});
