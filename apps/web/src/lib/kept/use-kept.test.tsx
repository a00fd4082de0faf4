/** What was typed and not sent: kept per account, place and subject; where the storage refuses; several fields at once (K12). */
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { VIEWER } from "../../../preview/fixtures/people";
import { type Viewer, ViewerContext } from "../viewer";
import { tabStore } from "./tab-store";
import { forgetAllBut, useKept } from "./use-kept";

afterEach(() => {
  vi.restoreAllMocks();
  for (const key of tabStore.keys()) tabStore.remove(key);
});

const as = (id: string) => {
  const viewer = { ...VIEWER, account: { ...VIEWER.account, id } } as unknown as Viewer;
  return ({ children }: { readonly children: ReactNode }) => (
    <ViewerContext.Provider value={viewer}>{children}</ViewerContext.Provider>
  );
};
const BEGINNING = { title: "", text: "as saved", isShared: false };
const open = (subject = "one", accountId = "acc_1", revision = 0, beginning = BEGINNING) =>
  renderHook((props) => useKept("article", props.subject, props.beginning, props.revision), {
    initialProps: { subject, beginning, revision },
    wrapper: as(accountId),
  });

test("K12: each field of a form comes back, of this account and subject alone", () => {
  const first = open();
  act(() => {
    // Two changes before a drawing.
    first.result.current.field("text").onChange("typed");
    first.result.current.change({ isShared: true });
  });
  first.unmount();
  expect(open().result.current.typed).toEqual({ title: "", text: "typed", isShared: true });
  expect(open("two").result.current.typed).toEqual(BEGINNING);
  expect(open("one", "acc_2").result.current.typed).toEqual(BEGINNING);
});

test("K12: words typed about one thing do not follow to the next in the same component", () => {
  const { result, rerender } = open();
  act(() => result.current.change({ text: "about one" }));
  rerender({ subject: "two", beginning: BEGINNING, revision: 0 });
  expect(result.current.typed.text).toBe("as saved");
  rerender({ subject: "one", beginning: BEGINNING, revision: 0 });
  expect(result.current.typed.text).toBe("about one");
});

test("K12: sent by a component that is gone: the one that took its place is empty too, so nobody sends it twice", () => {
  const sender = open();
  act(() => sender.result.current.change({ text: "on its way" }));
  const { forget } = sender.result.current;
  sender.unmount();
  const { result } = open();
  expect(result.current.typed.text).toBe("on its way");
  act(forget);
  expect(result.current.typed.text).toBe("as saved");
  expect(sessionStorage.length).toBe(0);
});

test("K12: a field that was not typed in follows what is saved; what is typed back is not kept", () => {
  const { result, rerender } = open();
  act(() => result.current.change({ title: "typed" }));
  rerender({ subject: "one", beginning: { ...BEGINNING, text: "saved by another" }, revision: 0 });
  expect(result.current.typed).toEqual({ title: "typed", text: "saved by another", isShared: false });
  act(() => result.current.change({ title: "" }));
  expect(result.current.isTyped).toBe(false);
  expect(sessionStorage.length).toBe(0);
});

test("K12: the revision is the one that was seen when typing began, until the newer one is taken knowingly", () => {
  const { result, rerender } = open("one", "acc_1", 4);
  expect(result.current.revision).toBe(4);
  act(() => result.current.change({ title: "typed" }));
  rerender({ subject: "one", beginning: BEGINNING, revision: 5 });
  act(() => result.current.change({ title: "typed on" }));
  expect(result.current.revision).toBe(4);
  act(() => result.current.adopt());
  expect(result.current.revision).toBe(5);
  expect(result.current.typed.title).toBe("typed on");
});

test("K12: a storage that is full or forbidden loses nothing while the page is open", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new DOMException("forbidden", "SecurityError");
  });
  const first = open();
  act(() => first.result.current.change({ text: "typed" }));
  expect(first.result.current.typed.text).toBe("typed");
  first.unmount();
  const { result } = open();
  expect(result.current.typed.text).toBe("typed");
  act(() => result.current.forget());
  expect(result.current.typed.text).toBe("as saved");
});

test("K12: what is kept is no JSON, or of another kind: the form begins as it is saved", () => {
  for (const text of ["{", "null", "[]", '{"typed":{"text":5},"revision":0}', '{"typed":"x","revision":0}']) {
    sessionStorage.setItem("accord.kept.acc_1.article.one", text);
    expect(open().result.current.typed).toEqual(BEGINNING);
  }
});

test("K12: what somebody else left in this tab goes, what is not of an account stays", () => {
  for (const account of ["acc_1", "acc_2"]) {
    const { result } = open("one", account);
    act(() => result.current.change({ text: account }));
  }
  tabStore.write("accord.draft.drf_1", {});
  forgetAllBut("acc_2");
  expect(tabStore.keys().toSorted()).toEqual(["accord.draft.drf_1", "accord.kept.acc_2.article.one"]);
});
