/** What is opened beside the queue: handing over, reassigning, kept replies, files before taking (F52, F54). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf } from "../../../preview/fixture-link";
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
  const done = { entry: { id: "evt_1" }, request: null, userErrors: [] };
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
      { id: null, title: "Thanks", text: "Thank you", language: "en", isShared: false },
    ]),
  );
});
