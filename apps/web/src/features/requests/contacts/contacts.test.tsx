/** Who sees a request: adding, inviting, deciding, removing, subscribing (R82-R84, R87, R93, R95-R97, E7, E10, F43-F46). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { contact, REQUESTS, request } from "../../../../preview/fixtures/requests";
import { renderApp } from "../../../../preview/render-app";

const input = (calls: readonly { name: string; variables: Record<string, unknown> }[], name: string): unknown =>
  calls.find((call) => call.name === name)?.variables.input;
const dialog = (name: string): HTMLElement => screen.getByRole("dialog", { name, hidden: true });
const lineOf = async (email: string): Promise<HTMLElement> =>
  (await screen.findByText(email, { exact: false, selector: "li *" })).closest("li") as HTMLElement;

const addElena = async (): Promise<void> => {
  await userEvent.type(await screen.findByLabelText(/^First name/), "Elena");
  await userEvent.type(screen.getByLabelText(/^Last name/), "Dobre");
  await userEvent.type(screen.getByLabelText(/^E-mail/, { selector: "input[type=email]" }), "elena@carpatica.example");
};

test("R93, R96: a contact adds an additional contact, invites by mail, and gets the link to hand over", async () => {
  const { calls } = await renderApp("/requests/req_1?tab=contacts");
  await addElena();
  await userEvent.click(screen.getByRole("button", { name: "Add contact" }));
  expect(await screen.findByText("Elena Dobre was added")).toBeTruthy();
  expect((screen.getByLabelText(/^One-time link/) as HTMLInputElement).value).toContain("/invitations/");
  expect(input(calls, "ShareRequest")).toMatchObject({
    requestId: "req_1",
    contacts: [
      {
        givenName: "Elena",
        familyName: "Dobre",
        email: "elena@carpatica.example",
        phone: null,
        preferredContactMethod: "EMAIL",
        sendInvitation: true,
      },
    ],
  });
});

test("R93: an address is enough; the rest is folded, and a person of an earlier request fills all of it", async () => {
  const { calls } = await renderApp("/requests/req_1?tab=contacts");
  const more = (await screen.findByText("Name, phone and contact method (optional)")).closest("details");
  expect(more?.open).toBe(false);
  const people = await screen.findByRole("group", { name: "From your earlier requests" });
  const [first] = within(people).getAllByRole("button");
  await userEvent.click(first as HTMLElement);
  const email = (screen.getByLabelText(/^E-mail/, { selector: "input[type=email]" }) as HTMLInputElement).value;
  expect(first?.getAttribute("aria-label")).toContain(email);
  expect(["radu.stan@carpatica.example", "ana.ionescu@carpatica.example"]).not.toContain(email);
  await userEvent.click(screen.getByRole("button", { name: "Add contact" }));
  await waitFor(() => expect(input(calls, "ShareRequest")).toMatchObject({ contacts: [{ email }] }));
});

test("R87: without the tick no mail is asked for", async () => {
  const { calls } = await renderApp("/requests/req_1?tab=contacts");
  await addElena();
  await userEvent.click(screen.getByLabelText(/Send an invitation by mail/));
  await userEvent.click(screen.getByRole("button", { name: "Add contact" }));
  await screen.findByText("Elena Dobre was added");
  expect(input(calls, "ShareRequest")).toMatchObject({ contacts: [{ sendInvitation: false }] });
  expect(screen.queryByText(/The invitation is on its way/)).toBeNull();
});

test("E7: somebody who is a contact already is not added twice, and that is said", async () => {
  await renderApp("/requests/req_1?tab=contacts", {
    shareRequest: () => ({ request: REQUESTS[0], addedContacts: [], invitations: [], userErrors: [] }),
  });
  await userEvent.type(await screen.findByLabelText(/^E-mail/, { selector: "input[type=email]" }), "radu@x.example");
  await userEvent.click(screen.getByRole("button", { name: "Add contact" }));
  expect(await screen.findByText(/radu@x\.example is a contact of this request already/)).toBeTruthy();
});

test("R83, F43: who sees nothing yet is marked, and brought in by mail or by a link", async () => {
  const { calls } = await renderApp("/requests/req_1?tab=contacts");
  const line = await lineOf("radu.stan@carpatica.example");
  expect(line.textContent).toContain("Sees nothing until this address is proven");
  await userEvent.click(within(line).getByRole("button", { name: "Make a one-time link" }));
  expect(((await within(line).findByLabelText(/^One-time link/)) as HTMLInputElement).value).toContain("/invitations/");
  expect(line.textContent).toContain("Works once, until 30 November 2026 at 10:30.");
  expect(input(calls, "CreateInvitation")).toMatchObject({ requestId: "req_1", contactId: "con_2", send: false });
});

test("F43: an invitation that is out, and who used a link, is shown", async () => {
  await renderApp("/requests/req_2?tab=contacts");
  expect((await lineOf("elena.pop@carpatica.example")).textContent).toContain(
    "Invited by mail; the link works until 29 November 2026 at 11:00",
  );
  expect((await lineOf("vlad@neagu.example")).textContent).toContain(
    "vlad.neagu@transilvan.example used the one-time link on 21 November 2026",
  );
});

test("K4: an invitation that waits for its turn says when its mail comes", async () => {
  const waits = { sentAt: null, mailWaitsUntil: "2026-11-24T07:00:00.000Z", expiresAt: "2026-11-29T09:00:00.000Z" };
  const waiting = request("req_1", {
    additionalContacts: [{ ...contact("con_2"), access: "INVITED", invitation: waits }],
  });
  await renderApp("/requests/req_1?tab=contacts", { request: waiting });
  expect((await lineOf("radu.stan@carpatica.example")).textContent).toContain(
    "this one goes out on 24 November 2026 at 09:00; its link works until 29 November 2026 at 11:00",
  );
});

test("R95, F46: whoever asks for access is let in with one click", async () => {
  const { calls } = await renderApp("/requests/req_2?tab=contacts");
  expect(await screen.findByText("Somebody asks for access")).toBeTruthy();
  expect((await lineOf("mihai.dobre@carpatica.example")).textContent).toContain("address not confirmed");
  await userEvent.click(screen.getByRole("button", { name: "Let Mihai Dobre in as an additional contact" }));
  await waitFor(() => expect(screen.queryByText("Somebody asks for access")).toBeNull());
  expect(input(calls, "DecideAccessAsk")).toMatchObject({ askId: "ask_1", isGranted: true });
});

test("R87: news by mail are for whoever wants them", async () => {
  const { calls } = await renderApp("/requests/req_1?tab=contacts");
  const box = await screen.findByRole("checkbox", { name: /Send me news of this request by mail/ });
  expect((box as HTMLInputElement).checked).toBe(false);
  await userEvent.click(box);
  await waitFor(() => expect((box as HTMLInputElement).checked).toBe(true));
  expect(input(calls, "SetSubscription")).toMatchObject({ requestId: "req_1", isSubscribed: true });
});

test("R97: customers see no button to remove others, the rule is explained, and they can remove themselves", async () => {
  await renderApp("/requests/req_1?tab=contacts");
  const other = await lineOf("radu.stan@carpatica.example");
  expect(within(other).queryByRole("button", { name: /Remove/ })).toBeNull();
  expect(screen.getByText(/Only the engineer who owns the request can remove somebody else/)).toBeTruthy();
  const own = await lineOf("ana.ionescu@carpatica.example · ");
  expect(within(own).getByRole("button", { name: "Remove me" })).toBeTruthy();
});

test("R97: the owner engineer can remove the others", async () => {
  const owned = request("req_1", { viewerCanRemoveContactIds: ["con_2"], additionalContacts: [contact("con_2")] });
  const { calls } = await renderApp("/requests/req_1?tab=contacts", { request: owned });
  await userEvent.click(await screen.findByRole("button", { name: /Remove Radu Stan/ }));
  await userEvent.click(within(dialog("Remove this contact?")).getByText("Remove"));
  await screen.findByText("Radu Stan was removed");
  expect(input(calls, "RemoveContact")).toMatchObject({
    requestId: "req_1",
    contactId: "con_2",
    newPrimaryContactId: null,
  });
});

test("E10: a primary contact who leaves names who follows", async () => {
  const { calls, router } = await renderApp("/requests/req_1?tab=contacts");
  await userEvent.click(await screen.findByRole("button", { name: "Remove me" }));
  await userEvent.selectOptions(screen.getByLabelText(/New primary contact/), "con_2");
  await userEvent.click(within(dialog("Remove yourself from this request?")).getByText("Remove me"));
  await screen.findByRole("heading", { name: "Manage support requests" });
  expect(router.state.location.pathname).toBe("/requests");
  expect(input(calls, "RemoveContact")).toMatchObject({
    requestId: "req_1",
    contactId: "con_1",
    newPrimaryContactId: "con_2",
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
  await renderApp("/requests/req_1?tab=contacts", { removeContact: () => ({ request: null, userErrors: [refused] }) });
  await userEvent.click(await screen.findByRole("button", { name: "Remove me" }));
  const asked = within(dialog("Remove yourself from this request?"));
  await userEvent.click(asked.getByText("Remove me"));
  const alert = await asked.findByRole("alert", { hidden: true });
  expect(alert.textContent).toContain("A request keeps a primary contact.");
  expect(alert.textContent).not.toContain("PRIMARY_CONTACT_REQUIRED");
});

test("I-7: names and addresses of contacts show their direction controls", async () => {
  const hostile = request("req_1", { additionalContacts: [contact("con_2", { givenName: "Ra\u202Edu" })] });
  await renderApp("/requests/req_1?tab=contacts", { request: hostile });
  expect((await lineOf("radu.stan@carpatica.example")).textContent).toContain("Ra⟦U+202E⟧du Stan");
});
