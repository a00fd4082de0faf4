/** The Ctrl-K palette: the way to every page and every request one may see (F41, F52). */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf } from "../../preview/fixture-link";
import { ENGINEER, queueItem } from "../../preview/fixtures/desk";
import { renderApp } from "../../preview/render-app";

const DESK = {
  viewer: ENGINEER,
  workspace: {
    isOnCall: false,
    teams: [],
    counts: { mine: 0, unassigned: 1, nearBreach: 0, breached: 0 },
    savedViews: [],
  },
  queue: connectionOf([queueItem("req_a")]),
  queueItem: ({ id }: { id: string }) => queueItem(id),
};
/** Opens the palette and types. */
const ask = async (words: string): Promise<void> => {
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(await screen.findByRole("textbox", { name: /Search/ }), words);
};

test("F41, F52: engineers find the queue's requests by a word, and go to them at the desk", async () => {
  const { router } = await renderApp("/help", DESK);
  await screen.findByRole("link", { name: "Queue" });
  await ask("Problem");
  await userEvent.click(await screen.findByText("Problem req_a"));
  await waitFor(() => expect(router.state.location.pathname).toBe("/queue/req_a"));
});

test("F52: the pages of the desk are offered to whoever works there", async () => {
  await renderApp("/help", DESK);
  await screen.findByRole("link", { name: "Queue" });
  await ask("customer");
  expect(await screen.findByText("Enter a request for a customer")).toBeTruthy();
});

test("F41: customers find their own requests; nobody asks the queue for them", async () => {
  const { calls, router } = await renderApp("/help");
  await screen.findByRole("link", { name: "Requests" });
  await ask("spooler");
  await userEvent.click(await screen.findByText("Print spooler crash"));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/requests\/.+/));
  expect(calls.map(({ name }) => name)).not.toContain("PaletteQueue");
  await ask("customer");
  expect(screen.queryByText("Enter a request for a customer")).toBeNull();
});

test("F60: the sections of administration are offered to those with their right alone", async () => {
  const viewer = { ...ENGINEER, staffRights: ["READ_AUDIT"] };
  const { router } = await renderApp("/help", { ...DESK, viewer });
  await screen.findByRole("link", { name: /^Admin/ });
  await ask("a");
  const audit = await screen.findByText("Audit");
  expect(screen.queryByText("Packs")).toBeNull();
  await userEvent.click(audit);
  await waitFor(() => expect(router.state.location.pathname).toBe("/administration/audit"));
});

test("F62: the palette finds help articles, for customers too", async () => {
  const { router } = await renderApp("/help");
  await screen.findByRole("link", { name: "Requests" });
  await ask("quorum");
  await userEvent.click(await screen.findByRole("button", { name: /lost its quorum/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/help/cluster-quorum-lost"));
});

test("F41, R60: a product that is typed offers a request about it; one of another portal does not", async () => {
  const version = (id: string, name: string, isHere: boolean) => ({
    id,
    name,
    phase: "MAINSTREAM",
    releasedOn: null,
    product: { id: `of-${id}`, name, portal: { id: String(isHere), name: "Portal", isHere } },
  });
  const nodes = [version("sql-server-2022", "SQL Server 2022", true), version("azure-sql", "Azure SQL", false)];
  const { router } = await renderApp("/help", { productVersions: { nodes } });
  await screen.findByRole("link", { name: "Requests" });
  await ask("sql");
  await userEvent.click(await screen.findByText("New request for SQL Server 2022"));
  expect(screen.queryByText("New request for Azure SQL")).toBeNull();
  await waitFor(() => expect(router.state.location.pathname).toBe("/requests/new"));
  expect(router.state.location.search).toBe("?version=sql-server-2022");
});
