/** The audit record: read with filters, and whether it is whole (F82, P-5). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf } from "../../../../preview/fixture-link";
import { renderApp } from "../../../../preview/render-app";
import { AUDITOR, summary } from "../testing";

const ENTRIES = [
  {
    id: "2",
    seq: 2,
    createdAt: "2026-11-23T08:30:00.000Z",
    actionCode: "agreement.revoke",
    objectId: "pln_1",
    actor: summary("acc_irina", "Irina Marin"),
    details: [{ name: "reason", value: "Issued twice" }],
  },
  {
    id: "1",
    seq: 1,
    createdAt: "2026-11-23T08:29:00.000Z",
    actionCode: "seed.demo",
    objectId: "all",
    actor: null,
    details: null,
  },
];
const state = (firstBad: object | null) => ({
  isIntact: firstBad === null,
  checkedUpTo: 2,
  checkedAt: "2026-11-23T08:30:00.000Z",
  headHash: "ab".repeat(32),
  firstBad,
  exportedHead: null,
});
const WORLD = { viewer: AUDITOR, auditEntries: connectionOf(ENTRIES), auditState: state(null) };

test("F82: an entry says what, when, who, to what and why; the filters are what the server is asked", async () => {
  const { calls } = await renderApp("/administration/audit?action=agreement.&object=pln_1&from=nonsense", WORLD);
  const row = (await screen.findByRole("link", { name: "Agreement withdrawn" })).closest("tr");
  expect(row?.textContent).not.toContain("agreement.revoke");
  expect(row?.textContent).toContain("Irina Marin");
  expect(row?.textContent).toContain("reason: Issued twice");
  expect(screen.getByText("The server or the command line")).toBeTruthy();
  expect(calls.find((call) => call.name === "AuditEntries")?.variables).toEqual({
    filter: { area: "AGREEMENT", objectId: "pln_1" },
  });
  expect(screen.getByRole("link", { name: "Download all as CSV" }).getAttribute("href")).toBe(
    "/admin/export/audit.csv",
  );
});

test("F82: the last day asked for is in", async () => {
  const { calls } = await renderApp("/administration/audit?from=2026-11-22&to=2026-11-23", WORLD);
  await screen.findByRole("link", { name: "Agreement withdrawn" });
  const asked = calls.find((call) => call.name === "AuditEntries")?.variables.filter;
  const { from, to } = asked as { from: string; to: string };
  expect(Date.parse(to) - Date.parse(from)).toBe(2 * 86_400_000);
});

test("F82: actions are chosen by their words, one or all of an area; the server is asked by code", async () => {
  const { calls, router } = await renderApp("/administration/audit", WORLD);
  const choice = await screen.findByRole<HTMLSelectElement>("combobox", { name: "Action" });
  const group = within(choice).getByRole("group", { name: "Staff roles" });
  expect([...group.querySelectorAll("option")].map(({ value, text }) => [value, text])).toEqual([
    ["staff.", "Staff roles: everything"],
    ["staff.grant", "Role given"],
    ["staff.revoke", "Role taken away"],
  ]);
  await userEvent.selectOptions(choice, "Role given");
  await waitFor(() => expect(router.state.location.search).toBe("?action=staff.grant"));
  await waitFor(() =>
    expect(calls.filter((call) => call.name === "AuditEntries").at(-1)?.variables).toEqual({
      filter: { action: "STAFF_GRANT" },
    }),
  );
});

test("F82: an action of an older record stands by its code, and leads to no filter", async () => {
  const old = { ...ENTRIES[1], actionCode: "seed.older" };
  await renderApp("/administration/audit", { ...WORLD, auditEntries: connectionOf([old]) });
  expect(await screen.findByText("seed.older")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "seed.older" })).toBeNull();
});

test("P-5: a whole record is called whole, a tampered one names the entry", async () => {
  const { unmount } = await renderApp("/administration/audit", WORLD);
  expect(await screen.findByText("The record is whole: 2 entries checked")).toBeTruthy();
  unmount();
  await renderApp("/administration/audit", { ...WORLD, auditState: state({ seq: 2, problem: "ALTERED" }) });
  expect((await screen.findByRole("alert")).textContent).toContain("Entry 2 is not as it was written.");
});
