/** The conversation of a request (R90, R91, F42, F48). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { timelineOf } from "../../../../preview/fixture-link";
import { request } from "../../../../preview/fixtures/requests";
import { contactActor, entry, TIMELINE } from "../../../../preview/fixtures/timeline";
import { renderApp } from "../../../../preview/render-app";

const sent = (calls: readonly { name: string; variables: Record<string, unknown> }[], name: string) =>
  calls.filter((call) => call.name === name).map((call) => call.variables.input as Record<string, unknown>);

const message = (id: string, facts: object = {}) =>
  entry(id, "REPLY", "2026-11-23T08:00:00.000Z", {
    actor: contactActor("Ana Ionescu"),
    isFromSupport: false,
    ...facts,
  });

/** A request whose timeline is what the test says. */
const withTimeline = (entries: readonly { readonly id: string }[], facts: object = {}) =>
  request("req_1", { timeline: timelineOf(entries), ...facts });

test("R91: what was written and what happened stand in one stream, under their days", async () => {
  await renderApp("/requests/req_1");
  const stream = await screen.findByRole("list", { name: "Conversation" });
  await within(stream).findAllByText(/RpcSs/);
  const text = stream.textContent ?? "";
  const order = [
    "Friday, 20 November 2026",
    "Since Friday night",
    "Ioana Marin owns the request now",
    "repadmin /replsummary",
    "set the status to “Waiting for you”",
    "added Radu Stan",
    "largest delta",
    "RpcSs",
  ].map((words) => text.indexOf(words));
  expect(order).not.toContain(-1);
  expect([...order].sort((a, b) => a - b)).toEqual(order);
});

test("R91: who wrote from support, by mail, and what was edited is marked", async () => {
  await renderApp("/requests/req_1");
  await screen.findAllByText(/RpcSs/);
  const cards = screen.getAllByRole("article");
  const byMail = cards.find((card) => card.textContent?.includes("largest delta"));
  expect(byMail?.textContent).toContain("by mail");
  expect(byMail?.textContent).toContain("edited");
  const support = cards.find((card) => card.textContent?.includes("RpcSs"));
  expect(within(support as HTMLElement).getByText("Support")).toBeTruthy();
});

test("R91: a message is sent once, its words go to the server as they were typed, and the field is empty after", async () => {
  const { calls } = await renderApp("/requests/req_1");
  const field = await screen.findByRole("textbox", { name: "Write to support" });
  await userEvent.type(field, "Port 135 was closed.{Enter}**Open** now.");
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() =>
    expect((screen.getByRole("textbox", { name: "Write to support" }) as HTMLTextAreaElement).value).toBe(""),
  );
  expect(sent(calls, "AddCommunication")).toMatchObject([
    {
      requestId: "req_1",
      text: "Port 135 was closed.\n**Open** now.",
      idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  ]);
  expect(sessionStorage.length).toBe(0);
});

test("R91: what was sent is in the stream at once, below what was there", async () => {
  const said = [...TIMELINE];
  await renderApp("/requests/req_1", {
    request: () => withTimeline(said),
    addCommunication: ({ input }: { input: { text: string } }) => {
      const added = message(`tim_9${said.length}`, { text: input.text, canEdit: true });
      said.push(added);
      return { request: withTimeline(said), entry: added, userErrors: [] };
    },
  });
  for (const words of ["First answer.", "Second answer."]) {
    await userEvent.type(await screen.findByRole("textbox", { name: "Write to support" }), words);
    await userEvent.click(screen.getByRole("button", { name: "Send" }));
    expect((await screen.findByText(words, { selector: "article *" })).closest("article")).toBeTruthy();
  }
  const text = screen.getByRole("list", { name: "Conversation" }).textContent ?? "";
  expect(text.indexOf("RpcSs")).toBeLessThan(text.indexOf("First answer."));
  expect(text.indexOf("First answer.")).toBeLessThan(text.indexOf("Second answer."));
});

