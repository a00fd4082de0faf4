/** One request and its Share tab (R82-R84, R88, R89, R93, R95-R98, E7, E10). */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { contact, REQUESTS, request } from "../../../preview/fixtures/requests";
import { renderApp } from "../../../preview/render-app";

test("R89, R98: a contact sees status, owner engineer, facts and history", async () => {
  await renderApp("/requests/req_1");
  await screen.findByRole("heading", { level: 1, name: /Domain controllers stopped/ });
  const main = screen.getByRole("main");
  for (const text of [
    "2611200030000417",
    "Waiting for you",
    "Ioana Marin",
    "Windows Server 2025",
    "Error 1722",
    "Please run repadmin",
  ])
    expect(main.textContent).toContain(text);
});

test("R90: until the first answer the promised time is shown with its reason", async () => {
  await renderApp("/requests/req_2");
  expect((await screen.findByText("First answer by")).closest("section")?.textContent).toContain(
    "Critical, around the clock: within 2 hours.",
  );
});

test("R88, R95: a request one may not see looks like none, with the way back in", async () => {
  await renderApp("/requests/req_unknown");
  expect(await screen.findByRole("heading", { name: "No such request for this account" })).toBeTruthy();
  expect(screen.getByText(/Ask a contact to add you through the Share tab/)).toBeTruthy();
});

test("R93, R96: a contact adds an additional contact", async () => {
  const { calls } = await renderApp("/requests/req_1?tab=share");
  await userEvent.type(await screen.findByLabelText(/^First name/), "Elena");
  await userEvent.type(screen.getByLabelText(/^Last name/), "Dobre");
  await userEvent.type(screen.getByLabelText(/^E-mail/, { selector: "input[type=email]" }), "elena@carpatica.example");
  await userEvent.click(screen.getByRole("button", { name: "Add contact" }));
  expect(await screen.findByText("Elena Dobre was added")).toBeTruthy();
  expect(calls.find((call) => call.name === "ShareRequest")?.variables).toMatchObject({
    input: {
      requestId: "req_1",
      contacts: [
        {
          givenName: "Elena",
          familyName: "Dobre",
          email: "elena@carpatica.example",
          phone: null,
          preferredContactMethod: "EMAIL",
        },
      ],
    },
  });
});

test("E7: somebody who is a contact already is not added twice, and that is said", async () => {
  await renderApp("/requests/req_1?tab=share", {
    shareRequest: () => ({ request: REQUESTS[0], addedContacts: [], userErrors: [] }),
  });
  await userEvent.type(await screen.findByLabelText(/^First name/), "Radu");
  await userEvent.click(screen.getByRole("button", { name: "Add contact" }));
  expect(await screen.findByText(/Radu is a contact of this request already/)).toBeTruthy();
});

test("R97: customers see no button to remove others, the rule is explained, and they can remove themselves", async () => {
  await renderApp("/requests/req_1?tab=share");
  const other = (await screen.findByText("radu.stan@carpatica.example")).closest("li") as HTMLElement;
  expect(within(other).queryByRole("button")).toBeNull();
  expect(screen.getByText(/Only the engineer who owns the request can remove somebody else/)).toBeTruthy();
  const own = screen.getByText(/ana.ionescu@carpatica.example · /).closest("li") as HTMLElement;
  expect(within(own).getByRole("button", { name: "Remove me" })).toBeTruthy();
});

test("R97: the owner engineer can remove the others", async () => {
  const owned = request("req_1", { viewerCanRemoveContactIds: ["con_2"], additionalContacts: [contact("con_2")] });
  const { calls } = await renderApp("/requests/req_1?tab=share", { request: owned });
  await userEvent.click(await screen.findByRole("button", { name: /Remove Radu Stan/ }));
  await userEvent.click(within(screen.getByRole("dialog", { hidden: true })).getByText("Remove"));
  await screen.findByText("Radu Stan was removed");
  expect(calls.find((call) => call.name === "RemoveContact")?.variables).toEqual({
    input: { requestId: "req_1", contactId: "con_2", newPrimaryContactId: null },
  });
});

test("E10: a primary contact who leaves names who follows", async () => {
  const { calls, router } = await renderApp("/requests/req_1?tab=share");
  await userEvent.click(await screen.findByRole("button", { name: "Remove me" }));
  await userEvent.selectOptions(screen.getByLabelText(/New primary contact/), "con_2");
  await userEvent.click(within(screen.getByRole("dialog", { hidden: true })).getByText("Remove me"));
  await screen.findByRole("heading", { name: "Manage support requests" });
  expect(router.state.location.pathname).toBe("/requests");
  expect(calls.find((call) => call.name === "RemoveContact")?.variables).toEqual({
    input: { requestId: "req_1", contactId: "con_1", newPrimaryContactId: "con_2" },
  });
});

test("R97: a refusal stays in the dialog, with what to do", async () => {
  const refused = {
    __typename: "InputError",
    code: "PRIMARY_CONTACT_REQUIRED",
    message: "A request keeps a primary contact.",
    remedy: "Choose who follows.",
    path: ["newPrimaryContactId"],
  };
  await renderApp("/requests/req_1?tab=share", { removeContact: () => ({ request: null, userErrors: [refused] }) });
  await userEvent.click(await screen.findByRole("button", { name: "Remove me" }));
  await userEvent.click(within(screen.getByRole("dialog", { hidden: true })).getByText("Remove me"));
  const alert = await screen.findByRole("alert", { hidden: true });
  expect(alert.textContent).toContain("A request keeps a primary contact.");
  expect(alert.textContent).toContain("PRIMARY_CONTACT_REQUIRED");
});

test("R83: a contact who has not signed in yet is marked, because the request is seen only after the address is proven", async () => {
  await renderApp("/requests/req_1?tab=share");
  const other = (await screen.findByText("radu.stan@carpatica.example")).closest("li");
  expect(other?.textContent).toContain("after the first sign-in that proves this address");
});
