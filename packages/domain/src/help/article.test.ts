/** What an article may hold (R5, R55, R71). */
import { describe, expect, test } from "vitest";
import { type ArticleContent, decideArticle } from "./article.js";

const QUORUM = { categoryId: "failover-clustering", problemId: "quorum-lost" };
const around = {
  hasFamily: (family: string) => family === "windows-server",
  hasProblem: (_family: string, { problemId }: { problemId: string }) => problemId === "quorum-lost",
  hasArticle: (id: string) => id === "gpo-not-applied",
};
const good: ArticleContent = {
  kind: "PRODUCT",
  family: "windows-server",
  problems: [QUORUM],
  tags: ["quorum"],
  title: "The quorum is lost",
  titleRo: "Cvorumul s-a pierdut",
  body: "Run `Get-ClusterNode <name>`.",
  bodyRo: "Rulați `Get-ClusterNode <nume>`.",
  audience: ["administrators"],
  related: ["gpo-not-applied"],
};
const refusalsOf = (change: Partial<ArticleContent>, id = "cluster-quorum-lost"): string[] => {
  const result = decideArticle(id, { ...good, ...change }, around);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path?.join(".")}`);
};

describe("R55: an article", () => {
  test("R55: one in both languages may be shown", () => {
    expect(decideArticle("cluster-quorum-lost", good, around)).toEqual({ ok: true, value: good });
    expect(refusalsOf({ kind: "PORTAL", family: null, problems: [] })).toEqual([]);
  });

  test.each([
    [{ title: "" }, "INPUT_REQUIRED title"],
    [{ titleRo: null }, "INPUT_REQUIRED titleRo"],
    [{ body: " " }, "INPUT_REQUIRED body"],
    [{ bodyRo: null }, "INPUT_REQUIRED bodyRo"],
    [{ title: "x".repeat(201) }, "INPUT_TOO_LONG title"],
    [{ body: "x".repeat(20_001) }, "INPUT_TOO_LONG body"],
    [{ title: "a\u0000b" }, "INPUT_INVALID title"],
    [{ bodyRo: "a\n<script>" }, "ARTICLE_HAS_HTML bodyRo"],
    [{ family: null }, "INPUT_INVALID family"],
    [{ family: "nothing", problems: [] }, "INPUT_INVALID family"],
    [{ kind: "PORTAL" as const }, "INPUT_INVALID family"],
    [{ problems: [{ ...QUORUM, problemId: "nothing" }] }, "INPUT_INVALID problems.0"],
    [{ related: ["nothing"] }, "INPUT_INVALID related.0"],
    [{ related: ["cluster-quorum-lost"] }, "INPUT_INVALID related.0"],
    [{ tags: [""] }, "INPUT_REQUIRED tags.0"],
    [{ tags: Array.from({ length: 31 }, (_, place) => `t${place}`) }, "INPUT_INVALID tags"],
  ])("R55: %j is refused", (change, refusal) => {
    expect(refusalsOf(change)).toContain(refusal);
  });

  test.each(["", "Quorum", "a b", "-a", "a--b", "é", "x".repeat(81)])("R55: %j names no article", (id) => {
    expect(refusalsOf({}, id)).toEqual(["INPUT_INVALID id"]);
  });

  test("R55: the line of markup is told", () => {
    const result = decideArticle("a", { ...good, body: "one\ntwo\n<iframe src=x>" }, around);
    expect(result.ok ? null : result.refusals[0]).toEqual({
      code: "ARTICLE_HAS_HTML",
      path: ["body"],
      params: { line: 3, found: "<iframe src=x>" },
    });
  });
});
