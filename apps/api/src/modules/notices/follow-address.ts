/** What a proven address changes: contacts bound to the account follow it, their requests say so, and those that name it are seen (E9, K5). */
import { type Account, type EpochMs, joinName } from "@accord/domain";
import { newId } from "../../kernel/db/index.js";
import type { FollowAddress } from "../identity/module.js";
import { type FollowedContact, requestStore, type TimelineEntry } from "../requests/module.js";
import { noticeStore } from "./storage/notice.store.js";

/** `before`: the account as it was; null for a new one. Nothing happens while the address is not proven. */
export const followAddress: FollowAddress = async (tx, account, before, at) => {
  if (!account.isEmailProven) return;
  const from = before?.email ?? "";
  if (from !== "" && from !== account.email) {
    const followed = await tx.of(requestStore).followAddress(account.id, { from, to: account.email, at });
    if (followed.length > 0)
      await tx.of(requestStore).addEvents(followed.map((contact) => entryOf(contact, account, at)));
  }
  // Who was added before having an account is told now (P12).
  if ((await tx.of(requestStore).bindContacts(account.id, account.email, at)) > 0)
    await tx.of(noticeStore).addForContact(account.id, at);
};

const entryOf = (contact: FollowedContact, account: Account, at: EpochMs): TimelineEntry => ({
  id: newId("evt", at),
  requestId: contact.requestId,
  kind: "CONTACT_ADDRESS_CHANGED",
  actorId: account.id,
  isFromSupport: false,
  isInternal: false,
  text: null,
  status: null,
  at,
  channel: "SYSTEM",
  params: { contactId: contact.id, name: joinName(contact) },
});
