/** F7, F74: where one is signed in, and the tokens of one's programs. */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { TOKEN, withAccess } from "../../../../preview/fixtures/access";
import { renderApp } from "../../../../preview/render-app";

const refused = (code: string, path: string[] | null = null) => ({
  __typename: "InputError",
  code,
  message: `Refused: ${code}`,
  path,
  remedy: "Do something about it.",
});
const inputOf = (calls: readonly { name: string; variables: Record<string, unknown> }[], name: string) =>
  calls.find((call) => call.name === name)?.variables.input;

test("F7: each browser is named with its place; this one cannot be ended here, another can", async () => {
  const { calls } = await renderApp("/settings/sessions", {
    ...withAccess(),
    revokeSession: { ended: 1, userErrors: [] },
  });
  const itemOf = (text: string) => screen.getByText(text).closest("li");
  await screen.findByText("Firefox, Linux");
  const [own, phone, old] = ["Firefox, Linux", "From 198.51.100.20", "Unknown browser"].map(itemOf);
  expect(own?.textContent).toContain("Firefox, Linux");
  expect(own?.textContent).toContain("This browser");
  expect(within(own as HTMLElement).queryByRole("button")).toBeNull();
  expect(phone?.textContent).toContain("Safari, iOS");
  expect(old?.textContent).not.toContain("From");
  await userEvent.click(screen.getByRole("button", { name: "Sign out Safari, iOS" }));
  expect(await screen.findByText("That browser is signed out.")).toBeTruthy();
  expect(inputOf(calls, "EndOwnSession")).toEqual({ sessionId: "ses_phone" });
});

test("F7: all others are ended after a question, and this one stays", async () => {
  const { calls } = await renderApp("/settings/sessions", {
    ...withAccess(),
    revokeAllSessions: { ended: 2, userErrors: [] },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Sign out all other browsers" }));
  const dialog = await screen.findByRole("dialog");
  expect(dialog.textContent).toContain("2 other browsers have to sign in again");
  await userEvent.click(within(dialog).getByRole("button", { name: "Sign out all other browsers" }));
  expect(await screen.findByText("2 other browsers are signed out.")).toBeTruthy();
  expect(inputOf(calls, "EndOtherSessions")).toEqual({ isCurrentKept: true });
});

test("F74: a token is made with what was chosen, and shown once", async () => {
  const { calls, client } = await renderApp("/settings/tokens", {
    ...withAccess({ tokens: [] }),
    createToken: { secret: "accord_pat_example", token: TOKEN, userErrors: [] },
  });
  expect(await screen.findByText("You have no tokens")).toBeTruthy();
  await userEvent.type(screen.getByLabelText(/^Name/), "Customer database");
  await userEvent.click(screen.getByRole("checkbox", { name: "See your requests" }));
  await userEvent.click(screen.getByRole("button", { name: "Make the token" }));
  expect((await screen.findByText("accord_pat_example")).closest("[role=status]")?.textContent).toContain(
    "it is not shown again",
  );
  expect(inputOf(calls, "CreateToken")).toEqual({
    name: "Customer database",
    scopes: ["REQUESTS_READ"],
    expiresInDays: 90,
    idempotencyKey: expect.any(String),
  });
  expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe("");
  expect(JSON.stringify(client.cache.extract())).not.toContain("accord_pat_example");
});

test("F60, F74: staff gives a token its rights, for 90 days at most and so many incidents a day", async () => {
  const staff = withAccess({ tokens: [{ ...TOKEN, dailyIncidents: 20 }] });
  const { calls } = await renderApp("/settings/tokens", {
    viewer: { ...staff.viewer, staffRights: ["READ_AGREEMENTS", "MANAGE_AGREEMENTS"] },
    createToken: { secret: "accord_pat_example", token: TOKEN, userErrors: [] },
  });
  expect(await screen.findByText("At most 20 incidents a day")).toBeTruthy();
  const life = screen.getByLabelText<HTMLSelectElement>("It holds for");
  await userEvent.selectOptions(life, "365");
  const ofStaff = screen.getByRole("group", { name: "As staff" });
  expect(within(ofStaff).getAllByRole("checkbox")).toHaveLength(2);
  await userEvent.click(screen.getByRole("checkbox", { name: "Issue, correct, extend and withdraw agreements" }));
  expect([life.value, [...life.options].map(({ value }) => value)]).toEqual(["90", ["7", "30", "90"]]);
  await userEvent.type(screen.getByLabelText(/^Name/), "Shop");
  await userEvent.type(screen.getByLabelText(/^Incidents a day/), "25");
  await userEvent.click(screen.getByRole("button", { name: "Make the token" }));
  expect(inputOf(calls, "CreateToken")).toEqual({
    name: "Shop",
    scopes: ["STAFF_AGREEMENTS_WRITE"],
    expiresInDays: 90,
    dailyIncidents: 25,
    idempotencyKey: expect.any(String),
  });
});

test("F74: where the answer that showed it was lost, the page says what to do", async () => {
  await renderApp("/settings/tokens", {
    ...withAccess(),
    createToken: { secret: null, token: TOKEN, userErrors: [] },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Make the token" }));
  expect(await screen.findByText(/Revoke this one and make another/)).toBeTruthy();
});

test("F74: what is missing is said at its field; an old sign-in offers a new one", async () => {
  const { container } = await renderApp("/settings/tokens", {
    ...withAccess(),
    createToken: { secret: null, token: null, userErrors: [refused("INPUT_REQUIRED", ["name"])] },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Make the token" }));
  expect((await screen.findByLabelText(/^Name/)).getAttribute("aria-invalid")).toBe("true");
  container.remove();
  await renderApp("/settings/tokens", {
    ...withAccess(),
    createToken: { secret: null, token: null, userErrors: [refused("REAUTHENTICATION_REQUIRED")] },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Make the token" }));
  const again = await screen.findByRole("link", { name: "Sign in again" });
  expect(again.getAttribute("href")).toContain("prompt=login");
});

test("F74: a token is revoked after a question", async () => {
  const { calls } = await renderApp("/settings/tokens", {
    ...withAccess(),
    revokeToken: { ended: 1, userErrors: [] },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Revoke Customer database" }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Revoke" }));
  expect(await screen.findByText("The token “Customer database” is revoked.")).toBeTruthy();
  expect(inputOf(calls, "RevokeOwnToken")).toEqual({ tokenId: "tok_1" });
});

test("F83: one's data are fetched from here, and what an erasure takes and leaves is said", async () => {
  await renderApp("/settings/data", withAccess());
  const fetch = await screen.findByRole("link", { name: "Fetch my data" });
  expect(fetch.getAttribute("href")).toBe("/account/export.zip");
  expect(screen.getByText(/you are asked for it first/)).toBeTruthy();
  expect(screen.getByText(/^What stays:/).textContent).toContain("receipts and the ledger");
  expect(screen.getByRole("link", { name: "Ask support" }).getAttribute("href")).toBe("/ask");
});

test("F83: whoever comes back from the sign-in is told to go on", async () => {
  await renderApp("/settings/data?signedIn=again", withAccess());
  expect(await screen.findByText("You have just signed in. Fetch your data now.")).toBeTruthy();
  await renderApp("/settings/data?fetched=often", withAccess());
  expect(await screen.findByText(/as often as one may in a day\. Try again tomorrow\./)).toBeTruthy();
});