test("R91: what had no answer is sent again under the same key; other words get another", async () => {
  let isDown = true;
  const { calls } = await renderApp("/requests/req_1", {
    addCommunication: () => {
      if (isDown) throw new Error("the line broke");
      return { request: request("req_1"), entry: null, userErrors: [] };
    },
  });
  const field = await screen.findByRole("textbox", { name: "Write to support" });
  await userEvent.type(field, "Hello");
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  await waitFor(() => expect(sent(calls, "AddCommunication")).toHaveLength(2));
  expect((field as HTMLTextAreaElement).value).toBe("Hello");
  isDown = false;
  await userEvent.type(screen.getByRole("textbox", { name: "Write to support" }), "!");
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => expect(sent(calls, "AddCommunication")).toHaveLength(3));
  const keys = sent(calls, "AddCommunication").map((input) => input.idempotencyKey);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test("R91: Ctrl+Enter sends, and nothing is not sent", async () => {
  const { calls } = await renderApp("/requests/req_1");
  const field = await screen.findByRole("textbox", { name: "Write to support" });
  await userEvent.type(field, "{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Write something first.")).toBeTruthy();
  await userEvent.type(field, "Done{Control>}{Enter}{/Control}");
  await waitFor(() => expect(sent(calls, "AddCommunication")).toMatchObject([{ text: "Done" }]));
});

test("R91: what was typed is there after a reload of the tab", async () => {
  const { unmount } = await renderApp("/requests/req_1");
  await userEvent.type(await screen.findByRole("textbox", { name: "Write to support" }), "Half a sentence");
  unmount();
  await renderApp("/requests/req_1");
  expect(((await screen.findByRole("textbox", { name: "Write to support" })) as HTMLTextAreaElement).value).toBe(
    "Half a sentence",
  );
});

test("K12: what is typed while a message is on its way begins the next one", async () => {
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const { calls } = await renderApp("/requests/req_1", {
    addCommunication: async () => {
      await arrived;
      return { request: request("req_1"), entry: null, userErrors: [] };
    },
  });
  const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Write to support" });
  await userEvent.type(await screen.findByRole("textbox", { name: "Write to support" }), "First.");
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() => expect(sent(calls, "AddCommunication")).toHaveLength(1));
  await userEvent.type(field(), " Then");
  arrive();
  await waitFor(() => expect(field().value).toBe("Then"));
  expect(sent(calls, "AddCommunication")).toMatchObject([{ text: "First." }]);
});

test("F42: the preview shows the words as they will look", async () => {
  await renderApp("/requests/req_1");
  await userEvent.type(await screen.findByRole("textbox", { name: "Write to support" }), "It is **open** now");
  await userEvent.click(screen.getByRole("button", { name: "Preview" }));
  expect((await screen.findByText("open")).tagName).toBe("STRONG");
});

test("F42: one's own message is corrected while that is allowed", async () => {
  const own = message("tim_6", { text: "Teh port is open", canEdit: true });
  const { calls } = await renderApp("/requests/req_1", { request: withTimeline([...TIMELINE.slice(0, 1), own]) });
  await userEvent.click(await screen.findByRole("button", { name: "Edit" }));
  const field = screen.getByRole("textbox", { name: "Your message" });
  await userEvent.clear(field);
  await userEvent.type(field, "The port is open");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("The port is open")).toBeTruthy();
  expect(screen.getByText("edited")).toBeTruthy();
  expect(sent(calls, "EditCommunication")).toEqual([{ entryId: "tim_6", text: "The port is open" }]);
});

test("S23: after the window the refusal is shown and the words stay", async () => {
  const own = message("tim_6", { text: "Teh port", canEdit: true });
  const refused = {
    __typename: "InputError",
    code: "EDIT_WINDOW_OVER",
    message: "It can be edited for 15 minutes only.",
    remedy: "Write another message.",
    path: null,
  };
  await renderApp("/requests/req_1", {
    request: withTimeline([own]),
    updateCommunication: () => ({ entry: null, userErrors: [refused] }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Edit" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Your message" }), "!");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect((await screen.findByRole("alert")).textContent).toContain("It can be edited for 15 minutes only.");
  expect((screen.getByRole("textbox", { name: "Your message" }) as HTMLTextAreaElement).value).toBe("Teh port!");
});

test("R90: of a long conversation the newest are shown, older ones on demand, the problem always", async () => {
  const many = Array.from({ length: 130 }, (_, index) => message(`tim_${index}`, { text: `Message ${index}.` }));
  await renderApp("/requests/req_1", { request: request("req_1", { timeline: timelineOf(many) }) });
  expect(await screen.findByText("Message 129.")).toBeTruthy();
  expect(screen.getByText(/Since Friday night/)).toBeTruthy();
  expect(screen.queryByText("Message 79.")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Show earlier entries" }));
  expect(await screen.findByText("Message 30.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Show earlier entries" }));
  expect(await screen.findByText("Message 0.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Show earlier entries" })).toBeNull();
  const text = screen.getByRole("list", { name: "Conversation" }).textContent ?? "";
  expect(text.indexOf("Message 0.")).toBeLessThan(text.indexOf("Message 129."));
});

