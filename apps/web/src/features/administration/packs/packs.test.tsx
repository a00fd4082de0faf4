/** Data as packs on the screen: what holds, problems by line, the preview before the button, the day (F57, F58, F60). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { connectionOf } from "../../../../preview/fixture-link";
import { ACCOUNT, VIEWER } from "../../../../preview/fixtures/people";
import { renderApp } from "../../../../preview/render-app";

const PACK = {
  kind: "PRODUCTS",
  version: 1,
  digest: "d1",
  state: "IN_FORCE",
  effectiveOn: "2026-11-01",
  loadedAt: "2026-11-01T08:00:00Z",
  loadedBy: null,
};
const PREVIEW = {
  kind: "PRODUCTS",
  effectiveOn: "2027-01-01",
  digest: "looked-at",
  isUnchanged: false,
  problems: [],
  changes: connectionOf([
    {
      op: "CHANGED",
      path: "windows-server.versions.ws-2025.mainstreamEnd",
      before: '"2029-11-13"',
      after: '"2026-11-01"',
    },
  ]),
  plans: connectionOf([
    {
      id: "pln_1",
      programme: { id: "studio", name: "Visual Studio Enterprise" },
      endsOn: "2027-06-30",
      from: "2027-01-01T00:00:00Z",
      lostCount: 7,
      gainedCount: 0,
      lost: [{ id: "ws-2025", name: "Windows Server 2025" }],
      gained: [],
    },
  ]),
  drafts: connectionOf([
    {
      id: "drf_1",
      account: { id: "acc_1", name: "Ana Ionescu", email: "ana@carpatia.example", kind: "WORK" },
      productVersion: { id: "ws-2025", name: "Windows Server 2025" },
      before: [],
      after: ["This plan cannot be used."],
    },
  ]),
};
const world = (rights: readonly string[], more: object = {}) => ({
  viewer: { ...VIEWER, account: { ...ACCOUNT, roles: ["ADMINISTRATOR"] }, staffRights: rights },
  packs: [PACK, { ...PACK, version: 2, state: "PLANNED", effectiveOn: "2027-03-01" }],
  ...more,
});
const ALL = ["READ_PACKS", "LOAD_PACKS"];
const previewed = (preview: object) => ({ createPackPreview: { preview, userErrors: [] } });
const paste = async (text: string): Promise<void> => {
  await userEvent.click(await screen.findByLabelText("Content of the file"));
  await userEvent.paste(text);
};

test("F57: every kind with what holds and what is planned, and its file", async () => {
  await renderApp("/administration/packs", world(["READ_PACKS"]));
  const products = (await screen.findByRole("link", { name: "Products" })).closest("li");
  if (products === null) throw new Error("no row of products");
  expect(within(products).getByText("Version 1, from 1 November 2026 on")).toBeTruthy();
  expect(within(products).getByText("Version 2 from 1 March 2027 on")).toBeTruthy();
  expect(
    within(products)
      .getByRole("link", { name: /Download/ })
      .getAttribute("href"),
  ).toBe("/admin/packs/products");
  expect(screen.getAllByText("Nothing was loaded yet.")).toHaveLength(7);
});

test("F57, F59: problems stand by line and place, and there is nothing to load", async () => {
  const problems = [{ line: 4, path: "[0].slug", message: "p is there already, on line 2." }];
  await renderApp("/administration/packs/products", world(ALL, previewed({ ...PREVIEW, digest: null, problems })));
  await paste("[]");
  await userEvent.click(screen.getByRole("button", { name: "See what it would do" }));
  const told = await screen.findByRole("alert");
  expect(told.textContent).toContain("This file has a problem; nothing was changed.");
  expect(told.textContent).toContain("Line 4[0].slugp is there already, on line 2.");
  expect(screen.queryByRole("button", { name: "Load it" })).toBeNull();
});

test("F58: the preview counts and lists whose outcome changes; what was looked at is loaded after a question", async () => {
  const pack = { ...PACK, version: 3, state: "PLANNED", effectiveOn: "2027-01-01" };
  const { calls } = await renderApp(
    "/administration/packs/products",
    world(ALL, { ...previewed(PREVIEW), updatePack: { pack, userErrors: [] } }),
  );
  await paste("[]");
  await userEvent.type(screen.getByLabelText(/Holds from/), "2027-01-01");
  await userEvent.click(screen.getByRole("button", { name: "See what it would do" }));
  expect(await screen.findByText("Loses 7 versions: Windows Server 2025 and +6")).toBeTruthy();
  expect(screen.getByText("Ana Ionescu")).toBeTruthy();
  expect(screen.getByText(/This plan cannot be used/)).toBeTruthy();
  expect(screen.getByText("windows-server.versions.ws-2025.mainstreamEnd")).toBeTruthy();
  expect(calls.some(({ name }) => name === "LoadPack")).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: "Load it" }));
  const dialog = await screen.findByRole("dialog");
  expect(dialog.textContent).toContain("1 change, another outcome for 1 plan and 1 open draft");
  await userEvent.click(within(dialog).getByRole("button", { name: "Load it" }));
  expect(await screen.findByText("Loaded: version 3 holds from 1 January 2027 on.")).toBeTruthy();
  const input = { kind: "PRODUCTS", text: "[]", effectiveOn: "2027-01-01" };
  expect(calls.find(({ name }) => name === "PreviewPack")?.variables.input).toEqual(input);
  expect(calls.find(({ name }) => name === "LoadPack")?.variables.input).toEqual({
    ...input,
    digest: "looked-at",
    idempotencyKey: expect.any(String),
  });
});

test("F58: what is changed after the look must be looked at again", async () => {
  await renderApp("/administration/packs/products", world(ALL, previewed(PREVIEW)));
  await paste("[]");
  await userEvent.click(screen.getByRole("button", { name: "See what it would do" }));
  await screen.findByRole("button", { name: "Load it" });
  await paste(" ");
  await waitFor(() => expect(screen.queryByRole("button", { name: "Load it" })).toBeNull());
});

test("F60: who may only read sees versions and no form; a customer finds no page", async () => {
  const { unmount } = await renderApp("/administration/packs/products", world(["READ_PACKS"]));
  expect(await screen.findByText("In force")).toBeTruthy();
  expect(screen.queryByText("Load another file")).toBeNull();
  unmount();
  await renderApp("/administration/packs", world([]));
  expect(await screen.findByRole("heading", { level: 1, name: /not found|no such page/i })).toBeTruthy();
});

test("F57: a chosen file is named, not shown; another way back to pasting", async () => {
  const sent = vi.fn(async () => new Response(JSON.stringify({ uploadId: "pku_1" }), { status: 201 }));
  vi.stubGlobal("fetch", sent);
  const { calls, container } = await renderApp("/administration/packs/products", world(ALL, previewed(PREVIEW)));
  await screen.findByText("or paste it below");
  const input = container.querySelector<HTMLInputElement>('input[type="file"]');
  if (input === null) throw new Error("no input for a file");
  await userEvent.upload(input, new File(['[{"slug":"p"}]'], "products.json", { type: "application/json" }));
  expect(await screen.findByText("products.json")).toBeTruthy();
  expect(screen.queryByLabelText("Content of the file")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "See what it would do" }));
  await screen.findByRole("button", { name: "Load it" });
  expect(calls.find(({ name }) => name === "PreviewPack")?.variables.input).toMatchObject({ uploadId: "pku_1" });
  // As bytes: what they are as text is for the server to find out.
  expect(sent).toHaveBeenCalledWith("/admin/packs/products", expect.objectContaining({ body: expect.any(File) }));
  await userEvent.click(screen.getByRole("button", { name: "Paste it instead" }));
  expect(screen.queryByRole("button", { name: "Load it" })).toBeNull();
  expect(screen.getByLabelText("Content of the file")).toBeTruthy();
});

test("F57, R52: whoever begins with an empty portal loads its countries before anybody can complete a profile", async () => {
  const beginner = { ...VIEWER, account: { ...ACCOUNT, profile: null }, isProfileComplete: false, staffRights: ALL };
  const { router } = await renderApp("/administration/packs/regions", { viewer: beginner, packs: [] });
  expect(await screen.findByText("Load another file")).toBeTruthy();
  expect(router.state.location.pathname).toBe("/administration/packs/regions");
});
