/** Refusals in the life of a request, as its contacts meet them. */
import { newId } from "../../../apps/api/src/kernel/db/index.js";
import { requestStore } from "../../../apps/api/src/modules/requests/module.js";
import { type Arrange, but, type CasesOf, empty, tooLong } from "./cases.js";
import { looseFile } from "./file-cases.js";
import type { OpenedRequest, RefusalWorld } from "./world.js";

const DAY = 86_400_000;

/** By a contact of an open request. */
const onOpen =
  (more: Readonly<Record<string, unknown>> = {}): Arrange =>
  async (world) => {
    const { id, by } = await world.request();
    return { by, input: { requestId: id, ...more } };
  };
/** By a contact, of one that was closed some days ago. */
const onClosed =
  (more: Readonly<Record<string, unknown>> = {}, days = 0): Arrange =>
  async (world) => {
    const { id, by } = await world.closed(await world.engineer(), world.server.clock.now() - days * DAY);
    return { by, input: { requestId: id, ...more } };
  };
/** By the engineer who serves it. */
const asEngineer =
  (more: Readonly<Record<string, unknown>> = {}): Arrange =>
  async (world) => {
    const by = await world.engineer();
    const { id } = await world.served(by);
    return { by, input: { requestId: id, ...more } };
  };

const withFile =
  (state: "UPLOADING" | "REFUSED"): Arrange =>
  async (world) => {
    const { id, by } = await world.request();
    const attachmentIds = [await looseFile(world, by, { requestId: id }, state)];
    return { by, input: { requestId: id, text: "See the log.", attachmentIds } };
  };

const editing: Arrange = async (world) => {
  const { id, by } = await world.request();
  const { entry } = await world.did(by, "addCommunication", { requestId: id, text: "First." }, "entry { id }");
  return { by, input: { entryId: entry.id, text: "Second." } };
};

const entryOf = async (
  world: RefusalWorld,
  request: OpenedRequest,
  kind: "REPLY" | "AUTO_REPLY",
): Promise<{ readonly entryId: string }> => {
  const { db, clock } = world.server;
  const at = clock.now();
  const id = newId("evt", at);
  const entry = { actorId: request.by.accountId, isFromSupport: false, isInternal: false, text: "Away.", status: null };
  await db.transaction("test entry", (tx) =>
    tx.of(requestStore).addEvents([{ ...entry, id, requestId: request.id, kind, at }]),
  );
  return { entryId: id };
};

const reply = onOpen({ text: "Still so." });
const rating = onClosed({ score: 5 });
const reopening = onClosed({ reason: "It is back." });
const asking = onOpen({ severity: "CRITICAL", reason: "It spreads." });

export const conversationCases: CasesOf<
  | "addCommunication"
  | "updateCommunication"
  | "markAsMessage"
  | "closeRequest"
  | "reopenRequest"
  | "cancelRequest"
  | "updateRequestRating"
  | "createSeverityAsk"
> = {
  addCommunication: {
    INPUT_REQUIRED: empty(reply, "text"),
    INPUT_TOO_LONG: tooLong(reply, "text"),
    ATTACHMENT_NOT_READY: withFile("UPLOADING"),
    ATTACHMENT_REFUSED: withFile("REFUSED"),
    REQUEST_CLOSED: onClosed({ text: "One more thing." }),
    STATUS_CHANGE_NOT_ALLOWED: asEngineer({ text: "Done.", markAs: "NEW" }),
  },
  updateCommunication: {
    INPUT_REQUIRED: empty(editing, "text"),
    INPUT_TOO_LONG: tooLong(editing, "text"),
    EDIT_WINDOW_OVER: async (world) => {
      const asked = await editing(world);
      world.server.clock.advance(16 * 60_000);
      return asked;
    },
  },
  markAsMessage: {
    REQUEST_CLOSED: async (world) => {
      const request = await world.closed();
      return { by: request.by, input: await entryOf(world, request, "AUTO_REPLY") };
    },
    ALREADY_A_MESSAGE: async (world) => {
      const request = await world.request();
      return { by: request.by, input: await entryOf(world, request, "REPLY") };
    },
  },
  closeRequest: {
    INPUT_REQUIRED: asEngineer(),
    INPUT_TOO_LONG: onOpen({ rating: { score: 5, comment: "x".repeat(2001) } }),
    INPUT_INVALID: asEngineer({ reason: "SOLVED", rating: { score: 5 } }),
    REQUEST_CLOSED: onClosed(),
  },
  reopenRequest: {
    INPUT_REQUIRED: empty(reopening, "reason"),
    INPUT_TOO_LONG: tooLong(reopening, "reason"),
    REOPEN_WINDOW_OVER: onClosed({ reason: "It is back." }, 15),
    STATUS_CHANGE_NOT_ALLOWED: onOpen({ reason: "It is back." }),
  },
  cancelRequest: {
    REQUEST_CLOSED: onClosed(),
    STATUS_CHANGE_NOT_ALLOWED: async (world) => {
      const { id, by } = await world.served(await world.engineer());
      return { by, input: { requestId: id } };
    },
  },
  updateRequestRating: {
    INPUT_TOO_LONG: tooLong(rating, "comment"),
    INPUT_INVALID: but(rating, { score: 6 }),
    STATUS_CHANGE_NOT_ALLOWED: onOpen({ score: 5 }),
  },
  createSeverityAsk: {
    INPUT_REQUIRED: empty(asking, "reason"),
    INPUT_TOO_LONG: tooLong(asking, "reason"),
    INPUT_INVALID: but(asking, { severity: "MODERATE" }),
    REQUEST_CLOSED: onClosed({ severity: "CRITICAL", reason: "It spreads." }),
  },
};
