/** Notices: the bell, the page, what also comes by mail (F71, F72, P12, R87). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf } from "../../../preview/fixture-link";
import { NOTICES } from "../../../preview/fixtures/notices";
import { ACCOUNT, VIEWER } from "../../../preview/fixtures/people";
import { renderApp } from "../../../preview/render-app";

const inputs = (calls: readonly { name: string; variables: Record<string, unknown> }[], name: string) =>
  calls.filter((call) => call.name === name).map((call) => call.variables.input);

test("F71: the bell says how many are unread and leads to what they tell of", async () => {
  const { router, calls } = await renderApp("/plans");
  await userEvent.click(await screen.findByRole("button", { name: "Notices, 3 unread" }));
  const ask = screen.getByRole("link", { name: /Somebody asks for access/ });
  expect(ask.textContent).toContain("Exchange transport queue grows every morning");
  await userEvent.click(ask);
  await waitFor(() => expect(router.state.location.pathname).toBe("/requests/req_2"));
  expect(router.state.location.search).toBe("?tab=contacts");
  expect(inputs(calls, "MarkNoticesRead")).toContainEqual({ ids: ["ntc_5"] });
});

test("F71: whoever looks at a request has read its notices", async () => {
  const { calls } = await renderApp("/requests/req_1");
  await waitFor(() => expect(inputs(calls, "MarkNoticesRead")).toEqual([{ ids: ["ntc_4"] }]));
});

test("F71: the page shows all under their days, or the unread, and marks all as read", async () => {
  const { router, calls } = await renderApp("/notices");
  expect(await screen.findByRole("heading", { name: "Monday, 23 November 2026" })).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Friday, 20 November 2026" })).toBeTruthy();
  const main = within(screen.getByRole("main"));
  expect(main.getAllByRole("listitem")).toHaveLength(NOTICES.length);
  await userEvent.click(main.getByRole("link", { name: "Unread" }));
  expect(router.state.location.search).toBe("?view=unread");
  await waitFor(() => expect(main.getAllByRole("listitem")).toHaveLength(3));
  await userEvent.click(main.getByRole("button", { name: "Mark all as read" }));
  await waitFor(() => expect(inputs(calls, "MarkNoticesRead")).toEqual([{ isAll: true }]));
});

test("F71: a notice of a request that is out of sight tells nothing of it and leads nowhere", async () => {
  await renderApp("/notices");
  const line = await screen.findByText("A request that you do not see any more");
  expect(line.closest("a")).toBeNull();
});

test("F71: without notices the page says what will appear", async () => {
  await renderApp("/notices", { notices: connectionOf([]), unreadNoticeCount: 0 });
  expect(await screen.findByText("No notices yet")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Notices, none unread" })).toBeTruthy();
});

test("F72, R87: a contact chooses what also comes by mail; being added is not among it", async () => {
  const { calls } = await renderApp("/notices");
  const closed = await screen.findByRole("checkbox", { name: "The request was closed" });
  expect((closed as HTMLInputElement).checked).toBe(true);
  expect(screen.queryByRole("checkbox", { name: "You are a contact now" })).toBeNull();
  expect(screen.queryByRole("checkbox", { name: "New request for your team" })).toBeNull();
  await userEvent.click(closed);
  await waitFor(() => expect((closed as HTMLInputElement).checked).toBe(false));
  expect(inputs(calls, "SetNoticePreferences")).toEqual([
    { mailOn: ["REPLY", "STATUS_CHANGED", "CLOSING_SOON", "ACCESS_ASKED"] },
  ]);
});

test("F72: an engineer chooses among the notices of the work too", async () => {
  const staff = { ...VIEWER, account: { ...ACCOUNT, roles: ["ENGINEER"] } };
  await renderApp("/notices", { viewer: staff });
  expect(await screen.findByRole("checkbox", { name: "New request for your team" })).toBeTruthy();
});
