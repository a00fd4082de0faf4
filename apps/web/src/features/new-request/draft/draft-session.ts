/** Keeps one draft on the server while a person types: one save at a time, a copy in the tab, no text ever dropped (F32, S11). */
import type { DraftContent } from "@accord/domain";
import { dropCopy, isSameContent, keepCopy, readCopy } from "../../../lib/draft-copy";

/** `pending`: typed, not sent yet. `conflict`: saved elsewhere meanwhile. `gone`: submitted or removed elsewhere. */
export type SaveState = "saved" | "pending" | "saving" | "offline" | "conflict" | "gone" | "signed-out" | "refused";

export interface StoredDraft {
  readonly id: string;
  readonly revision: number;
  readonly content: DraftContent;
  /** ISO instant. */
  readonly updatedAt: string;
}

export type SaveOutcome =
  | { readonly kind: "saved"; readonly draft: StoredDraft }
  | { readonly kind: "changed-meanwhile"; readonly theirs: StoredDraft }
  | { readonly kind: "gone" | "signed-out" | "unreachable" }
  | { readonly kind: "refused"; readonly message: string };

export interface DraftSnapshot {
  readonly id: string;
  readonly content: DraftContent;
  readonly state: SaveState;
  readonly updatedAt: string;
  readonly theirs: StoredDraft | null;
  readonly refusal: string | null;
}

export interface DraftSession {
  readonly snapshot: () => DraftSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes the content and plans a save. */
  readonly change: (patch: Partial<DraftContent>) => void;
  /** Saves now what is not saved yet; resolves when nothing is under way. */
  readonly flush: () => Promise<void>;
  /** After a conflict: what was typed here goes over the other version. */
  readonly keepMine: () => Promise<void>;
  /** After a conflict: the other version replaces what was typed here. */
  readonly takeTheirs: () => void;
  /** The request exists: stop saving and drop the copy. */
  readonly finish: () => void;
  /** Begins (or begins again) to save; a session is born at rest. */
  readonly start: () => void;
  /** Leaves the page: what is not saved yet is sent once more, the copy stays until the server has it. */
  readonly stop: () => void;
}

interface Options {
  readonly draft: StoredDraft;
  readonly accountId: string;
  readonly save: (draftId: string, revision: number, content: DraftContent) => Promise<SaveOutcome>;
  /** Milliseconds of quiet before a save, and between tries while the server is out of reach. */
  readonly quietMs?: number;
  readonly retryMs?: number;
}

const isOnlyPlanChosen = (theirs: DraftContent, saved: DraftContent): boolean =>
  theirs.planId !== saved.planId && isSameContent(theirs, saved);

/** Opens a session on a stored draft; takes up a copy that an earlier page left behind. */
export function openDraftSession({ draft, accountId, save, quietMs = 2000, retryMs = 5000 }: Options): DraftSession {
  const listeners = new Set<() => void>();
  let revision = draft.revision;
  /** What the server has, as far as this page knows. */
  let saved = draft.content;
  let current: DraftSnapshot = {
    id: draft.id,
    content: draft.content,
    state: "saved",
    updatedAt: draft.updatedAt,
    theirs: null,
    refusal: null,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let isStopped = true;
  let isFinished = false;

  const show = (patch: Partial<DraftSnapshot>): void => {
    current = { ...current, ...patch };
    for (const listener of listeners) listener();
  };
  const plan = (ms: number): void => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void flush(), ms);
  };

  const settle = (outcome: SaveOutcome, sent: DraftContent): void => {
    switch (outcome.kind) {
      case "saved": {
        revision = outcome.draft.revision;
        saved = outcome.draft.content;
        const isUpToDate = current.content === sent;
        if (isUpToDate) dropCopy(draft.id);
        else keepCopy(draft.id, { accountId, revision, content: current.content });
        show({ state: isUpToDate ? "saved" : "pending", updatedAt: outcome.draft.updatedAt, refusal: null });
        if (!isUpToDate) plan(quietMs);
        return;
      }
      case "changed-meanwhile":
        // The reply of an earlier save was lost: the server already has this very text.
        if (isSameContent(outcome.theirs.content, sent)) settle({ kind: "saved", draft: outcome.theirs }, sent);
        else if (isOnlyPlanChosen(outcome.theirs.content, saved)) adopt(outcome.theirs);
        else show({ state: "conflict", theirs: outcome.theirs });
        return;
      case "unreachable":
        show({ state: "offline" });
        plan(retryMs);
        return;
      case "refused":
        show({ state: "refused", refusal: outcome.message });
        return;
      default:
        show({ state: outcome.kind });
    }
  };

  /** What was bought for this request is its plan, on the server first (F24): typed text is no conflict with that. */
  const adopt = (theirs: StoredDraft): void => {
    const isChosenHere = current.content.planId !== saved.planId;
    revision = theirs.revision;
    saved = theirs.content;
    const planId = isChosenHere ? current.content.planId : theirs.content.planId;
    const content = { ...current.content, planId };
    keepCopy(draft.id, { accountId, revision, content });
    show({ content, state: "pending" });
    plan(0);
  };

  const sendOnce = async (): Promise<void> => {
    const sent = current.content;
    show({ state: "saving" });
    const outcome = await save(draft.id, revision, sent);
    if (!isStopped) settle(outcome, sent);
  };

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (underWay !== null) await underWay;
    const waits: readonly SaveState[] = ["saved", "conflict", "gone"];
    if (isStopped || waits.includes(current.state)) return;
    underWay = sendOnce().finally(() => {
      underWay = null;
    });
    await underWay;
  }

  const change = (patch: Partial<DraftContent>): void => {
    const content = { ...current.content, ...patch };
    keepCopy(draft.id, { accountId, revision, content });
    const isHeld = current.state === "conflict" || current.state === "gone" || current.state === "saving";
    show({ content, state: isHeld ? current.state : current.state === "offline" ? "offline" : "pending" });
    if (!isHeld) plan(current.state === "offline" ? retryMs : quietMs);
  };

  const takeUpCopy = (): void => {
    const copy = readCopy(draft.id);
    if (!copy) return;
    if (isSameContent(copy.content, draft.content)) {
      dropCopy(draft.id);
      return;
    }
    const content = { ...copy.content, planId: draft.content.planId };
    if (copy.revision === draft.revision) {
      current = { ...current, content, state: "pending" };
    } else {
      current = { ...current, content, state: "conflict", theirs: draft };
    }
  };
  takeUpCopy();

  return {
    snapshot: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    flush,
    keepMine: async () => {
      if (!current.theirs) return;
      revision = current.theirs.revision;
      saved = current.theirs.content;
      show({ state: "pending", theirs: null });
      await flush();
    },
    takeTheirs: () => {
      if (!current.theirs) return;
      revision = current.theirs.revision;
      saved = current.theirs.content;
      dropCopy(draft.id);
      show({ content: current.theirs.content, state: "saved", updatedAt: current.theirs.updatedAt, theirs: null });
    },
    finish: () => {
      isStopped = true;
      isFinished = true;
      clearTimeout(timer);
      dropCopy(draft.id);
    },
    start: () => {
      isStopped = isFinished;
      if (current.state !== "saved" && current.state !== "conflict") plan(quietMs);
    },
    stop: () => {
      if (current.state === "pending" || current.state === "offline") void flush();
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
