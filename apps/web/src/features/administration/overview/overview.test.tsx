/** The overview as a page: figures, bars and the lists behind them (F60, F79). */
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderApp } from "../../../../preview/render-app";
import { ADMINISTRATOR, AUDITOR } from "../testing";

const OVERVIEW = {
  __typename: "Overview",
  openRequests: [
    { __typename: "OpenRequestCount", severity: "CRITICAL", age: "DAY", requests: 2 },
    { __typename: "OpenRequestCount", severity: "MINIMAL", age: "OLDER", requests: 3 },
  ],
  firstResponses: { __typename: "FirstResponseCount", inTime: 9, late: 1, waiting: 4 },
  plans: {
    __typename: "PlanCount",
    active: 12,
    lastIncident: 2,
    empty: 1,
    endingIn30Days: 3,
    endingIn60Days: 4,
    endingIn90Days: 6,
  },
  incidentsByWeek: [{ __typename: "WeekCount", weekOn: "2026-11-16", incidents: 5 }],
  purchases: [{ __typename: "CurrencyTotal", currency: "EUR", purchases: 2, amountMinor: 99_800 }],
  refusals: [
    { __typename: "RefusalTotal", code: "AGREEMENT_NOT_ACCEPTED", times: 7, message: "This pair was not accepted." },
    { __typename: "RefusalTotal", code: "EXPIRED", times: 2, message: null },
  ],
};
const seeing = (viewer: typeof ADMINISTRATOR) => ({
  viewer: { ...viewer, staffRights: [...viewer.staffRights, "READ_OVERVIEW"] },
  overview: OVERVIEW,
});

test("F79: figures, bars with their numbers, and refusals by reason; each leads to its list", async () => {
  const { calls } = await renderApp("/administration/overview?days=30", seeing(ADMINISTRATOR));
  expect((await screen.findByText("Open requests")).closest("li")?.textContent).toBe("Open requests5");
  expect(screen.getByText("90%")).toBeTruthy();
  expect(screen.getByText("€998.00")).toBeTruthy();
  expect(screen.getByRole("row", { name: /A · Critical 2/ })).toBeTruthy();
  expect(screen.getByRole("row", { name: "This pair was not accepted. 7" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "A · Critical" }).getAttribute("href")).toBe(
    "/queue?view=all&severity=CRITICAL",
  );
  expect(screen.getByRole("link", { name: "Plans ending in 30 days" }).getAttribute("href")).toContain("endingBefore=");
  expect(screen.getByRole("link", { name: "within 90 days" }).getAttribute("href")).toContain("endingBefore=");
  expect(screen.getByRole("link", { name: /CSV/ }).getAttribute("href")).toBe("/admin/export/overview.csv?days=30");
  expect(calls.find(({ name }) => name === "Overview")?.variables).toEqual({ days: 30 });
});

test("F60: an auditor reads the figures; the queue is no place of theirs and nothing leads there", async () => {
  await renderApp("/administration/overview", seeing(AUDITOR));
  await screen.findByText("A · Critical");
  expect(document.querySelector('main a[href^="/queue"]')).toBeNull();
});
