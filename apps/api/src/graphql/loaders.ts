/** Batched reads of one request: made anew for each request and principal, so that nothing seen leaks to another. */
import type { AccessAsk, Account, EpochMs, Invitation, RequestContact, SupportPlan } from "@accord/domain";
import DataLoader from "dataloader";
import type { Database } from "../storage/index.js";
import { accessAskStore } from "../storage/stores/access-ask.store.js";
import { accountStore } from "../storage/stores/account.store.js";
import type { AttachmentDetail } from "../storage/stores/attachment.store.js";
import { attachmentStore } from "../storage/stores/attachment-writes.js";
import { invitationStore } from "../storage/stores/invitation.store.js";
import { invitationKey, outboxStore } from "../storage/stores/outbox.store.js";
import { planStore } from "../storage/stores/plan.store.js";
import type { RequestDetail, RequestPause, TimelineRow } from "../storage/stores/request.store.js";
import { requestStore } from "../storage/stores/request-writes.js";

export interface Loaders {
  /** Contacts in force of a request, primary first. */
  readonly contacts: DataLoader<string, readonly RequestContact[]>;
  readonly request: DataLoader<string, RequestDetail | null>;
  readonly timelineEntry: DataLoader<string, TimelineRow | null>;
  /** Times in which the deadline stood still. */
  readonly pauses: DataLoader<string, readonly RequestPause[]>;
  /** One-time links of a request's contacts, oldest first. */
  readonly invitations: DataLoader<string, readonly Invitation[]>;
  /** By invitation: until when its mail waits for its turn; null: it does not. */
  readonly heldInvitations: DataLoader<string, EpochMs | null>;
  /** Asks for access that wait for an answer. */
  readonly accessAsks: DataLoader<string, readonly AccessAsk[]>;
  /** What was sent with requests, with entries, and what was put with drafts. */
  readonly filesOfRequest: DataLoader<string, readonly AttachmentDetail[]>;
  readonly filesOfEntry: DataLoader<string, readonly AttachmentDetail[]>;
  readonly filesOfDraft: DataLoader<string, readonly AttachmentDetail[]>;
  readonly account: DataLoader<string, Account | null>;
  readonly plan: DataLoader<string, SupportPlan | null>;
}

const inOrder = <Row extends { readonly id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | null)[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

const grouped = <Row>(ids: readonly string[], rows: readonly Row[], groupOf: (row: Row) => string | null): Row[][] =>
  ids.map((id) => rows.filter((row) => groupOf(row) === id));

export const createLoaders = (db: Database): Loaders => {
  const { read } = db;
  return {
    contacts: new DataLoader(async (ids) => {
      const rows = await read.of(requestStore).contactsOf(ids);
      return ids.map((id) => rows.filter((contact) => contact.requestId === id));
    }),
    request: new DataLoader(async (ids) => inOrder(ids, await read.of(requestStore).byIds(ids))),
    timelineEntry: new DataLoader((ids) => Promise.all(ids.map((id) => read.of(requestStore).entryById(id)))),
    pauses: new DataLoader(async (ids) => {
      const rows = await read.of(requestStore).pausesOf(ids);
      return ids.map((id) => rows.filter((pause) => pause.requestId === id));
    }),
    invitations: new DataLoader(async (ids) => {
      const rows = await read.of(invitationStore).ofRequests(ids);
      return ids.map((id) => rows.filter((invitation) => invitation.requestId === id));
    }),
    heldInvitations: new DataLoader(async (ids) => {
      const held = await read.of(outboxStore).heldUntil(ids.map(invitationKey));
      return ids.map((id) => held.get(invitationKey(id)) ?? null);
    }),
    accessAsks: new DataLoader(async (ids) => {
      const rows = await read.of(accessAskStore).openOfRequests(ids);
      return ids.map((id) => rows.filter((ask) => ask.requestId === id));
    }),
    filesOfRequest: new DataLoader(async (ids) =>
      grouped(ids, await read.of(attachmentStore).ofRequests(ids), (file) => file.requestId),
    ),
    filesOfEntry: new DataLoader(async (ids) =>
      grouped(ids, await read.of(attachmentStore).ofEntries(ids), (file) => file.entryId),
    ),
    filesOfDraft: new DataLoader(async (ids) =>
      grouped(ids, await read.of(attachmentStore).ofDrafts(ids), (file) => file.draftId),
    ),
    account: new DataLoader(async (ids) => inOrder(ids, await read.of(accountStore).byIds(ids))),
    plan: new DataLoader(async (ids) => inOrder(ids, await read.of(planStore).byIds(ids))),
  };
};
