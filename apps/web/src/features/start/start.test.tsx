/** Where a customer begins. */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf } from "../../../preview/fixture-link";
import { ENGINEER } from "../../../preview/fixtures/desk";
import { renderApp } from "../../../preview/render-app";

const PORTAL = { id: "here", name: "Support for Business", isHere: true, url: null };
const VERSION = {
  id: "sql-server-2022",
  name: "SQL Server 2022",
  phase: "MAINSTREAM",
  releasedOn: "2022-11-16",
  product: { id: "sql-server", name: "SQL Server", family: "data", portal: PORTAL },
};
const plan = (id: string, incidentsRemaining: number, endsOn: string) => ({
  checks: [],
  plan: { id, endsOn, incidentsRemaining },
});
const WORLD = {
  productVersions: { nodes: [VERSION] },
  productVersion: VERSION,
  availablePlans: [plan("pln_sql_a", 5, "2027-03-01"), plan("pln_sql_b", 3, "2026-12-12")],
  unavailablePlans: [],
  expectedFirstResponse: "2026-11-24T15:00:00.000Z",
};
const choose = async (): Promise<void> => {
  await userEvent.type(await screen.findByRole("combobox", { name: "What do you need help with?" }), "sql");
  await userEvent.click(await screen.findByRole("option", { name: /SQL Server 2022/ }));
};

test("R34, R65: the product alone tells which plans cover it; the way on leads into the flow with it", async () => {
  const { router } = await renderApp("/start", WORLD);
  await choose();
  expect(
    await screen.findByText(
      /^2 of your 2 plans cover SQL Server 2022: 8 incidents; the first plan ends on .*December.* 2026, the last on .*March.* 2027\.$/,
    ),
  ).toBeTruthy();
  expect(router.state.location.search).toBe("?version=sql-server-2022");
  expect((await screen.findByRole("link", { name: "Describe the problem" })).getAttribute("href")).toBe(
    "/requests/new?version=sql-server-2022",
  );
});

test("R34, R72: who has no plan is told so, with both ways to one", async () => {
  await renderApp("/start", { ...WORLD, availablePlans: [], myPlans: connectionOf([]) });
  expect(await screen.findByText("You have no support plan yet")).toBeTruthy();
  await choose();
  expect(await screen.findByText("You have no support plan for SQL Server 2022 yet.")).toBeTruthy();
  const add = await screen.findAllByRole("link", { name: "Add an agreement" });
  expect(add.map((link) => link.getAttribute("href"))).toContain(
    "/requests/new?version=sql-server-2022&with=agreement",
  );
});

test("R20–R30: a product of another portal names the way there, and offers no request here", async () => {
  const portal = { id: "azure", name: "Azure portal", isHere: false, url: "https://portal.azure.example" };
  const version = { ...VERSION, product: { ...VERSION.product, portal } };
  await renderApp("/start", { ...WORLD, productVersions: { nodes: [version] }, productVersion: version });
  await choose();
  expect((await screen.findByRole("link", { name: /Azure portal/ })).getAttribute("href")).toBe(portal.url);
  expect(screen.queryByRole("link", { name: "Describe the problem" })).toBeNull();
});

test("R32, F32: drafts are named and taken up again", async () => {
  await renderApp("/start", WORLD);
  const drafts = await screen.findByRole("heading", { name: "A request you began" });
  const link = within(drafts.closest("section") as HTMLElement).getByRole("link", { name: "Cluster lost quorum" });
  expect(link.getAttribute("href")).toBe("/requests/new/drf_1");
});

test("F41: Start is the first place of customers; engineers begin at their queue", async () => {
  const { unmount } = await renderApp("/start", WORLD);
  const nav = await screen.findByRole("navigation", { name: "Main" });
  await waitFor(() => expect(within(nav).getAllByRole("link")[0]?.textContent).toBe("Start"));
  unmount();
  await renderApp("/help", { viewer: ENGINEER });
  await screen.findByRole("link", { name: "Queue" });
  expect(screen.queryByRole("link", { name: "Start" })).toBeNull();
});
