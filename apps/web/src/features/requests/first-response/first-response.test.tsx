/** The promised first answer and why it is due then (R70, F65-F68). */
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { LONG_WAY } from "../../../../preview/fixtures/deadlines";
import { request } from "../../../../preview/fixtures/requests";
import { renderApp } from "../../../../preview/render-app";
import { layOut, WIDTH } from "./strip-layout";

const cardOf = async (title: string) => (await screen.findByText(title)).closest("section") as HTMLElement;

test("R70: until the first answer the promised time is shown in the person's zone, with its reason", async () => {
  await renderApp("/requests/req_2");
  const card = await cardOf("First answer by");
  expect(card.textContent).toContain("Mon 23 November at 12:30 EET");
  expect(card.textContent).toContain("Critical, around the clock: within 2 hours.");
});

test("F68: what is counted, skipped and paused is listed in words, the holiday by its name", async () => {
  await renderApp("/requests/req_3");
  const lines = within(await cardOf("First answer by")).getAllByRole("listitem", { hidden: true });
  expect(lines).toHaveLength(LONG_WAY.intervals.length);
  expect(lines[0]?.textContent).toMatch(/Fri.*27 Nov.*15:00.*17:00.*counted · 2 hr/);
  expect(lines[2]?.textContent).toContain("weekend · 2 days");
  expect(lines[3]?.textContent).toContain("public holiday: Sfântul Andrei");
  expect(lines[5]?.textContent).toContain("paused while support waited for you · 3 hr");
});

test("F68: a zone other than one's own is named", async () => {
  const away = request("req_1", {
    status: "NEW",
    firstResponse: { ...LONG_WAY, timeZone: "America/Los_Angeles" },
  });
  await renderApp("/requests/req_1", { request: away });
  expect((await cardOf("First answer by")).textContent).toMatch(
    /8 business hours, kept in America\/Los Angeles \(UTC-8\)\. Times are shown in yours, Europe\/Bucharest/,
  );
});

test.each([
  ["MET", "First answer", "In time"],
  ["MISSED", "First answer", "Late"],
  ["NEAR_BREACH", "First answer by", "Soon"],
  ["BREACHED", "First answer by", "Late"],
])("F66: %s is told", async (state, title, badge) => {
  const respondedAt = state === "MET" || state === "MISSED" ? "2026-12-01T09:00:00.000Z" : null;
  await renderApp("/requests/req_1", {
    request: request("req_1", { firstResponse: { ...LONG_WAY, respondedAt, state } }),
  });
  expect(within(await cardOf(title)).getByText(badge)).toBeTruthy();
});

test("F68: the picture keeps the order, fills the width, and shows where now is", () => {
  const { stretches, now } = layOut(LONG_WAY.intervals as never, Date.parse("2026-11-28T12:00:00Z"));
  expect(stretches.map(({ kind }) => kind)).toEqual(LONG_WAY.intervals.map(({ kind }) => kind));
  const last = stretches.at(-1);
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(WIDTH);
  for (const { width } of stretches) expect(width).toBeGreaterThan(15);
  const weekend = stretches[2];
  expect(now).toBeGreaterThan(weekend?.x ?? 0);
  expect(now).toBeLessThan((weekend?.x ?? 0) + (weekend?.width ?? 0));
  expect(layOut(LONG_WAY.intervals as never, 0).now).toBeNull();
});
