/** The copy of a draft in the tab: bridges an outage or a closed session, never holds the chosen plan (F32). */
import { type DraftContent, EMPTY_DRAFT } from "@accord/domain";
import { tabStore } from "./kept/tab-store";

const PREFIX = "accord.draft.";

export interface DraftCopy {
  /** Whose words they are: nobody else is shown them unless the server hands the draft over. */
  readonly accountId: string;
  /** The server revision the copy was typed on. */
  readonly revision: number;
  readonly content: DraftContent;
}

export function keepCopy(draftId: string, { accountId, revision, content }: DraftCopy): void {
  tabStore.write(PREFIX + draftId, { accountId, revision, content: { ...content, planId: null } } satisfies DraftCopy);
}

/** The copy of this draft, or null when there is none or it cannot be read. */
export function readCopy(draftId: string): DraftCopy | null {
  const found = tabStore.readJson(PREFIX + draftId);
  if (typeof found !== "object" || found === null) return null;
  const { accountId, revision, content } = found as { readonly [Name in keyof DraftCopy]?: unknown };
  if (typeof accountId !== "string" || typeof revision !== "number") return null;
  if (typeof content !== "object" || content === null) return null;
  return { accountId, revision, content: { ...EMPTY_DRAFT, ...(content as Partial<DraftContent>), planId: null } };
}

/** Every copy of this tab, by the id of its draft: what was typed and not saved yet. */
export function keptCopies(): ReadonlyMap<string, DraftCopy> {
  const ids = tabStore.keys().flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : []));
  return new Map(ids.flatMap((id) => [readCopy(id)].flatMap((copy) => (copy ? [[id, copy] as const] : []))));
}

/** Removes the copy: the server has it, or the request was submitted. */
export function dropCopy(draftId: string): void {
  tabStore.remove(PREFIX + draftId);
}

/** True when two contents hold the same text and choices, the plan aside. */
export function isSameContent(a: DraftContent, b: DraftContent): boolean {
  const bare = (content: DraftContent): string =>
    JSON.stringify(
      Object.entries({ ...content, planId: null }).sort(([x], [y]) => (x < y ? -1 : 1)),
      (key, value: unknown) => (key === "__typename" ? undefined : value),
    );
  return bare(a) === bare(b);
}