test("I-7: a name that turns the direction of writing is shown with its marks", async () => {
  await renderApp("/requests/req_1", {
    request: withTimeline([message("tim_1", { actor: contactActor("Ana\u202Exoc"), text: "x" })]),
  });
  expect(await screen.findByText("Ana⟦U+202E⟧xoc")).toBeTruthy();
});

const RAW = {
  id: "att_raw",
  name: "e-mail.eml",
  size: 2048,
  mediaType: "message/rfc822",
  state: "UNSCANNED",
  createdAt: "2026-11-23T08:00:00.000Z",
  uploaderName: "Ana Ionescu",
  isPreviewable: false,
  url: "/files/att_raw",
  previewUrl: null,
  refusal: null,
};
const byMail = (id: string, facts: object, mail: object = {}) =>
  message(id, {
    channel: "MAIL",
    mail: { sender: null, automatic: null, problem: null, raw: null, leftOut: [], ...mail },
    ...facts,
  });

test("F50: an answer by mail is shown as it came, with its sender, and the mail it quotes folded", async () => {
  const text = "# no heading\n* no list <server01>\n  see https://client.example/log.";
  await renderApp("/requests/req_1", {
    request: withTimeline([byMail("tim_1", { text, quoted: "> the letter" }, { sender: "ion@client.example" })]),
  });
  const own = await screen.findByText(/no heading/);
  expect(own.textContent).toBe(text);
  expect(within(own).getByRole("link").getAttribute("href")).toBe("https://client.example/log");
  expect(screen.getByText("by mail from ion@client.example")).toBeTruthy();
  const fold = screen.getByText("Show the quoted e-mail").closest("details");
  expect([fold?.open, fold?.textContent?.includes("> the letter")]).toEqual([false, true]);
});

test("F50: what could not be read is said, and what was left out is named with its reason", async () => {
  const leftOut = [{ name: "tool.exe", reason: "TYPE" }];
  await renderApp("/requests/req_1", {
    request: withTimeline([byMail("tim_1", { text: null }, { problem: "UNREADABLE", raw: RAW, leftOut })]),
  });
  expect(await screen.findByText(/could not be read here.* It can be downloaded as it came\./)).toBeTruthy();
  expect(screen.getByText("tool.exe: it is not what it says it is")).toBeTruthy();
});

test("F50: an automatic reply says what it is, and one press makes it a message", async () => {
  const note = byMail(
    "tim_1",
    { kind: "AUTO_REPLY", text: "I am away.", canMarkAsMessage: true },
    { automatic: "VACATION" },
  );
  const { calls } = await renderApp("/requests/req_1", {
    request: withTimeline([note]),
    markAsMessage: () => ({
      entry: byMail("tim_1", { text: "I am away." }, { automatic: "VACATION" }),
      request: request("req_1"),
      userErrors: [],
    }),
  });
  expect(await screen.findByText("Automatic reply: away")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "This is a message" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "This is a message" })).toBeNull());
  expect(screen.getByText("I am away.")).toBeTruthy();
  expect(sent(calls, "MarkAsMessage")).toMatchObject([{ entryId: "tim_1" }]);
});

test.each([
  ["en", ["Ana Ionescu left the request", "Radu Stan is the primary contact now"]],
  ["ro", ["Ana Ionescu a părăsit solicitarea", "Radu Stan este acum contactul principal"]],
] as const)(
  "R90: who left reads as having left, and the new primary contact is named (%s)",
  async (language, lines) => {
    const entries = [
      message("tim_2", { kind: "PRIMARY_CONTACT_CHANGED", text: null, subject: "Radu Stan" }),
      message("tim_1", { kind: "CONTACT_LEFT", text: null, subject: "Ana Ionescu" }),
    ];
    await renderApp("/requests/req_1", { request: () => withTimeline(entries) }, language);
    await screen.findByText(/left the request|a părăsit/);
    const items = screen.getAllByRole("listitem").map((item) => item.textContent);
    for (const line of lines) expect(items).toContainEqual(expect.stringContaining(line));
  },
);

test("R90, K8: who was added is named once, although the entry has the name as its text", async () => {
  const added = message("tim_1", { kind: "CONTACT_ADDED", text: "Radu Stan", subject: "Radu Stan" });
  const asked = message("tim_2", { kind: "SEVERITY_CHANGE_ASKED", text: "It spreads.", subject: null });
  await renderApp("/requests/req_1", { request: () => withTimeline([asked, added]) });
  const stream = await screen.findByRole("list", { name: "Conversation" });
  expect(await within(stream).findAllByText("Radu Stan")).toHaveLength(1);
  expect(within(stream).getByText("It spreads.")).toBeTruthy();
});
