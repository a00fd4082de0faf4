/** Manage support requests: the list, its filters and pages (R32, R57, R81, R83, R88, R90, R94). */
import { EMPTY_DRAFT } from "@accord/domain";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf } from "../../../preview/fixture-link";
import { VIEWER } from "../../../preview/fixtures/people";
import { request } from "../../../preview/fixtures/requests";
import { renderApp } from "../../../preview/render-app";
import { keepCopy } from "../../lib/draft-copy";

const lastFilter = (calls: readonly { name: string; variables: Record<string, unknown> }[]) =>
  calls.filter((call) => call.name === "MyRequests").at(-1)?.variables.filter;

test("R32, R57: the first control of the page is + Create new support request and leads into the flow", async () => {
  await renderApp("/requests");
  await screen.findByText("Print spooler crash");
  const main = screen.getByRole("main");
  const first = main.querySelector("a, button, input, select");
  expect(first?.textContent).toBe("Create new support request");
  expect(first?.getAttribute("href")).toBe("/requests/new?fresh=1");
});

test("R81: the primary contact sees open requests, whose turn it is first, and closed ones under their own view", async () => {
  await renderApp("/requests");
  const rows = within(await screen.findByRole("table")).getAllByRole("row");
  expect(rows[0]?.textContent).toMatch(/^Whose turn/);
  expect(rows[1]?.textContent).toMatch(/^Your turn/);
  await userEvent.click(screen.getByRole("link", { name: "Closed" }));
  expect(await screen.findByText("Backup job ends with VSS error")).toBeTruthy();
  await waitFor(() => expect(screen.queryByText("Print spooler crash")).toBeNull());
});

test("R83, R94: the list says in which role the account sees a request", async () => {
  await renderApp("/requests");
  const row = (await screen.findByText(/SQL Server availability group/)).closest("tr");
  expect(row?.textContent).toContain("Additional contact");
});

test("R90: the filters of the address are the filters of the query", async () => {
  const { calls } = await renderApp(
    "/requests?q=exchange&status=NEW&severity=CRITICAL&turn=SUPPORT&role=PRIMARY&unknown=1",
  );
  await screen.findByText("Exchange transport queue grows every morning");
  expect(lastFilter(calls)).toEqual({
    isOpen: true,
    search: "exchange",
    statuses: ["NEW"],
    severities: ["CRITICAL"],
    turn: "SUPPORT",
    role: "PRIMARY",
  });
});

test("R90: a chosen filter goes into the address, and clearing takes it out", async () => {
  const { router, calls } = await renderApp("/requests");
  await userEvent.selectOptions(await screen.findByLabelText("Severity"), "A · Critical");
  expect(router.state.location.search).toBe("?severity=CRITICAL");
  await waitFor(() => expect(lastFilter(calls)).toEqual({ isOpen: true, severities: ["CRITICAL"] }));
  await userEvent.click(screen.getByRole("button", { name: "Clear filters" }));
  expect(router.state.location.search).toBe("");
});

test("R90: typed words are searched for without a button", async () => {
  const { router } = await renderApp("/requests");
  await userEvent.type(await screen.findByLabelText("Search by number or words"), "spooler");
  await waitFor(() => expect(router.state.location.search).toBe("?q=spooler"));
  await waitFor(() => expect(screen.queryByText("Exchange transport queue grows every morning")).toBeNull());
  expect(screen.getByText("Print spooler crash")).toBeTruthy();
});

