/** Help: articles and the routing table (R9, R20, R25-R30, R55). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { topLevelError } from "../../../preview/fixture-link";
import { ARTICLES } from "../../../preview/fixtures/reference";
import { renderApp } from "../../../preview/render-app";

const PLAIN = { kind: "PORTAL", family: null, products: [], related: [], votes: null, myVote: null };
const QUORUM = "The failover cluster has lost its quorum";

const rowOf = async (family: string): Promise<HTMLElement> =>
  (await screen.findByRole("rowheader", { name: new RegExp(family) })).closest("tr") as HTMLElement;

test("R30: the routing table has three columns: family, portal with its sign-in, whether the pair is needed", async () => {
  await renderApp("/help/where-to-go");
  const heads = within(await screen.findByRole("table"))
    .getAllByRole("columnheader")
    .map((head) => head.textContent);
  expect(heads).toEqual(["Product family", "Portal and sign-in", "Access ID and Agreement ID"]);
});

test("R20, R24: on-premises products are taken here, with the pair for agreements", async () => {
  await renderApp("/help/where-to-go");
  const row = await rowOf("Windows Server");
  expect(
    within(row)
      .getByRole("link", { name: /This portal/ })
      .getAttribute("href"),
  ).toBe("/requests/new");
  expect(row.textContent).toContain("any personal or work account");
  expect(row.textContent).toContain("Needed for support agreements");
});

test("R25: the productivity suite goes to its own portal, without the pair", async () => {
  await renderApp("/help/where-to-go");
  const row = await rowOf("Microsoft 365");
  expect(within(row).getByRole("link").getAttribute("href")).toBe("https://portal.example/admin");
  expect(row.textContent).toContain("Not needed");
});

test("R26: the cloud platform goes to its own portal, with the pair or its own plan", async () => {
  await renderApp("/help/where-to-go");
  const row = await rowOf("Azure");
  expect(within(row).getByRole("link").getAttribute("href")).toBe("https://portal.example/azure");
  expect(row.textContent).toContain("or: an Azure support plan");
});

test("R27, R28, R29: a portal without an address is named, with its sign-in and its documentation", async () => {
  await renderApp("/help/where-to-go");
  const row = await rowOf("Finance and operations");
  expect(row.textContent).toContain("Lifecycle Services");
  expect(row.textContent).toContain("the Dynamics subscription's account");
  expect(within(row).getByRole("link", { name: "How to open a request there" }).getAttribute("href")).toBe(
    "https://portal.example/docs",
  );
});

test("R9: an article carries its audience", async () => {
  await renderApp("/help/portal-missing-agreement");
  expect(await screen.findByText("Applies to: Benefits and Partner")).toBeTruthy();
});

test("R9, R71: the audience is told in Romanian too; one that nobody translated is told as it is", async () => {
  const article = { ...ARTICLES[0], id: "portal-x", title: "Titlu", body: "Text", updatedOn: null };
  await renderApp(
    "/help/portal-x",
    { article: { ...article, audience: ["Administrators", "End users", "Vrăjitori"] } },
    "ro",
  );
  expect(await screen.findByText("Se aplică pentru: Administratori, Utilizatori și Vrăjitori")).toBeTruthy();
});

test("R55: the help can be read and searched without signing in", async () => {
  await renderApp("/help", { viewer: () => topLevelError("UNAUTHENTICATED") });
  await screen.findByText("The current and the previous version: the N-1 rule");
  await userEvent.type(screen.getByLabelText("Search the help"), "adding it");
  await waitFor(() => expect(screen.queryByText("The current and the previous version: the N-1 rule")).toBeNull());
  expect(screen.getByText(/adding it fails/)).toBeTruthy();
});

test("F73: the help leads to the API reference, which the server makes", async () => {
  await renderApp("/help");
  const link = await screen.findByRole("link", { name: "For your own programs: the API reference" });
  expect(link.getAttribute("href")).toBe("/docs/api");
});

test("Articles show no HTML, no remote image and no address that runs something", async () => {
  const body =
    "Text <img src=x onerror=alert(1)> <b>bold</b> ![dot](https://evil.example/dot.png) [run](javascript:alert(1)) [out](https://good.example/) [in](/plans)";
  await renderApp("/help/portal-x", {
    article: { ...PLAIN, id: "portal-x", title: "Odd text", body, audience: [], updatedOn: null },
  });
  const main = (await screen.findByRole("heading", { name: "Odd text" })).closest("main") as HTMLElement;
  expect(main.querySelector("img, b")).toBeNull();
  expect(within(main).queryByRole("link", { name: "run" })?.getAttribute("href") ?? null).toBeNull();
  expect(within(main).getByRole("link", { name: "out" }).getAttribute("rel")).toBe("noopener noreferrer nofollow");
  expect(within(main).getByRole("link", { name: "in" }).getAttribute("href")).toBe("/plans");
});

test("F62: articles about products are found, and narrowed by products and audience", async () => {
  await renderApp("/help");
  await screen.findByText(QUORUM);
  await userEvent.selectOptions(screen.getByLabelText("Products"), "Windows Server");
  await waitFor(() => expect(screen.queryByText(/adding it fails/)).toBeNull());
  expect(screen.getByText(QUORUM)).toBeTruthy();
  await userEvent.selectOptions(screen.getByLabelText("For"), "Partner");
  await screen.findByText("No article found");
  expect(screen.getByRole("link", { name: "Create a support request" }).getAttribute("href")).toBe("/requests/new");
});

test("F62, R100: an article says what it is about, leads on, is passed on by link and mail, and is rated", async () => {
  const { calls } = await renderApp("/help/cluster-quorum-lost");
  await screen.findByText("About: Windows Server");
  expect(screen.getByRole("link", { name: "Share a request and keep access to it" }).getAttribute("href")).toBe(
    "/help/portal-share-request",
  );
  expect(screen.getByRole("button", { name: "Copy link" })).toBeTruthy();
  const mail = screen.getByRole("link", { name: "Send by e-mail" }).getAttribute("href") ?? "";
  expect(mail).toContain(`mailto:?subject=${encodeURIComponent(QUORUM)}`);
  const yes = screen.getByRole("button", { name: "Yes" });
  expect(yes.getAttribute("aria-pressed")).toBe("false");
  await userEvent.click(yes);
  await screen.findByText("Thank you, your answer is kept.");
  expect(calls.filter(({ name }) => name === "RateArticle").map(({ variables }) => variables)).toEqual([
    { input: { articleId: "cluster-quorum-lost", isHelpful: true } },
  ]);
  expect(screen.getByRole("button", { name: "Yes" }).getAttribute("aria-pressed")).toBe("true");
});

test("F62: nobody signed in is not asked whether it helped", async () => {
  await renderApp("/help/cluster-quorum-lost", { viewer: () => topLevelError("UNAUTHENTICATED") });
  await screen.findByText("About: Windows Server");
  expect(screen.queryByText("Did this article help?")).toBeNull();
});
