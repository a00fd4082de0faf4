/** One request: its head, its tabs, its facts; and what is not there (R88-R90, R95, R98). */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { request } from "../../../preview/fixtures/requests";
import { renderApp } from "../../../preview/render-app";

test("R89, R98: a contact sees number, status, turn, severity, owner engineer, facts and conversation", async () => {
  await renderApp("/requests/req_1");
  await screen.findByRole("heading", { level: 1, name: /Domain controllers stopped/ });
  const main = screen.getByRole("main");
  await within(main).findAllByText(/repadmin/);
  for (const text of [
    "2611200030000417",
    "Waiting for you",
    "Your turn",
    "B · Moderate",
    "Ioana Marin owns it",
    "Windows Server 2025",
    "Error 1722",
    "please run these two commands",
  ])
    expect(main.textContent).toContain(text);
  expect(screen.getByRole("button", { name: "Copy request number" })).toBeTruthy();
});

test("F34: what was answered about the problem stands with the facts, an instant in the reader's zone", async () => {
  await renderApp("/requests/req_1");
  expect((await screen.findAllByRole("heading", { name: "Asked about the problem" })).length).toBeGreaterThan(0);
  const main = screen.getByRole("main");
  expect(main.textContent).toContain("Which error number is shown?1722");
  expect(main.textContent).toMatch(/Since when does it happen\?20 November 2026/);
});

test("F34: where nothing was asked there is no heading for it", async () => {
  await renderApp("/requests/req_1", { request: request("req_1", { answers: [] }) });
  await screen.findByRole("heading", { level: 1, name: /Domain controllers stopped/ });
  expect(screen.queryByRole("heading", { name: "Asked about the problem" })).toBeNull();
});

test("R61, F63: what was said to the virtual agent is read before the description, with commands and evidence as pasted", async () => {
  const dialogueTranscript = {
    title: "An account keeps being locked out",
    finishedOutcome: null,
    lines: [
      { question: "What do you **see**?", commands: ["Get-WinEvent -MaxEvents 20"], answer: "No event 4740 at all" },
      { question: "Paste the output.", commands: [], answer: "PC-17\n<b>bold</b>" },
      { question: "Anything else?", commands: [], answer: null },
    ],
  };
  await renderApp("/requests/req_1", { request: request("req_1", { dialogueTranscript }) });
  const heading = await screen.findByRole("heading", {
    name: "Tried first with the virtual agent: An account keeps being locked out",
  });
  const card = heading.closest("section") as HTMLElement;
  for (const text of [
    "left before its end",
    "Get-WinEvent -MaxEvents 20",
    "No event 4740 at all",
    "<b>bold</b>",
    "Left out",
  ])
    expect(card.textContent).toContain(text);
  const description = screen.getAllByText("Problem description")[0] as HTMLElement;
  expect(heading.compareDocumentPosition(description) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test("R88, R95: a request one may not see looks like none, with the way back in", async () => {
  await renderApp("/requests/req_unknown");
  expect(await screen.findByRole("heading", { name: "No such request for this account" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Ask for access" }).getAttribute("href")).toBe("/ask-access");
});

test("R90: the tabs are part of the address, and the old one of sharing leads to the contacts", async () => {
  const { router } = await renderApp("/requests/req_1?tab=share");
  expect(await screen.findByText("2 people see this request")).toBeTruthy();
  await userEvent.click(screen.getByRole("link", { name: "Attachments (0)" }));
  expect(router.state.location.search).toBe("?tab=attachments");
  expect(await screen.findByText("No files yet")).toBeTruthy();
  await userEvent.click(screen.getByRole("link", { name: "Conversation" }));
  expect(await screen.findByRole("textbox", { name: "Write to support" })).toBeTruthy();
});

test("R98: a request that nobody has taken yet says so", async () => {
  await renderApp("/requests/req_2");
  expect((await screen.findAllByText("Not assigned yet")).length).toBeGreaterThan(0);
});

test("I-7: a title that turns the direction of writing is shown with its marks", async () => {
  await renderApp("/requests/req_1", { request: request("req_1", { title: "Print\u202Eexe" }) });
  expect(await screen.findByRole("heading", { level: 1, name: "Print⟦U+202E⟧exe" })).toBeTruthy();
});