test("R81: a long list grows page by page and says how much is shown", async () => {
  const many = Array.from({ length: 7 }, (_, index) => request(`req_many${index}`, { title: `Request ${index}` }));
  await renderApp("/requests", { myRequests: connectionOf(many, 5) });
  // The page asks for 25 at once; the server here gives at most 5.
  expect(await screen.findByText("5 of 7")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Show more" }));
  expect(await screen.findByText("7 of 7")).toBeTruthy();
  expect(screen.getByText("Request 6")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
});

test("R88, R95: an empty list says whose it is and what to do when a request is missing", async () => {
  await renderApp("/requests", { myRequests: connectionOf([]) });
  expect(
    await screen.findByText(/requests where ana.ionescu@carpatica.example is primary or additional contact/),
  ).toBeTruthy();
  expect(screen.getByText(/Ask its contacts to let you in/)).toBeTruthy();
});

const draft = (id: string, title: string, name: string | null) => ({
  id,
  updatedAt: "2026-11-23T08:00:00.000Z",
  expiresAt: "2026-12-23T08:00:00.000Z",
  content: { ...EMPTY_DRAFT, title },
  productVersion: name === null ? null : { id: name, name },
});

test("F32: requests that were begun wait at the top of the page, each under its title or its product, with the time of its last change", async () => {
  await renderApp("/requests", {
    myDrafts: [draft("drf_1", "Cluster lost quorum", "Windows Server 2022"), draft("drf_2", " ", "SQL Server 2022")],
  });
  const cards = await screen.findAllByRole("link", { name: "Continue" });
  expect(cards.map((link) => link.getAttribute("href"))).toEqual(["/requests/new/drf_1", "/requests/new/drf_2"]);
  const texts = cards.map((link) => link.closest("li")?.textContent);
  expect(texts[0]).toMatch(/^Cluster lost quorumWindows Server 2022Last changed 23 Nov 2026/);
  expect(texts[1]).toMatch(/^SQL Server 2022Last changed/);
});

test("F32: deleting a draft asks first, and says which one is gone", async () => {
  const kept = [draft("drf_1", "Cluster lost quorum", null), draft("drf_2", "Setup stops", null)];
  const { calls } = await renderApp("/requests", {
    myDrafts: () => kept,
    deleteDraft: ({ input }: { input: { draftId: string } }) => {
      kept.splice(0, 1);
      return { deletedDraftId: input.draftId, userErrors: [] };
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Delete “Cluster lost quorum”" }));
  const dialog = screen.getByRole("dialog", { name: "Delete this draft?", hidden: true });
  expect(dialog.textContent).toContain("“Cluster lost quorum” and everything typed into it");
  expect(calls.some(({ name }) => name === "DiscardKeptDraft")).toBe(false);
  await userEvent.click(within(dialog).getByText("Delete this draft"));
  expect(await screen.findByText("“Cluster lost quorum” was deleted.")).toBeTruthy();
  await waitFor(() => expect(screen.getAllByRole("link", { name: "Continue" })).toHaveLength(1));
});

test("F32, S11: what this tab could not save stands in the list under its own title, also while the server gives no answer", async () => {
  const content = { ...EMPTY_DRAFT, title: "Typed without a connection" };
  keepCopy("drf_1", { accountId: "acc_ana", revision: 1, content });
  const theirs = { ...EMPTY_DRAFT, title: "Typed by somebody else in this tab" };
  keepCopy("drf_2", { accountId: "acc_other", revision: 1, content: theirs });
  try {
    const { unmount } = await renderApp("/requests", { myDrafts: [draft("drf_1", "Cluster lost quorum", null)] });
    const card = (await screen.findByText("Typed without a connection")).closest("li");
    expect(card?.textContent).toContain("Kept in this tab, not saved yet");
    unmount();
    await renderApp("/requests", {
      myDrafts: () => {
        throw new Error("no answer");
      },
    });
    expect(await screen.findByText("Typed without a connection")).toBeTruthy();
    expect(screen.queryByText(theirs.title)).toBeNull();
  } finally {
    sessionStorage.clear();
  }
});

test("R90, F71: a request with news that were not seen is marked in the list", async () => {
  await renderApp("/requests");
  const news = (await screen.findByText("Print spooler crash")).closest("tr");
  await waitFor(() => expect(news?.textContent).toContain("news you have not seen"));
  const seen = screen.getByText(/SQL Server availability group/).closest("tr");
  expect(seen?.textContent).not.toContain("news you have not seen");
});

const withAccount = (account: object) => ({ viewer: { ...VIEWER, account: { ...VIEWER.account, ...account } } });

test.each(["/requests", "/requests/req_unknown"])(
  "R83, K8: where a request is missed, an address that is not proven is named, with the way to prove it: %s",
  async (address) => {
    await renderApp(address, withAccount({ isEmailProven: false }));
    expect(await screen.findByText(`${VIEWER.account.email} is not confirmed yet`)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Confirm it in your profile" }).getAttribute("href")).toBe("/profile");
  },
);

test("R83, K8: with a proven address nothing of the kind is said", async () => {
  await renderApp("/requests");
  await screen.findByText("Print spooler crash");
  expect(screen.queryByRole("link", { name: "Confirm it in your profile" })).toBeNull();
});
