/** Articles written by administrators: both languages, preview, refusals, retiring (R55). */
import { fireEvent, screen, waitFor } from "@testing-library/react";
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
