/** The queue of a draft or a request: one while the portal is open, so that files go on while pages change (F47). */

import type { ApolloClient } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useSyncExternalStore } from "react";
import { mutateInBackground } from "../../lib/commands/use-background-mutation";
import { failureOf } from "../../lib/failure";
import {
  AnnounceFileDocument,
  type AttachedFileFragment,
  DraftFilesDocument,
  OneFileDocument,
  TakeFileBackDocument,
} from "./attachments.generated";
import { keptUploads } from "./kept-uploads";
import { createUploadQueue, type FileServer, type QueuedFile, type UploadQueue } from "./upload-queue";

export type Owner = { readonly requestId: string } | { readonly draftId: string };

const queues = new WeakMap<ApolloClient, Map<string, UploadQueue>>();

const keyOf = (owner: Owner): string => ("requestId" in owner ? owner.requestId : owner.draftId);

/** @param say turns what went wrong into a sentence */
export const useUploads = (
  owner: Owner,
  say: (error: unknown) => string,
): { readonly queue: UploadQueue; readonly files: readonly QueuedFile[] } => {
  const client = useApolloClient();
  const queue = queueOf(client, owner, say);
  return { queue, files: useSyncExternalStore(queue.subscribe, queue.files) };
};

const queueOf = (client: ApolloClient, owner: Owner, say: (error: unknown) => string): UploadQueue => {
  const ofClient = queues.get(client) ?? new Map<string, UploadQueue>();
  queues.set(client, ofClient);
  const key = keyOf(owner);
  const known = ofClient.get(key);
  if (known !== undefined) return known;
  const made = createUploadQueue(key, serverOf(client, owner, say));
  ofClient.set(key, made);
  return made;
};

const serverOf = (client: ApolloClient, owner: Owner, say: (error: unknown) => string): FileServer => {
  const find = async (id: string): Promise<AttachedFileFragment | null> => {
    try {
      const { data } = await client.query({ query: OneFileDocument, variables: { id }, fetchPolicy: "network-only" });
      return data?.node?.__typename === "Attachment" ? data.node : null;
    } catch (error) {
      if (failureOf(error).code === "NOT_FOUND") return null;
      throw error;
    }
  };
  return {
    announce: async (file) => {
      const input = { ...owner, ...file };
      const { attachment, userErrors } = await mutateInBackground(client, AnnounceFileDocument, { input }).catch(
        (error: unknown) => {
          throw new Error(say(error));
        },
      );
      const [refusal] = userErrors;
      if (refusal !== undefined) throw new Error(`${refusal.message} ${refusal.remedy}`);
      if (attachment === null) throw new Error(say(null));
      return attachment.id;
    },
    takeBack: async (attachmentId) => {
      await mutateInBackground(client, TakeFileBackDocument, { attachmentId });
    },
    find,
    known: async () => {
      if ("requestId" in owner) {
        const found = await Promise.all(keptUploads.of(owner.requestId).map(find));
        return found.filter((file) => file !== null);
      }
      const { data } = await client.query({
        query: DraftFilesDocument,
        variables: { draftId: owner.draftId },
        fetchPolicy: "network-only",
      });
      return data?.draft.attachments ?? [];
    },
  };
};
