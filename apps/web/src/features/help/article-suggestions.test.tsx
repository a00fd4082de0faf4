/** Suggestions while somebody types (R5, F62), and a problem solved without a request (F64). */
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { topLevelError } from "../../../preview/fixture-link";
import { renderPart } from "../../../preview/render-app";
import ArticleSuggestions from "./article-suggestions";

const NOTHING_CHOSEN = { family: null, productVersionId: null, categoryId: null, problemId: null };

function Typing() {
  const [text, setText] = useState("");
  const [isSolved, setIsSolved] = useState(false);
  const solving = {
    prepare: () => Promise.resolve(),
    finish: () => setIsSolved(true),
    leadsTo: "/requests",
  };
  return (
    <>
      <input aria-label="Title" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <ArticleSuggestions text={text} draftId="drf_1" solving={solving} {...NOTHING_CHOSEN} />
      {isSolved && <p>Gone on.</p>}
    </>
  );
}

test("R5, F62: what is typed brings an article, whose text opens in place", async () => {
  const { calls } = await renderPart(<Typing />);
  await userEvent.type(await screen.findByLabelText("Title"), "quorum");
  await screen.findByRole("heading", { name: "This may solve it now" });
  expect(screen.getByText("forced quorum")).toBeTruthy();
  expect(calls.filter(({ name }) => name === "ArticleSuggestions").length).toBeLessThan(6);
});

test("F64: it solved the problem: the draft is named, and what follows is the caller's", async () => {
  const { calls } = await renderPart(<Typing />);
  await userEvent.type(await screen.findByLabelText("Title"), "quorum");
  await userEvent.click(await screen.findByText("The failover cluster has lost its quorum"));
  await userEvent.click(screen.getByRole("button", { name: "It solved my problem" }));
  await screen.findByText("Gone on.");
  const [sent, ...more] = calls.filter(({ name }) => name === "MarkSolved");
  expect(more).toEqual([]);
  expect(sent?.variables).toMatchObject({ input: { articleId: "cluster-quorum-lost", draftId: "drf_1" } });
});

test("R5: a search that fails is in nobody's way", async () => {
  const { calls } = await renderPart(<Typing />, { searchArticles: () => topLevelError("UNAVAILABLE") });
  const title = await screen.findByLabelText("Title");
  await userEvent.type(title, "quorum");
  await waitFor(() => expect(calls.some(({ name }) => name === "ArticleSuggestions")).toBe(true));
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(screen.queryByRole("heading", { name: "This may solve it now" })).toBeNull();
  expect(screen.queryByRole("alert")).toBeNull();
});
