/** One-time links and asks for access, by what they belong to. */
import type { AccessAsk, EpochMs, Invitation } from "@accord/domain";
import DataLoader from "dataloader";
import { grouped, type LoaderKey } from "../../kernel/graphql/loaders.js";
import { invitationKey, outboxStore } from "../../kernel/jobs/outbox.store.js";
import { accessAskStore } from "./storage/access-ask.store.js";
import { invitationStore } from "./storage/invitation.store.js";

/** One-time links of a request's contacts, oldest first. */
export const invitationLoader: LoaderKey<readonly Invitation[]> = ({ read }) =>
  new DataLoader(async (ids) => grouped(ids, await read.of(invitationStore).ofRequests(ids), (row) => row.requestId));

/** By invitation: until when its mail waits for its turn; null: it does not. */
export const heldInvitationLoader: LoaderKey<EpochMs | null> = ({ read }) =>
  new DataLoader(async (ids) => {
    const held = await read.of(outboxStore).heldUntil(ids.map(invitationKey));
    return ids.map((id) => held.get(invitationKey(id)) ?? null);
  });

/** Asks for access to a request that wait for an answer. */
export const accessAskLoader: LoaderKey<readonly AccessAsk[]> = ({ read }) =>
  new DataLoader(async (ids) =>
    grouped(ids, await read.of(accessAskStore).openOfRequests(ids), (row) => row.requestId),
  );
