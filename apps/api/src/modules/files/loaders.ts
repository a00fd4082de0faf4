/** Files by what they were sent with, or put with. */
import DataLoader from "dataloader";
import { grouped, type LoaderKey } from "../../kernel/graphql/loaders.js";
import type { AttachmentDetail } from "./storage/attachment.store.js";
import { attachmentStore } from "./storage/attachment-writes.js";

type Files = LoaderKey<readonly AttachmentDetail[]>;

export const requestFilesLoader: Files = ({ read }) =>
  new DataLoader(async (ids) => grouped(ids, await read.of(attachmentStore).ofRequests(ids), (file) => file.requestId));

export const entryFilesLoader: Files = ({ read }) =>
  new DataLoader(async (ids) => grouped(ids, await read.of(attachmentStore).ofEntries(ids), (file) => file.entryId));

export const draftFilesLoader: Files = ({ read }) =>
  new DataLoader(async (ids) => grouped(ids, await read.of(attachmentStore).ofDrafts(ids), (file) => file.draftId));
