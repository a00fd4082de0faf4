/** The engineer's side of a request: notes, status, severity, deadline, plan, refund, contacts (R97, F42, F48, F49, F52, F53, F65, E10, E22). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { timelineOf } from "../../../../preview/fixture-link";
import { deskWorld } from "../../../../preview/fixtures/desk";
import { entry } from "../../../../preview/fixtures/timeline";
import { renderApp } from "../../../../preview/render-app";

type Calls = readonly { name: string; variables: Record<string, unknown> }[];
const sent = (calls: Calls, name: string): unknown[] =>
  calls.filter((call) => call.name === name).map((call) => call.variables.input);
const dialog = (name: string): HTMLElement => screen.getByRole("dialog", { name, hidden: true });
const confirm = (asked: HTMLElement, verb: string): Promise<void> =>
  userEvent.click(within(asked).getByText(verb, { selector: "button *" }));
const open = async (more: object = {}, world: object = {}) => {
  const app = await renderApp("/queue/req_1?view=mine", deskWorld(more, world));
  await screen.findByRole("region", { name: "Request 2611200030000417" });
  return app;
};

test("F42: an internal note is marked before it is written and after, and goes to support alone", async () => {
  const note = entry("tim_9", "NOTE", "2026-11-23T08:00:00.000Z", { isInternal: true, text: "Ask Tiago first" });
  const { calls } = await open({ timeline: timelineOf([note]) });
  const card = (await screen.findByText("Ask Tiago first")).closest("article") as HTMLElement;
  expect(within(card).getByText("Internal")).toBeTruthy();
  expect(within(card).queryByText("Support")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Internal note" }));
  expect(screen.getByText("No customer sees this note, its files, or that it exists.")).toBeTruthy();
  await userEvent.type(screen.getByRole("textbox", { name: "Internal note" }), "It was the switch");
  await userEvent.click(screen.getByRole("button", { name: "Save the note" }));
  await waitFor(() => expect(sent(calls, "AddCommunication")).toHaveLength(1));
  expect(sent(calls, "AddCommunication")[0]).toMatchObject({ text: "It was the switch", isInternal: true });
});

test("F42: what was begun as a reply does not slip into a note, nor the other way round", async () => {
  await open();
  await userEvent.type(screen.getByRole("textbox", { name: "Answer the customer" }), "Dear Ana");
  await userEvent.click(screen.getByRole("button", { name: "Internal note" }));
  expect((screen.getByRole("textbox", { name: "Internal note" }) as HTMLTextAreaElement).value).toBe("");
  await userEvent.click(screen.getByRole("button", { name: "Reply" }));
  expect((screen.getByRole("textbox", { name: "Answer the customer" }) as HTMLTextAreaElement).value).toBe("Dear Ana");
});

test("F48, F52: a reply takes the status along; the status is also changed by itself, never to what the rules forbid", async () => {
  const { calls } = await open();
  await userEvent.type(screen.getByRole("textbox", { name: "Answer the customer" }), "Please restart it");
  await userEvent.selectOptions(screen.getByLabelText("Status after sending"), "WAITING_FOR_CUSTOMER");
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => expect(sent(calls, "AddCommunication")).toHaveLength(1));
  expect(sent(calls, "AddCommunication")[0]).toMatchObject({ markAs: "WAITING_FOR_CUSTOMER", attachmentIds: [] });
  await userEvent.click(screen.getByRole("button", { name: "Change status" }));
  for (const impossible of ["Closed", "New", "In progress"])
    expect(screen.queryByRole("button", { name: impossible })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Solved" }));
  await waitFor(() =>
    expect(sent(calls, "ChangeRequestStatus")).toMatchObject([{ requestId: "req_1", status: "SOLVED" }]),
  );
});

test("F52: a closed request takes notes only", async () => {
  await open({ status: "CLOSED", viewerCan: { ...NOTHING, reopen: false } });
  expect(await screen.findByRole("textbox", { name: "Internal note" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Reply" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Change status" })).toBeNull();
});
const NOTHING = {
  ...{ reply: false, close: false, reopen: false, askSeverityChange: false, withdraw: false, rate: false },
  ...{ attach: false, addContacts: true, reopenUntil: null, editWindowMinutes: 15 },
};

test("F49: what a contact asked for is settled with a reason, by a yes or by keeping the severity", async () => {
  const ask = {
    severity: "CRITICAL",
    reason: "The shop stands",
    at: "2026-11-23T08:00:00.000Z",
    actorName: "Ana Ionescu",
  };
  const { calls } = await open({ severityAsk: ask });
  expect(await screen.findByText(/Ana Ionescu asks for severity/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /^Keep B/ }));
  const asked = within(screen.getByText("The shop stands").closest("div") as HTMLElement).getByRole("dialog", {
    hidden: true,
  });
  expect((within(asked).getByLabelText(/B · Moderate/) as HTMLInputElement).checked).toBe(true);
  await userEvent.type(within(asked).getByLabelText(/^Reason/), "A workaround holds");
  await confirm(asked, "Keep the severity");
  await waitFor(() =>
    expect(sent(calls, "ChangeSeverity")).toMatchObject([{ severity: "MODERATE", reason: "A workaround holds" }]),
  );
});

test("F65: a late first answer, and one that is nearly due, cannot be overlooked", async () => {
  const firstResponse = (state: string) => ({ ...deskWorld().request.firstResponse, respondedAt: null, state });
  const { unmount } = await open({ firstResponse: firstResponse("BREACHED") });
  expect(await screen.findByText(/The first answer is late since/)).toBeTruthy();
  unmount();
  await open({ firstResponse: firstResponse("NEAR_BREACH") });
  expect(await screen.findByText(/The first answer is due/)).toBeTruthy();
});

test("F53: the plan behind the request: programme, incidents, end, lifecycle and scope, never its numbers", async () => {
  const { calls } = await open();
  const card = (await screen.findByRole("heading", { name: "Plan" })).closest("section")?.textContent ?? "";
  for (const words of ["Partner on-premises support 20-pack", "7 of 20 incidents left", "5 December 2026", "Ends soon"])
    expect(card).toContain(words);
  expect(card).toContain("Mainstream support");
  expect(JSON.stringify(calls)).not.toMatch(/accessId|agreementId/i);
});

test("F53, E22: the incident is given back with a reason; a refusal is told", async () => {
  const refusal = {
    __typename: "InputError",
    code: "REFUND_NOT_POSSIBLE",
    message: "It was given back before.",
    remedy: "Look.",
    path: null,
  };
  const { calls } = await open({}, { refundIncident: { request: null, userErrors: [refusal] } });
  await userEvent.click(await screen.findByRole("button", { name: "Give the incident back" }));
  const asked = dialog("Give the incident back?");
  await userEvent.click(within(asked).getByLabelText("Product defect"));
  await confirm(asked, "Give it back");
  expect(await screen.findByText("It was given back before.")).toBeTruthy();
  expect(sent(calls, "RefundIncident")).toMatchObject([{ requestId: "req_1", reason: "PRODUCT_DEFECT" }]);
});

test("F48, F49: the engineer closes with one of the reasons", async () => {
  const { calls } = await open();
  await userEvent.click(screen.getByRole("button", { name: "More actions" }));
  await userEvent.click(screen.getByRole("button", { name: "Close request" }));
  const asked = dialog("Is it solved?");
  await userEvent.selectOptions(within(asked).getByLabelText("Reason"), "NO_ANSWER");
  await confirm(asked, "Close request");
  await waitFor(() => expect(sent(calls, "CloseRequest")).toMatchObject([{ reason: "NO_ANSWER" }]));
});

test("R97, E10: the owner engineer removes contacts; a leaving primary contact needs a successor", async () => {
  await open();
  await userEvent.click(screen.getByRole("link", { name: "Contacts (2)" }));
  const line = (await screen.findByText("Ana Ionescu", { selector: "li span" })).closest("li") as HTMLElement;
  await userEvent.click(within(line).getByRole("button", { name: /Remove/ }));
  expect(await screen.findByLabelText(/^New primary contact/)).toBeTruthy();
});

test("F48: support reads the states in its own words", async () => {
  await open({ status: "WAITING_FOR_CUSTOMER", turn: "CUSTOMER" });
  const stream = await screen.findByRole("list", { name: "Conversation" });
  await within(stream).findAllByText(/set the status to “Waiting for the customer”/);
  expect(screen.queryByText(/Waiting for you/)).toBeNull();
  expect(screen.queryByText("Your turn")).toBeNull();
});

test("F52: an engineer who follows a link to a request lands at the desk with it", async () => {
  const { router } = await renderApp("/requests/req_1", deskWorld());
  await screen.findByRole("region", { name: "Request 2611200030000417" });
  expect(router.state.location.pathname).toBe("/queue/req_1");
});
