/** Articles written by administrators: both languages, preview, refusals, retiring (R55). */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderApp } from "../../../../preview/render-app";
import { ADMINISTRATOR } from "../testing";

const ARTICLE = {
  id: "printer-prints-zebras",
  revision: 4,
  kind: "PORTAL",
  family: null,
  problems: [],
  tags: ["zebra"],
  title: "The printer prints zebras",
  titleRo: "Imprimanta tipărește zebre",
  body: "Clean the **drum**.",
  bodyRo: "Curățați **tamburul**.",
  audience: ["Administrators"],
  related: [],
  updatedOn: "2026-11-23",
  editedAt: null,
  retiredAt: null as string | null,
};
const WRITER = { ...ADMINISTRATOR, staffRights: ["MANAGE_ARTICLES"] };
const WORLD = {
  managedArticles: [ARTICLE],
  managedArticle: () => ARTICLE,
  saveArticle: ({ input }: { input: { title: string; body: string } }) => ({
    article: { ...ARTICLE, ...input, revision: 5 },
    userErrors: [],
  }),
  retireArticle: () => ({
    article: { ...ARTICLE, revision: 5, retiredAt: "2026-11-23T08:30:00.000Z" },
    userErrors: [],
  }),
};

test("R55: an article is found in the list, changed in both languages, and saved once", async () => {
  const { calls, router } = await renderApp("/administration/articles", { ...WORLD, viewer: WRITER });
  await userEvent.click(await screen.findByRole("link", { name: ARTICLE.title }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/administration/articles/printer-prints-zebras"));
  const title = await screen.findByLabelText(/^Title in English/);
  await userEvent.clear(title);
  await userEvent.type(title, "Zebras");
  await userEvent.click(screen.getByRole("button", { name: "Save article" }));
  await screen.findByText("The article is saved and can be found.");
  const sent = calls.filter(({ name }) => name === "SaveArticle").map(({ variables }) => variables.input);
  expect(sent).toEqual([
    expect.objectContaining({
      articleId: ARTICLE.id,
      revision: 4,
      kind: "PORTAL",
      title: "Zebras",
      titleRo: ARTICLE.titleRo,
    }),
  ]);
});

test("R55: what readers will see stands beside what is written, without HTML", async () => {
  await renderApp("/administration/articles/printer-prints-zebras", { ...WORLD, viewer: WRITER });
  const body = await screen.findByLabelText(/^Text in Romanian/);
  await userEvent.type(body, " <b>x</b>");
  expect(screen.getByText("tamburul").tagName).toBe("STRONG");
  expect(document.querySelector("main b")).toBeNull();
});

test("R55: a refusal stands at its field", async () => {
  const refused = {
    __typename: "InputError",
    code: "ARTICLE_HAS_HTML",
    message: "Line 3 holds HTML or a link that runs something (<script>).",
    remedy: "Write it in Markdown.",
    path: ["body"],
  };
  const world = { ...WORLD, viewer: WRITER, saveArticle: () => ({ article: null, userErrors: [refused] }) };
  await renderApp("/administration/articles/printer-prints-zebras", world);
  await userEvent.click(await screen.findByRole("button", { name: "Save article" }));
  expect((await screen.findAllByText(/Line 3 holds HTML/)).length).toBeGreaterThan(0);
  expect(screen.getByLabelText(/^Text in English/).getAttribute("aria-invalid")).toBe("true");
});

test("R55, K12: saved by somebody else meanwhile: what was typed stays, theirs is shown beside it, and goes over it only on purpose", async () => {
  let now = ARTICLE;
  const { calls, client } = await renderApp(`/administration/articles/${ARTICLE.id}`, {
    ...WORLD,
    viewer: WRITER,
    managedArticle: () => now,
  });
  const title = await screen.findByLabelText<HTMLInputElement>(/^Title in English/);
  fireEvent.change(title, { target: { value: "Zebras" } });
  now = { ...ARTICLE, revision: 5, title: "Stripes", body: "Call us." };
  await client.refetchQueries({ include: "active" });
  expect(await screen.findByText("Somebody else saved this article while you were writing")).toBeTruthy();
  expect(title.value).toBe("Zebras");
  expect(screen.getByLabelText<HTMLTextAreaElement>(/^Text in English/).value).toBe("Call us.");
  const revisions = () =>
    calls
      .filter(({ name }) => name === "SaveArticle")
      .map(({ variables }) => (variables.input as { revision: number }).revision);
  fireEvent.click(screen.getByText("Save article"));
  await waitFor(() => expect(revisions()).toEqual([4]));
});

test("R55, K12: what is typed goes over a newer article once that is wanted", async () => {
  let now = ARTICLE;
  const { calls, client } = await renderApp(`/administration/articles/${ARTICLE.id}`, {
    ...WORLD,
    viewer: WRITER,
    managedArticle: () => now,
  });
  fireEvent.change(await screen.findByLabelText(/^Title in English/), { target: { value: "Zebras" } });
  now = { ...ARTICLE, revision: 5 };
  await client.refetchQueries({ include: "active" });
  fireEvent.click(await screen.findByText("Go on with your text"));
  await waitFor(() => expect(screen.queryByText("Go on with your text")).toBeNull());
  fireEvent.click(screen.getByText("Save article"));
  await screen.findByText("The article is saved and can be found.");
  expect(calls.find(({ name }) => name === "SaveArticle")?.variables.input).toMatchObject({
    revision: 5,
    title: "Zebras",
  });
  expect(sessionStorage.length).toBe(0);
});

test("R55: an article is retired, and the page says so", async () => {
  await renderApp("/administration/articles/printer-prints-zebras", { ...WORLD, viewer: WRITER });
  await userEvent.click(await screen.findByRole("button", { name: "Retire article" }));
  await screen.findByText("The article is shown no more.");
});

const ABOUT_SERVERS = {
  ...ARTICLE,
  kind: "PRODUCT",
  family: "windows-server",
  problems: [{ categoryId: "active-directory", problemId: "replication" }],
};
const SERVERS = { ...WORLD, viewer: WRITER, managedArticle: () => ABOUT_SERVERS };
const PAGE = `/administration/articles/${ARTICLE.id}`;
const problem = (name: string): HTMLInputElement => screen.getByRole("checkbox", { name });

test("R55, F62: the problems of an article are chosen by category, found by words, and saved with it", async () => {
  const { calls } = await renderApp(PAGE, SERVERS);
  const search = await screen.findByRole("searchbox", { name: "Search the problems" });
  expect(problem("Replication failure between domain controllers").checked).toBe(true);
  expect(screen.getByText(/^Chosen: Active Directory – Replication failure/)).toBeTruthy();
  expect(within(screen.getByRole("group", { name: "Active Directory" })).getAllByRole("checkbox")).toHaveLength(2);
  await userEvent.type(search, "qúorum");
  expect(screen.queryByRole("checkbox", { name: "Accounts are locked out" })).toBeNull();
  await userEvent.click(problem("The quorum is lost"));
  await userEvent.clear(search);
  await userEvent.click(problem("Replication failure between domain controllers"));
  await userEvent.click(problem("Accounts are locked out"));
  await userEvent.click(screen.getByRole("button", { name: "Save article" }));
  await screen.findByText("The article is saved and can be found.");
  expect(calls.find(({ name }) => name === "SaveArticle")?.variables.input).toMatchObject({
    kind: "PRODUCT",
    family: "windows-server",
    problems: [
      { categoryId: "failover-clustering", problemId: "quorum-lost" },
      { categoryId: "active-directory", problemId: "account-lockouts" },
    ],
  });
});

test("R55, K12: problems that were chosen are kept while the page is drawn anew", async () => {
  const { unmount } = await renderApp(PAGE, SERVERS);
  await screen.findByRole("searchbox", { name: "Search the problems" });
  await userEvent.click(problem("The quorum is lost"));
  unmount();
  await renderApp(PAGE, SERVERS);
  await screen.findByRole("searchbox", { name: "Search the problems" });
  expect(problem("The quorum is lost").checked).toBe(true);
  expect(problem("Replication failure between domain controllers").checked).toBe(true);
});

test("R55: with other products their problems are offered, and those that they do not have are taken off, which is said", async () => {
  const { calls } = await renderApp(PAGE, SERVERS);
  const products = await screen.findByLabelText("Products");
  await screen.findByRole("searchbox", { name: "Search the problems" });
  await userEvent.selectOptions(products, "sql-server");
  const said = await screen.findByRole("alert");
  expect(said.textContent).toContain("A problem was taken off: the products chosen now do not have it");
  expect(said.textContent).toContain("Active Directory – Replication failure between domain controllers");
  expect(screen.getByText("No problem is chosen.")).toBeTruthy();
  await userEvent.click(problem("The quorum of a group is lost"));
  await userEvent.selectOptions(products, "");
  expect(screen.queryByRole("searchbox", { name: "Search the problems" })).toBeNull();
  expect(screen.getByRole("alert").textContent).toContain("Availability groups – The quorum of a group is lost");
  await userEvent.click(screen.getByRole("button", { name: "Save article" }));
  await screen.findByText("The article is saved and can be found.");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(calls.find(({ name }) => name === "SaveArticle")?.variables.input).toMatchObject({
    kind: "PORTAL",
    family: null,
    problems: [],
  });
});

test("R55: a problem that is refused is told at the choice, once; one that is there no more can be taken off", async () => {
  const refused = (place: string) => ({
    __typename: "InputError",
    code: "INPUT_INVALID",
    message: "This choice is not offered.",
    remedy: "Choose another one.",
    path: ["problems", place],
  });
  const gone = [
    { categoryId: "active-directory", problemId: "renamed" },
    { categoryId: "active-directory", problemId: "removed" },
  ];
  await renderApp(PAGE, {
    ...SERVERS,
    managedArticle: () => ({ ...ABOUT_SERVERS, problems: gone }),
    saveArticle: () => ({ article: null, userErrors: [refused("0"), refused("1")] }),
  });
  const search = await screen.findByRole("searchbox", { name: "Search the problems" });
  await userEvent.click(screen.getByRole("button", { name: "Save article" }));
  const link = await screen.findByRole("link", { name: "This choice is not offered." });
  await userEvent.click(link);
  expect(document.activeElement).toBe(search);
  expect(search.getAttribute("aria-invalid")).toBe("true");
  expect(within(screen.getByRole("group", { name: "Problems it is about" })).getAllByRole("checkbox")).toHaveLength(5);
  await userEvent.click(problem("active-directory/renamed"));
  expect(screen.queryByRole("checkbox", { name: "active-directory/renamed" })).toBeNull();
});
