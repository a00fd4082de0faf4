/** Imports of agreements: a file taken, watched until it is done, loaded or stopped, its rejected rows fetched (F56, F77). */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { connectionOf } from "../../../../preview/fixture-link";
import { renderApp } from "../../../../preview/render-app";
import { ADMINISTRATOR, AUDITOR, refusal, summary } from "../testing";

const row = (line: number, more: object = {}) => ({
  line,
  outcome: "ACCEPTED",
  message: null,
  planId: null,
  programmeId: "core",
  startsOn: "2026-12-01",
  endsOn: null,
  incidents: 5,
  recipient: "Ana Pop",
  ...more,
});
const ROWS = [row(2), row(3, { outcome: "REJECTED", message: "There is no such programme." })];
const one = (state: string, more: object = {}) => ({
  id: "imp_1",
  fileName: "agreements.csv",
  state,
  reading: "Read as text with semicolons between the cells.",
  total: 2,
  done: 1,
  accepted: 1,
  existing: 0,
  rejected: 1,
  rejectedUrl: "/admin/imports/imp_1/rejected.csv",
  createdAt: "2026-11-23T08:30:00.000Z",
  finishedAt: null,
  createdBy: summary("acc_irina", "Irina Marin"),
  rows: (args: { outcome?: string; first?: number; after?: string }) =>
    connectionOf(ROWS.filter((each) => args.outcome == null || each.outcome === args.outcome))(args),
  ...more,
});

test("F56: a file is sent as it is, and the page of its import opens", async () => {
  const asked = vi.fn(async () => new Response(JSON.stringify({ id: "imp_1" }), { status: 201 }));
  vi.stubGlobal("fetch", asked);
  const { router } = await renderApp("/administration/imports", {
    viewer: ADMINISTRATOR,
    agreementImports: connectionOf([]),
    agreementImport: one("CHECKED"),
  });
  await userEvent.upload(await screen.findByLabelText("Choose a file"), new File(["programme\n"], "agreements.csv"));
  await userEvent.click(screen.getByRole("button", { name: "Check the file" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/administration/imports/imp_1"));
  expect(asked).toHaveBeenCalledWith(
    "/admin/imports?fileName=agreements.csv",
    expect.objectContaining({ method: "POST" }),
  );
});

test("F77: a file that cannot be read is refused with the server's words", async () => {
  const answer = { userErrors: [refusal("IMPORT_NOT_VALID", "Line 7 cannot be read.")] };
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(answer), { status: 422 }));
  await renderApp("/administration/imports", { viewer: ADMINISTRATOR, agreementImports: connectionOf([]) });
  await userEvent.upload(await screen.findByLabelText("Choose a file"), new File(["x"], "agreements.csv"));
  await userEvent.click(screen.getByRole("button", { name: "Check the file" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Line 7 cannot be read.");
});

test("F56: the rows are watched until they are checked, then loaded with a bar until they are agreements", async () => {
  const states = [one("CHECKING"), one("CHECKED")];
  let current: object = one("CHECKING");
  await renderApp("/administration/imports/imp_1", {
    viewer: ADMINISTRATOR,
    agreementImport: () => {
      current = states.shift() ?? current;
      return current;
    },
    startAgreementImport: () => {
      states.push(one("LOADING", { done: 0 }), one("LOADED", { done: 1 }));
      return { agreementImport: one("LOADING", { done: 0 }), userErrors: [] };
    },
  });
  expect(await screen.findByRole("progressbar", { name: "1 of 2 rows checked" })).toBeTruthy();
  await userEvent.click(await screen.findByRole("button", { name: "Load 1 agreement" }));
  expect(await screen.findByRole("progressbar", { name: "0 of 1 agreements made" })).toBeTruthy();
  expect(await screen.findByText("Every accepted row is an agreement now.")).toBeTruthy();
});

test("F56, F77: each rejected row says why, and they can be downloaded; a refused stop says so", async () => {
  await renderApp("/administration/imports/imp_1?outcome=REJECTED", {
    viewer: ADMINISTRATOR,
    agreementImport: one("CHECKED"),
    cancelAgreementImport: () => ({ agreementImport: null, userErrors: [refusal("IMPORT_NOT_VALID", "Too late.")] }),
  });
  const table = await screen.findByRole("table", { name: "Rows of the file" });
  expect(table.textContent).toContain("There is no such programme.");
  expect(table.textContent).not.toContain("Line 2");
  expect(screen.getByRole("link", { name: "Download the rejected rows (CSV)" }).getAttribute("href")).toBe(
    "/admin/imports/imp_1/rejected.csv",
  );
  await userEvent.click(screen.getByRole("button", { name: "Stop this import" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Too late.");
});

test("F60: an auditor sees imports and can neither begin, load nor stop one", async () => {
  await renderApp("/administration/imports/imp_1", { viewer: AUDITOR, agreementImport: one("CHECKED") });
  await screen.findByRole("table", { name: "Rows of the file" });
  expect(screen.queryByRole("button", { name: "Load 1 agreement" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Stop this import" })).toBeNull();
});
