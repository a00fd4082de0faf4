/** Somebody asked for access by number: the contacts and the engineer learn of it where there is such a request (F46). */
import { type EpochMs, isWorthTelling, REST_AFTER_REFUSAL } from "@accord/domain";
import { newId, type WriteStores } from "../../../kernel/db/index.js";
import { accountStore } from "../../identity/module.js";
import { accessAskStore } from "../../invitations/module.js";
import { requestStore } from "../../requests/module.js";

/** Told once; what leads nowhere is told to nobody. The request itself does not change: strangers do not keep it open. */
export const tellAsk = async (tx: WriteStores, askId: string, at: EpochMs): Promise<void> => {
  const ask = await tx.of(accessAskStore).byId(askId);
  const request = ask === null || ask.requestId === null ? null : await tx.of(requestStore).byId(ask.requestId);
  const asker = ask === null ? null : await tx.of(accountStore).byId(ask.accountId);
  if (ask === null || request === null || asker === null) return;
  const contacts = await tx.of(requestStore).contactsOf([request.id]);
  if (!isWorthTelling(asker, request, contacts)) return;
  if (await tx.of(accessAskStore).wasRefusedSince(asker.id, request.id, at - REST_AFTER_REFUSAL)) return;
  if (!(await tx.of(accessAskStore).markTold(askId, at))) return;
  await tx.of(requestStore).addEvents([
    {
      id: newId("evt", at),
      requestId: request.id,
      kind: "ACCESS_ASKED",
      actorId: asker.id,
      isFromSupport: false,
      isInternal: false,
      text: null,
      status: null,
      at,
      channel: "PORTAL",
      params: { name: asker.email },
    },
  ]);
};
