/** Finds the draft to go on with, or creates one filled from the profile (R54, F32). */

import { type DraftContent, EMPTY_DRAFT } from "@accord/domain";
import type { useApolloClient } from "@apollo/client/react";
import { mutateInBackground } from "../../lib/commands/use-background-mutation";
import type { UserErrorFields } from "../../lib/refusal-text";
import { ownContactOf } from "./account-of-viewer";
import { isUntouched, storedDraftOf, toInput } from "./draft/draft-content";
import { FlowDraftsDocument, type FlowStartQuery, SaveFlowDraftDocument } from "./new-request-page.generated";

export interface BegunDraft {
  readonly id: string;
  /** True when something had been typed into it before. */
  readonly isResumed: boolean;
}

/** The profile's defaults; every one of them can be changed in the request. */
function firstContent({ viewer }: FlowStartQuery): DraftContent {
  const { account } = viewer;
  return {
    ...EMPTY_DRAFT,
    country: account.profile?.country ?? null,
    timeZone: account.profile?.timeZone ?? null,
    primaryContact: ownContactOf(account),
  };
}

/** An untouched draft is taken up again rather than left behind, even for a fresh start. @throws when the server did not answer. */
export async function beginDraft(
  client: ReturnType<typeof useApolloClient>,
  start: FlowStartQuery,
  isFresh: boolean,
): Promise<BegunDraft | { readonly refusal: UserErrorFields }> {
  const found = await client.query({ query: FlowDraftsDocument, fetchPolicy: "network-only" });
  const drafts = (found.data?.myDrafts ?? []).map(storedDraftOf).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  const [newest] = drafts;
  if (newest && !isFresh && !isUntouched(newest.content)) return { id: newest.id, isResumed: true };
  const blank = drafts.find((draft) => isUntouched(draft.content));
  if (blank) return { id: blank.id, isResumed: false };
  const input = { content: toInput(firstContent(start)) };
  const { draft, userErrors } = await mutateInBackground(client, SaveFlowDraftDocument, { input });
  if (draft) return { id: draft.id, isResumed: false };
  const [refusal] = userErrors;
  if (!refusal) throw new Error("The server made no draft.");
  return { refusal };
}
