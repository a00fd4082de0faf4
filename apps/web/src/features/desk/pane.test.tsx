/** What is opened beside the queue: handing over, reassigning, kept replies, files before taking (F52, F54). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf, topLevelError } from "../../../preview/fixture-link";
import { deskWorld, LEAD, queueItem } from "../../../preview/fixtures/desk";
import { renderApp } from "../../../preview/render-app";

type Calls = readonly { name: string; variables: Record<string, unknown> }[];
const sent = (calls: Calls, name: string): unknown[] =>
  calls.filter((call) => call.name === name).map((call) => call.variables.input);
const dialog = (name: string): HTMLElement => screen.getByRole("dialog", { name, hidden: true });
const confirm = (asked: HTMLElement, verb: string): Promise<void> =>
  userEvent.click(within(asked).getByText(verb, { selector: "button *" }));

test("F52: the owner hands over to a team with a note; themselves is not offered", async () => {
  const { calls } = await renderApp("/queue/req_1", deskWorld());
  await userEvent.click(await screen.findByRole("button", { name: "Hand over" }));
  const asked = dialog("Hand the request over");
  await within(asked).findByRole("option", { name: "Europe · at work now", hidden: true });
  expect(within(asked).queryByRole("option", { name: /Petra/, hidden: true })).toBeNull();
  await userEvent.selectOptions(within(asked).getByLabelText(/^To/), "emea");
  await userEvent.type(within(asked).getByLabelText(/^Note/), "Logs are in");
  await confirm(asked, "Hand over");
  await waitFor(() =>
    expect(sent(calls, "HandOverRequest")).toMatchObject([
      { requestId: "req_1", toTeamId: "emea", toEngineerId: null, note: "Logs are in" },
    ]),
  );
});

test("F52: a missing note is told at its field", async () => {
  const refusal = {
    __typename: "InputError",
    code: "INPUT_REQUIRED",
    message: "Say what to know.",
    remedy: "Write it.",
    path: ["note"],
  };
  await renderApp("/queue/req_1", deskWorld({}, { handOverRequest: { request: null, userErrors: [refusal] } }));
  await userEvent.click(await screen.findByRole("button", { name: "Hand over" }));
  await confirm(dialog("Hand the request over"), "Hand over");
  expect(await screen.findByText("Say what to know.")).toBeTruthy();
});

test("F52: a lead gives anybody's request to an engineer; an engineer is not offered that", async () => {
  const foreign = queueItem("req_1", { canTake: false, engineer: { id: "acc_petra", name: "Petra Novak" } });
  const queued = { queueItem: foreign, queue: connectionOf([foreign]) };
  const { calls, unmount } = await renderApp("/queue/req_1", deskWorld({}, { ...queued, viewer: LEAD }));
  await userEvent.click(await screen.findByRole("button", { name: "Give to …" }));
  const asked = dialog("Give the request to somebody");
  await within(asked).findByRole("option", { name: "Tiago Silva", hidden: true });
  await userEvent.selectOptions(within(asked).getByLabelText(/^To/), "acc_tiago");
  await confirm(asked, "Give it");
  await waitFor(() =>
    expect(sent(calls, "ReassignRequest")).toMatchObject([{ toEngineerId: "acc_tiago", toTeamId: null, note: null }]),
  );
  unmount();
  await renderApp("/queue/req_1", deskWorld({}, queued));
  await screen.findByText("Replica stays behind");
  expect(screen.queryByRole("button", { name: "Give to …" })).toBeNull();
});

test("F42, F52: an engineer of its team writes a note on somebody else's request; of another team is not offered that", async () => {
  const foreign = queueItem("req_1", { canTake: false, engineer: { id: "acc_tiago", name: "Tiago Silva" } });
  const team = (memberId: string) => ({
    workspace: {
      ...(deskWorld() as { workspace: object }).workspace,
      engineers: [],
      teams: [{ id: "romanian", name: "Bucharest", isWorking: true, members: [{ id: memberId }] }],
    },
  });
  const queued = { queueItem: foreign, queue: connectionOf([foreign]) };
  const done = { entry: { __typename: "NoteEntry", id: "evt_1" }, request: null, userErrors: [] };
  const { calls, unmount } = await renderApp(
    "/queue/req_1",
    deskWorld({}, { ...queued, ...team("acc_petra"), addCommunication: done }),
  );
  await userEvent.click(await screen.findByRole("button", { name: "Write a note" }));
  const asked = dialog("Note on this request");
  await userEvent.type(within(asked).getByLabelText(/^Internal note/), "Known since May");
  await confirm(asked, "Save the note");
  await waitFor(() =>
    expect(sent(calls, "WriteTeamNote")).toMatchObject([
      { requestId: "req_1", text: "Known since May", isInternal: true },
    ]),
  );
  expect(await screen.findByText("The note is saved.")).toBeTruthy();
  unmount();
  const { calls: others } = await renderApp("/queue/req_1", deskWorld({}, { ...queued, ...team("acc_nobody") }));
  await screen.findByText("Replica stays behind");
  await waitFor(() => expect(others.some(({ name }) => name === "DeskPeople")).toBe(true));
  expect(screen.queryByRole("button", { name: "Write a note" })).toBeNull();
});

test("F54: a kept reply comes with its variables filled in, the customer's language first; what has no value is named", async () => {
  await renderApp("/queue/req_1", deskWorld());
  await userEvent.click(await screen.findByRole("button", { name: "Kept replies" }));
  const choices = (await screen.findByText(/Mulțumesc/)).closest("div")?.querySelectorAll("button") ?? [];
  expect([...choices].map((choice) => choice.textContent)).toEqual(["Mulțumesc ro", "Ask for logs en · whole desk"]);
  await userEvent.click(screen.getByText(/Ask for logs/));
  const field = screen.getByRole("textbox", { name: "Answer the customer" }) as HTMLTextAreaElement;
  await waitFor(() => expect(field.value).toBe("Dear Ana, please send logs."));
  expect(screen.getByText("{{team.name}}")).toBeTruthy();
});

test("F54: an engineer keeps replies of their own; the desk's are a lead's", async () => {
  const { calls } = await renderApp("/queue/req_1", deskWorld());
  await userEvent.click(await screen.findByRole("button", { name: "Edit kept replies" }));
  const asked = dialog("Kept replies");
  expect(within(asked).getAllByText("Delete")).toHaveLength(1);
  await userEvent.click(within(asked).getByText("Write a new one"));
  expect(within(asked).queryByLabelText("For the whole desk")).toBeNull();
  await userEvent.type(within(asked).getByLabelText(/^Title/), "Thanks");
  await userEvent.type(within(asked).getByLabelText(/^Text/), "Thank you");
  await userEvent.click(within(asked).getByText("Save"));
  await waitFor(() =>
    expect(sent(calls, "SaveCannedReply")).toMatchObject([
      { id: null, title: "Thanks", text: "Thank you", language: "EN", isShared: false },
    ]),
  );
});

const openArticles = async () => {
  const button = await screen.findByRole("button", { name: "Articles" });
  await userEvent.click(button);
  return { button, search: await screen.findByRole("searchbox", { name: "Search the articles" }) };
};
const answer = (): HTMLTextAreaElement => screen.getByRole("textbox", { name: "Answer the customer" });
const QUORUM_LINK = `[The failover cluster has lost its quorum](${window.location.origin}/help/cluster-quorum-lost)`;

test("F62: without a word the articles that fit the request stand there, asked for in the customer's language", async () => {
  const article = {
    id: "dns-slow",
    title: "DNS răspunde \\încet [ceva]",
    family: { id: "windows-server", name: "Windows Server" },
  };
  const stranger = {
    id: "mail-slow",
    title: "Mail is slow",
    family: { id: "exchange-server", name: "Exchange Server" },
  };
  const elsewhere = [{ kind: "FAMILY", family: article.family }];
  const found = { articles: [stranger, article], totalCount: 2, elsewhere };
  const { calls } = await renderApp("/queue/req_1", deskWorld({}, { searchArticles: found }));
  await openArticles();
  await screen.findByText("This article fits the request best");
  // What is about other products is found by words alone.
  expect(screen.queryByText("Mail is slow")).toBeNull();
  const asked = calls.find(({ name }) => name === "ArticlesToLink")?.variables;
  expect(asked).toMatchObject({
    text: "Domain controllers stopped replicating after the November update",
    productVersionId: "ver_ws2025",
    categoryId: "active-directory",
    problemId: "replication",
    language: "RO",
  });
  const choice = screen.getByRole("button", { name: /^DNS răspunde/ });
  expect(choice.querySelector("[lang=ro]")?.textContent).toBe(article.title);
  await userEvent.click(choice);
  expect(answer().value).toBe(`[DNS răspunde \\\\încet \\[ceva\\]](${window.location.origin}/help/dns-slow)`);
});

test("F62: an article found by words comes as a link below what is written; it is said, and writing goes on there", async () => {
  const { calls } = await renderApp("/queue/req_1", deskWorld());
  const { search } = await openArticles();
  await userEvent.type(answer(), "Please read this:");
  const again = (await openArticles()).search;
  expect(again).not.toBe(search);
  await userEvent.type(again, "quorum");
  const choice = await screen.findByRole("button", { name: /^The failover cluster has lost its quorum/ });
  await screen.findByText("1 article");
  await userEvent.click(choice);
  expect(answer().value).toBe(`Please read this:\n\n${QUORUM_LINK}`);
  await waitFor(() => expect(document.activeElement).toBe(answer()));
  expect(answer().selectionStart).toBe(answer().value.length);
  await waitFor(() => expect(screen.queryByRole("searchbox", { name: "Search the articles" })).toBeNull());
  expect(screen.getByText("The link to “The failover cluster has lost its quorum” is in your answer.")).toBeTruthy();
  expect(calls.filter(({ name }) => name === "ArticlesToLink").length).toBeLessThan(6);
});

test("F62: the keyboard reaches the field and what it found, and Escape leads back to the button", async () => {
  await renderApp("/queue/req_1", deskWorld());
  const { button, search } = await openArticles();
  await userEvent.tab();
  expect(document.activeElement).toBe(search);
  await userEvent.keyboard("quorum");
  const choice = await screen.findByRole("button", { name: /^The failover cluster has lost its quorum/ });
  await userEvent.tab();
  expect(document.activeElement).toBe(choice);
  await userEvent.keyboard("{Escape}");
  expect(document.activeElement).toBe(button);
  expect(screen.queryByRole("searchbox", { name: "Search the articles" })).toBeNull();
  expect(answer().value).toBe("");
  await userEvent.keyboard("{Enter}");
  await userEvent.tab();
  await userEvent.keyboard("quorum");
  await screen.findByText("1 article");
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(answer().value).toBe(QUORUM_LINK));
});

test("F62: while the preview is shown the link comes too, and the focus stays with the tool", async () => {
  await renderApp("/queue/req_1", deskWorld());
  await screen.findByRole("textbox", { name: "Answer the customer" });
  await userEvent.click(screen.getByRole("button", { name: "Preview" }));
  const { button, search } = await openArticles();
  await userEvent.type(search, "quorum");
  await screen.findByText("1 article");
  await userEvent.click(screen.getByRole("button", { name: /^The failover cluster has lost its quorum/ }));
  expect(await screen.findByRole("link", { name: "The failover cluster has lost its quorum" })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test("F62: a search that finds nothing, or fails, says so in place; the answer is written and sent all the same", async () => {
  let isBroken = false;
  const { calls } = await renderApp(
    "/queue/req_1",
    deskWorld(
      {},
      {
        searchArticles: () =>
          isBroken ? topLevelError("UNAVAILABLE") : { articles: [], totalCount: 0, elsewhere: [] },
      },
    ),
  );
  await openArticles();
  await screen.findByText("No article found. Try other words, or go on writing.");
  await userEvent.keyboard("{Escape}");
  isBroken = true;
  const { search } = await openArticles();
  await userEvent.type(search, "quorum");
  await screen.findByText(/^Articles cannot be searched now\./);
  expect(screen.queryByRole("alert")).toBeNull();
  await userEvent.type(answer(), "We look into it.");
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() =>
    expect(sent(calls, "AddCommunication")).toMatchObject([{ requestId: "req_1", text: "We look into it." }]),
  );
});
