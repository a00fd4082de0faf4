/** Questions about no product: what may answer them first, the short form, and what became of it (R99, S7). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { contact, REQUESTS, request } from "../../../../preview/fixtures/requests";
import { renderApp } from "../../../../preview/render-app";

const ASKED = request("req_9", {
  number: "2611230000000042",
  firstResponseDueAt: "2026-11-24T08:30:00.000Z",
  primaryContact: contact("con_9", { role: "PRIMARY", email: "ana.ionescu@carpatica.example" }),
});
const fill = async (): Promise<void> => {
  await userEvent.type(await screen.findByRole("textbox", { name: "Title" }), "A bill to our company");
  await userEvent.type(screen.getByRole("textbox", { name: "Question" }), "The receipt names me.");
};
const send = (): Promise<void> => userEvent.click(screen.getByRole("button", { name: "Send the question" }));

test("R99: each topic names where its answer may stand, in the portal or elsewhere, and leads to its form", async () => {
  const { router } = await renderApp("/ask");
  const topic = (await screen.findByRole("heading", { name: "Receipt, bill or refund" })).closest("li") as HTMLElement;
  expect(within(topic).getByRole("link", { name: "Purchases and receipts" }).getAttribute("href")).toBe("/purchases");
  expect(
    within(topic)
      .getByRole("link", { name: /^Prices/ })
      .getAttribute("rel"),
  ).toBe("noopener noreferrer");
  await userEvent.click(within(topic).getByRole("link", { name: "Ask about this: Receipt, bill or refund" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/ask/receipt-or-bill"));
});

test("R99, S7: a question is asked once, and the confirmation says that no incident was used", async () => {
  const { calls } = await renderApp("/ask/receipt-or-bill", {
    createGeneralQuestion: () => ({ request: ASKED, userErrors: [] }),
  });
  await fill();
  await send();
  const told = await screen.findByRole("status");
  await waitFor(() => expect(document.activeElement).toBe(told));
  expect(told.textContent).toContain("2611230000000042");
  expect(told.textContent).toContain("No incident was used.");
  expect(within(told).getByRole("link", { name: "Open the request" }).getAttribute("href")).toBe("/requests/req_9");
  const sent = calls.filter(({ name }) => name === "AskGeneralQuestion");
  expect(sent.map(({ variables }) => variables.input)).toEqual([
    {
      idempotencyKey: expect.any(String),
      topicId: "receipt-or-bill",
      title: "A bill to our company",
      description: "The receipt names me.",
    },
  ]);
});

test("R99: a refused question stays in the form, each reason at its field", async () => {
  const missing = {
    __typename: "InputError",
    code: "INPUT_REQUIRED",
    message: "This field is needed.",
    remedy: "Fill it in.",
    path: ["description"],
  };
  await renderApp("/ask/other", { createGeneralQuestion: () => ({ request: null, userErrors: [missing] }) });
  await fill();
  await send();
  expect((await screen.findByRole("alert")).textContent).toContain("This field is needed.");
  const question = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Question" });
  expect(question.value).toBe("The receipt names me.");
  expect(question.getAttribute("aria-invalid")).toBe("true");
});

test("R99: a topic that is gone says so and leads to the others", async () => {
  await renderApp("/ask/nothing");
  expect(await screen.findByRole("heading", { name: "Topic not found" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Ask a general question" }).getAttribute("href")).toBe("/ask");
});

test("R99: the request of a question shows its topic and no incident where a product and a plan stand", async () => {
  const id = REQUESTS[0]?.id ?? "";
  const question = request(id, {
    generalTopic: { id: "receipt-or-bill", name: "Receipt, bill or refund" },
    programme: null,
  });
  await renderApp(`/requests/${id}`, { request: () => question });
  expect((await screen.findAllByText("General question, no incident used")).length).toBeGreaterThan(0);
  expect(screen.queryByText("Product", { selector: "dt" })).toBeNull();
});

test.each([
  ["the help", "/help", "My question is not about a product"],
  ["My plans", "/plans", "An agreement or a balance is wrong? Ask without using an incident"],
])("R99: %s leads to general questions", async (_where, path, name) => {
  await renderApp(path);
  expect((await screen.findByRole("link", { name })).getAttribute("href")).toBe("/ask");
});
