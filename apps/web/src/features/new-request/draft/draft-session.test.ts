/** Autosave: nothing typed is lost, whatever the server and the network do. */
import { EMPTY_DRAFT } from "@accord/domain";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepCopy, readCopy } from "../../../lib/draft-copy";
import { openDraftSession, type SaveOutcome, type StoredDraft } from "./draft-session";

const stored = (revision: number, title: string): StoredDraft => ({
  id: "drf_1",
  revision,
  content: { ...EMPTY_DRAFT, title },
  updatedAt: "2026-11-23T08:30:00Z",
});
const accepts =
  (revision: number) =>
  async (_id: string, _seen: number, content: StoredDraft["content"]): Promise<SaveOutcome> => ({
    kind: "saved",
    draft: { ...stored(revision, ""), content },
  });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(
  save: (id: string, seen: number, content: StoredDraft["content"]) => Promise<SaveOutcome>,
  draft = stored(3, "old"),
) {
  const session = openDraftSession({ draft, accountId: "acc_1", save: vi.fn(save) });
  session.start();
  return session;
}

describe("draft session", () => {
  it("F32: saves two seconds after the last change, with the revision it saw, and then says saved", async () => {
    const save = vi.fn(accepts(4));
    const session = open(save);
    session.change({ title: "a" });
    await vi.advanceTimersByTimeAsync(1500);
    session.change({ title: "ab" });
    await vi.advanceTimersByTimeAsync(1500);
    expect(save).not.toHaveBeenCalled();
    expect(session.snapshot().state).toBe("pending");
    await vi.advanceTimersByTimeAsync(600);
    expect(save.mock.calls).toEqual([["drf_1", 3, { ...EMPTY_DRAFT, title: "ab" }]]);
    expect(session.snapshot().state).toBe("saved");
    expect(readCopy("drf_1")).toBeNull();
  });

  it("F32: what is typed while a save is under way is saved next, on the new revision", async () => {
    let answer: (outcome: SaveOutcome) => void = () => undefined;
    const save = vi.fn(
      (_id: string, _seen: number, _content: StoredDraft["content"]) =>
        new Promise<SaveOutcome>((resolve) => {
          answer = resolve;
        }),
    );
    const session = open(save);
    session.change({ title: "first" });
    await vi.advanceTimersByTimeAsync(2000);
    session.change({ title: "second" });
    answer({ kind: "saved", draft: stored(4, "first") });
    await vi.advanceTimersByTimeAsync(2000);
    expect(save).toHaveBeenLastCalledWith("drf_1", 4, { ...EMPTY_DRAFT, title: "second" });
  });

  it("S11: while the server is out of reach the tab keeps a copy without the plan, and the save is tried again", async () => {
    let isDown = true;
    const session = open(async (...call) => (isDown ? { kind: "unreachable" } : accepts(4)(...call)));
    session.change({ title: "typed offline", planId: "pln_secret" });
    await vi.advanceTimersByTimeAsync(2000);
    expect(session.snapshot().state).toBe("offline");
    expect(readCopy("drf_1")?.content).toMatchObject({ title: "typed offline", planId: null });
    expect(JSON.stringify({ ...sessionStorage })).not.toContain("pln_secret");
    isDown = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(session.snapshot().state).toBe("saved");
  });

  it("P4: a page that died before saving takes up its copy again and saves it", async () => {
    keepCopy("drf_1", {
      accountId: "acc_1",
      revision: 3,
      content: { ...EMPTY_DRAFT, title: "typed before the crash" },
    });
    const save = vi.fn(accepts(4));
    const session = open(save);
    expect(session.snapshot().content.title).toBe("typed before the crash");
    await vi.advanceTimersByTimeAsync(2000);
    expect(save).toHaveBeenCalledWith("drf_1", 3, { ...EMPTY_DRAFT, title: "typed before the crash" });
  });

  it("F32: saved elsewhere meanwhile: both versions are there, nothing is written until one is chosen", async () => {
    const save = vi.fn(
      async (id: string, seen: number, content: StoredDraft["content"]): Promise<SaveOutcome> =>
        seen === 3 ? { kind: "changed-meanwhile", theirs: stored(7, "theirs") } : accepts(8)(id, seen, content),
    );
    const session = open(save);
    session.change({ title: "mine" });
    await vi.advanceTimersByTimeAsync(2000);
    expect(session.snapshot()).toMatchObject({
      state: "conflict",
      content: { title: "mine" },
      theirs: { content: { title: "theirs" } },
    });
    session.change({ title: "mine, longer" });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(save).toHaveBeenCalledTimes(1);
    await session.keepMine();
    expect(save).toHaveBeenLastCalledWith("drf_1", 7, { ...EMPTY_DRAFT, title: "mine, longer" });
    expect(session.snapshot().state).toBe("saved");
  });

  it("F32: taking the other version replaces what is shown", async () => {
    const session = open(async () => ({ kind: "changed-meanwhile", theirs: stored(7, "theirs") }));
    session.change({ title: "mine" });
    await vi.advanceTimersByTimeAsync(2000);
    session.takeTheirs();
    expect(session.snapshot()).toMatchObject({ state: "saved", content: { title: "theirs" }, theirs: null });
  });

  it("F32: a lost reply is no conflict: the server already has this very text", async () => {
    const session = open(async () => ({ kind: "changed-meanwhile", theirs: stored(4, "mine") }));
    session.change({ title: "mine" });
    await vi.advanceTimersByTimeAsync(2000);
    expect(session.snapshot().state).toBe("saved");
  });

  it("F32: a finished draft keeps no copy and is not saved again", async () => {
    const save = vi.fn(accepts(4));
    const session = open(save);
    session.change({ title: "x" });
    session.finish();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(save).not.toHaveBeenCalled();
    expect(readCopy("drf_1")).toBeNull();
  });

  it("F32: leaving the page sends what is not saved yet", async () => {
    const save = vi.fn(accepts(4));
    const session = open(save);
    session.change({ title: "last words" });
    session.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenCalledTimes(1);
  });
});
