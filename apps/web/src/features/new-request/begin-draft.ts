/** Finds the draft to go on with, or creates one filled from the profile (R54, F32). */

import { type DraftContent, EMPTY_DRAFT } from "@accord/domain";
import type { useApolloClient } from "@apollo/client/react";
import { mutateInBackground } from "../../lib/commands/use-background-mutation";
import type { UserErrorFields } from "../../lib/refusal-text";
import { ownContactOf } from "./account-of-viewer";
import { isUntouched, storedDraftOf, toInput } from "./draft/draft-content";
import type { StoredDraft } from "./draft/draft-session";
import {
  FlowDraftsDocument,
  type FlowStartQuery,
  FlowVersionDocument,
  SaveFlowDraftDocument,
} from "./new-request-page.generated";

type Client = ReturnType<typeof useApolloClient>;
type Begun = BegunDraft | { readonly refusal: UserErrorFields };

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

/** What a draft about this version begins with. @throws when the server did not answer. */
async function contentAbout(client: Client, start: FlowStartQuery, versionId: string): Promise<DraftContent> {
  const { data } = await client.query({ query: FlowVersionDocument, variables: { id: versionId } });
  if (!data) throw new Error("The server named no product.");
  const { id, product } = data.productVersion;
  return { ...firstContent(start), productId: product.id, productVersionId: id };
}

/** Is nothing in it but this version? */
const isOnlyAbout = (content: DraftContent, versionId: string): boolean =>
  content.productVersionId === versionId && isUntouched({ ...content, productId: null });

async function save(client: Client, content: DraftContent, blank?: StoredDraft): Promise<Begun> {
  const known = blank && { draftId: blank.id, revision: blank.revision };
  const input = { ...known, content: toInput(content) };
  const { draft, userErrors } = await mutateInBackground(client, SaveFlowDraftDocument, { input });
  if (draft) return { id: draft.id, isResumed: false };
  const [refusal] = userErrors;
  if (!refusal) throw new Error("The server made no draft.");
  return { refusal };
}

export interface Beginning {
  /** A fresh draft was asked for. */
  readonly isFresh: boolean;
  /** The version it is about, chosen before the flow was entered. */
  readonly versionId: string | null;
}

/** An untouched draft is taken up again rather than left behind, even for a fresh start. @throws when the server did not answer. */
export async function beginDraft(
  client: Client,
  start: FlowStartQuery,
  { isFresh, versionId }: Beginning,
): Promise<Begun> {
  const found = await client.query({ query: FlowDraftsDocument, fetchPolicy: "network-only" });
  const drafts = (found.data?.myDrafts ?? []).map(storedDraftOf).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  const [newest] = drafts;
  const blank = drafts.find((draft) => isUntouched(draft.content));
  if (versionId !== null) {
    const begun = drafts.find((draft) => isOnlyAbout(draft.content, versionId));
    if (begun) return { id: begun.id, isResumed: false };
    return save(client, await contentAbout(client, start, versionId), blank);
  }
  if (newest && !isFresh && !isUntouched(newest.content)) return { id: newest.id, isResumed: true };
  if (blank) return { id: blank.id, isResumed: false };
  return save(client, firstContent(start));
}
