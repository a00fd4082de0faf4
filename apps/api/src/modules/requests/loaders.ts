/** Requests by id, and what belongs to each. */
import type { RequestContact } from "@accord/domain";
import DataLoader from "dataloader";
import { grouped, inOrder, type LoaderKey, rowLoader } from "../../kernel/graphql/loaders.js";
import type { RequestDetail, RequestPause, TimelineRow } from "./storage/request.store.js";
import { contactChangeStore, requestStore } from "./storage/request-writes.js";

export const requestLoader: LoaderKey<RequestDetail | null> = ({ read }) =>
  new DataLoader(async (ids) => inOrder(ids, await read.of(requestStore).byIds(ids)));

/** Contacts in force of a request, primary first. */
export const contactLoader: LoaderKey<readonly RequestContact[]> = ({ read }) =>
  new DataLoader(async (ids) => grouped(ids, await read.of(requestStore).contactsOf(ids), (row) => row.requestId));

/** When a contact last changed. */
export const contactChangeLoader = rowLoader(contactChangeStore);

export const timelineEntryLoader: LoaderKey<TimelineRow | null> = ({ read }) =>
  new DataLoader((ids) => Promise.all(ids.map((id) => read.of(requestStore).entryById(id))));

/** Times in which the deadline stood still. */
export const pauseLoader: LoaderKey<readonly RequestPause[]> = ({ read }) =>
  new DataLoader(async (ids) => grouped(ids, await read.of(requestStore).pausesOf(ids), (row) => row.requestId));
