/** Closing, reopening, withdrawing, another severity, the rating, and what must not be overlooked (F48, F49, F51, E24). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { request } from "../../../../preview/fixtures/requests";
import { renderApp } from "../../../../preview/render-app";

type Calls = readonly { name: string; variables: Record<string, unknown> }[];
const sent = (calls: Calls, name: string): unknown => calls.find((call) => call.name === name)?.variables.input;
const dialog = (name: string): HTMLElement => screen.getByRole("dialog", { name, hidden: true });
const choose = async (name: string): Promise<void> => {
  await userEvent.click(await screen.findByRole("button", { name: "More actions" }));
  await userEvent.click(screen.getByRole("button", { name }));
};

test("F49, F51: a contact closes a request as solved and rates it in one go", async () => {
  const { calls } = await renderApp("/requests/req_1");
  await userEvent.click(await screen.findByRole("button", { name: "Close request" }));
  const asked = within(dialog("Is it solved?"));
  await userEvent.click(asked.getByRole("radio", { name: "Good", hidden: true }));
  await userEvent.type(asked.getByLabelText(/What should we know/), "Quick and clear");
  await userEvent.click(asked.getByText("Close request", { selector: "button *" }));
  await screen.findByText("The request is closed. Thank you.");
  expect(sent(calls, "CloseRequest")).toMatchObject({
    requestId: "req_1",
    reason: "SOLVED",
    rating: { score: 4, comment: "Quick and clear" },
  });
});

test("F48: a solved request asks whether it is, and says when it closes by itself", async () => {
  await renderApp("/requests/req_4");
  expect(await screen.findByText("Support thinks this is solved. Is it?")).toBeTruthy();
  expect(screen.getByText(/Closes on Wed 25 November at 11:00 EET unless somebody answers/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "No, not yet" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Write to support" }));
});

test("F49: a closed request says why, and is reopened with a reason within its window", async () => {
  const { calls } = await renderApp("/requests/req_9");
  expect(await screen.findByText("Solved, 19 November 2026 at 10:00.")).toBeTruthy();
  expect(screen.getByText(/you can reopen it until 3 December 2026 at 10:00; no incident is used/)).toBeTruthy();
  expect(screen.queryByRole("textbox", { name: "Write to support" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Reopen" }));
  const asked = within(dialog("Reopen this request?"));
  await userEvent.type(asked.getByLabelText(/What is still open/), "It failed again last night");
  await userEvent.click(asked.getByText("Reopen", { selector: "button *" }));
  await waitFor(() =>
    expect(sent(calls, "ReopenRequest")).toMatchObject({ requestId: "req_9", reason: "It failed again last night" }),
  );
});

test("F49: after the window a new request is offered instead", async () => {
  const late = request("req_9", {
    status: "CLOSED",
    closedReason: "NO_ANSWER",
    closedAt: "2026-06-01T08:00:00.000Z",
    viewerCan: { ...request("x").viewerCan, reply: false, close: false, askSeverityChange: false },
  });
  await renderApp("/requests/req_9", { request: late });
  expect(await screen.findByText(/Closed because there was no answer/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Reopen" })).toBeNull();
  expect(screen.getByRole("link", { name: "Create new support request" })).toBeTruthy();
});

test("F49: another severity is asked for with a reason, and a refusal stands at its field", async () => {
  const refused = {
    __typename: "InputError",
    code: "INPUT_REQUIRED",
    message: "Say why.",
    remedy: "",
    path: ["reason"],
  };
  const { calls } = await renderApp("/requests/req_1", {
    createSeverityAsk: () => ({ request: null, userErrors: [refused] }),
  });
  await choose("Ask for another severity");
  const asked = within(dialog("Another severity"));
  expect(asked.getByText(/Ioana Marin decides/)).toBeTruthy();
  await userEvent.click(asked.getByRole("radio", { name: /A · Critical/, hidden: true }));
  await userEvent.click(asked.getByText("Ask", { selector: "button *" }));
  expect(await screen.findByText("Say why.")).toBeTruthy();
  expect(sent(calls, "AskSeverityChange")).toMatchObject({ requestId: "req_1", severity: "CRITICAL", reason: "" });
});

test("F49, E22: withdrawing says that the incident comes back, before it is done", async () => {
  const { calls } = await renderApp("/requests/req_2");
  await choose("Withdraw request");
  const asked = within(dialog("Withdraw this request?"));
  expect(asked.getByText(/its incident comes back to “Partner on-premises support 20-pack”/)).toBeTruthy();
  expect(sent(calls, "WithdrawRequest")).toBeUndefined();
  await userEvent.click(asked.getByText("Withdraw request", { selector: "button *" }));
  await screen.findByText("The request was withdrawn and its incident given back");
  expect(sent(calls, "WithdrawRequest")).toMatchObject({ requestId: "req_2" });
});

test("F49: what the viewer may not do is not offered", async () => {
  await renderApp("/requests/req_1");
  await userEvent.click(await screen.findByRole("button", { name: "More actions" }));
  expect(screen.getByRole("button", { name: "Ask for another severity" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Withdraw request" })).toBeNull();
});

test("F51: a closed request is rated with one question and room for words", async () => {
  const { calls } = await renderApp("/requests/req_9");
  expect(await screen.findByRole("heading", { name: "How was the support you got?" })).toBeTruthy();
  const send = screen.getByRole("button", { name: "Send rating" });
  expect((send as HTMLButtonElement).disabled).toBe(true);
  await userEvent.click(screen.getByRole("radio", { name: "Very good" }));
  await userEvent.click(send);
  await waitFor(() =>
    expect(sent(calls, "RateRequest")).toMatchObject({ requestId: "req_9", score: 5, comment: null }),
  );
});

test("F51: a rating that was given is shown", async () => {
  const rated = request("req_9", {
    status: "CLOSED",
    closedReason: "SOLVED",
    rating: { score: 2, comment: "It took a week", at: "2026-11-20T08:00:00.000Z" },
  });
  await renderApp("/requests/req_9", { request: rated });
  expect(await screen.findByText("It took a week")).toBeTruthy();
  expect(screen.getByText("Bad")).toBeTruthy();
});

test("E24: mail that does not arrive is told to every contact, with the address", async () => {
  await renderApp("/requests/req_2");
  const trouble = (await screen.findByText("Mail about this request does not arrive")).parentElement as HTMLElement;
  expect(trouble.textContent).toContain(
    "ana.ionescu@carpatica.example: the mail of 23 November 2026 at 10:31 came back.",
  );
  expect(within(trouble).getByRole("link", { name: "Check the contacts" }).getAttribute("href")).toContain(
    "tab=contacts",
  );
});

test("F49: a severity that is asked for is told until it is decided", async () => {
  await renderApp("/requests/req_3");
  expect(await screen.findByText("Asked for: severity B · Moderate")).toBeTruthy();
  expect(screen.getByText("The month ends on Monday and the reports cannot wait.")).toBeTruthy();
});
