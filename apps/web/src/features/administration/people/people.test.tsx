/** People: roles granted and revoked at once, the last administrator kept, sessions and tokens ended, partners' directories (F60). */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf } from "../../../../preview/fixture-link";
import { renderApp } from "../../../../preview/render-app";
import { ADMINISTRATOR, AUDITOR, refusal } from "../testing";

const person = (more: object = {}) => ({
  id: "acc_petra",
  kind: "WORK",
  isGuest: false,
  givenName: "Petra",
  familyName: "Novak",
  email: "petra.novak@desk.example",
  isEmailProven: true,
  roles: ["ENGINEER"],
  createdAt: "2026-11-20T08:30:00.000Z",
  identities: [{ issuer: "https://id.example", subject: "sub-1" }],
  sessions: [
    {
      id: "ses_1",
      createdAt: "2026-11-23T07:30:00.000Z",
      lastSeenAt: "2026-11-23T08:00:00.000Z",
      expiresAt: "2026-11-23T19:30:00.000Z",
      isCurrent: false,
    },
  ],
  tokens: [
    {
      id: "tok_1",
      name: "Nightly report",
      scopes: ["REQUESTS_READ"],
      createdAt: "2026-11-20T08:30:00.000Z",
      lastUsedAt: null,
      expiresAt: "2027-11-20T08:30:00.000Z",
      revokedAt: null,
    },
  ],
  ...more,
});
const WORLD = { viewer: ADMINISTRATOR, accounts: connectionOf([person()]), managedAccount: person() };

test("F60: accounts are found by text, kind and role; the filters live in the address", async () => {
  const { calls } = await renderApp("/administration/people?role=ENGINEER&kind=NONSENSE&text=petra", WORLD);
  const row = (await screen.findByRole("link", { name: "Petra Novak" })).closest("tr");
  expect(row?.textContent).toContain("petra.novak@desk.example");
  expect(row?.textContent).toContain("Engineer");
  expect(calls.find((call) => call.name === "Accounts")?.variables).toEqual({
    filter: { text: "petra", role: "ENGINEER" },
  });
});

test("F60: a role is granted and saved at once", async () => {
  const { calls } = await renderApp("/administration/people/acc_petra", {
    ...WORLD,
    updateStaffRoles: ({ input }: { input: { roles: string[] } }) => ({
      account: person({ roles: input.roles }),
      userErrors: [],
    }),
  });
  await userEvent.click(await screen.findByRole("checkbox", { name: "Lead" }));
  await userEvent.click(screen.getByRole("button", { name: "Save roles" }));
  expect(await screen.findByText("Roles saved")).toBeTruthy();
  expect(calls.find((call) => call.name === "SetStaffRoles")?.variables.input).toEqual({
    accountId: "acc_petra",
    roles: ["ENGINEER", "LEAD"],
  });
});

test("F60: the last administrator stays, and the page says why", async () => {
  await renderApp("/administration/people/acc_petra", {
    ...WORLD,
    managedAccount: person({ roles: ["ADMINISTRATOR"] }),
    updateStaffRoles: () => ({
      account: null,
      userErrors: [refusal("LAST_ADMINISTRATOR", "This is the last administrator.")],
    }),
  });
  await userEvent.click(await screen.findByRole("checkbox", { name: "Administrator" }));
  await userEvent.click(screen.getByRole("button", { name: "Save roles" }));
  expect((await screen.findByRole("alert")).textContent).toContain("This is the last administrator.");
});

test("F60: a session, all sessions and a token are ended", async () => {
  const { calls } = await renderApp("/administration/people/acc_petra", {
    ...WORLD,
    revokeSession: () => ({ ended: 1, userErrors: [] }),
    revokeAllSessions: () => ({ ended: 1, userErrors: [] }),
    revokeToken: () => ({ ended: 1, userErrors: [] }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "End" }));
  await userEvent.click(screen.getByRole("button", { name: "Sign out everywhere" }));
  await userEvent.click(screen.getByRole("button", { name: "Revoke" }));
  const inputOf = (name: string) => calls.find((call) => call.name === name)?.variables.input;
  await waitFor(() => expect(inputOf("RevokeToken")).toEqual({ tokenId: "tok_1" }));
  expect(inputOf("RevokeSession")).toEqual({ sessionId: "ses_1" });
  expect(inputOf("RevokeAllSessions")).toEqual({ accountId: "acc_petra" });
});

test("F60: an auditor sees an account and can change nothing of it", async () => {
  await renderApp("/administration/people/acc_petra", { ...WORLD, viewer: AUDITOR });
  await screen.findByRole("heading", { name: "Petra Novak" });
  expect(screen.queryByRole("checkbox")).toBeNull();
  for (const name of ["End", "Sign out everywhere", "Revoke"])
    expect(screen.queryByRole("button", { name })).toBeNull();
});

test("F60, R49: the directories of partners are one a line and replace those before", async () => {
  const { calls } = await renderApp("/administration/people/partners", {
    ...WORLD,
    partnerTenants: [{ tenantId: "one" }],
    updatePartnerTenants: () => ({ partnerTenants: [{ tenantId: "one" }, { tenantId: "two" }], userErrors: [] }),
  });
  await userEvent.type(await screen.findByLabelText("Directory IDs"), "\ntwo");
  await userEvent.click(screen.getByRole("button", { name: "Save the list" }));
  await waitFor(() =>
    expect(calls.find((call) => call.name === "SetPartnerTenants")?.variables.input).toEqual({
      tenantIds: ["one", "two"],
    }),
  );
});
