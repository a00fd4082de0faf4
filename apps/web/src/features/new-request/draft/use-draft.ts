/** The draft session of a page: created once per draft, saved while the page is open, flushed when it closes. */

import type { DraftContent } from "@accord/domain";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { KEEPS_PAGE } from "../../../lib/client";
import { mutateInBackground } from "../../../lib/commands/use-background-mutation";
import { failureOf } from "../../../lib/failure";
import { useViewer } from "../../../lib/viewer";
import { FlowDraftDocument, SaveFlowDraftDocument } from "../new-request-page.generated";
import { storedDraftOf, toInput } from "./draft-content";
import { openDraftSession, type SaveOutcome, type StoredDraft } from "./draft-session";

type Client = ReturnType<typeof useApolloClient>;

/** Sends one save and reads the server's answer. */
async function saveDraft(
  client: Client,
  draftId: string,
  revision: number,
  content: DraftContent,
): Promise<SaveOutcome> {
  try {
    const variables = { input: { draftId, revision, content: toInput(content) } };
    const options = { context: KEEPS_PAGE, fetchPolicy: "no-cache" } as const;
    const { draft, userErrors } = await mutateInBackground(client, SaveFlowDraftDocument, variables, options);
    if (draft) return { kind: "saved", draft: storedDraftOf(draft) };
    if (userErrors.some((error) => error.code === "CHANGED_MEANWHILE")) return await readTheirs(client, draftId);
    return { kind: "refused", message: userErrors[0]?.message ?? "" };
  } catch (error) {
    return outcomeOf(error);
  }
}

async function readTheirs(client: Client, draftId: string): Promise<SaveOutcome> {
  const { data } = await client.query({
    query: FlowDraftDocument,
    variables: { id: draftId },
    context: KEEPS_PAGE,
    fetchPolicy: "no-cache",
  });
  return data ? { kind: "changed-meanwhile", theirs: storedDraftOf(data.draft) } : { kind: "unreachable" };
}

function outcomeOf(error: unknown): SaveOutcome {
  const { code } = failureOf(error);
  if (code === "NOT_FOUND") return { kind: "gone" };
  return { kind: code === "UNAUTHENTICATED" ? "signed-out" : "unreachable" };
}

/** Keeps a version that was not chosen as a draft of its own, so that nothing typed is lost. */
export async function keepAsNewDraft(client: Client, content: DraftContent): Promise<string | null> {
  const variables = { input: { content: toInput(content) } };
  const { draft } = await mutateInBackground(client, SaveFlowDraftDocument, variables, { context: KEEPS_PAGE });
  return draft?.id ?? null;
}

/** `draft` is read once: later changes come from typing, or from the server through the session. */
export function useDraft(draft: StoredDraft) {
  const client = useApolloClient();
  const accountId = useViewer().account.id;
  const [session] = useState(() =>
    openDraftSession({
      draft,
      accountId,
      save: (id, revision, content) => saveDraft(client, id, revision, content),
    }),
  );
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  useEffect(() => {
    session.start();
    const flush = (): void => void session.flush();
    const flushWhenHidden = (): void => {
      if (document.visibilityState === "hidden") flush();
    };
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", flushWhenHidden);
    return () => {
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", flushWhenHidden);
      session.stop();
    };
  }, [session]);
  return { session, snapshot };
}
