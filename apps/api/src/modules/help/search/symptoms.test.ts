/** symptoms.json: how somebody who is stuck describes it. What the search of articles is measured by keeps its own rules (F62). */
import { readFileSync } from "node:fs";
import { foldText } from "@accord/domain";
import { describe, expect, test } from "vitest";
import { readArticles } from "../../packs/module.js";

interface Symptom {
  readonly query: string;
  readonly language: "en" | "ro";
  readonly family: string | null;
  readonly article: string;
}

const symptoms: Symptom[] = JSON.parse(readFileSync(new URL("symptoms.json", import.meta.url), "utf8"));
const articles = new Map(readArticles().map((article) => [article.slug, article]));

/** They say nothing of a problem, so a title may share them. */
const STOPWORDS: Record<Symptom["language"], ReadonlySet<string>> = {
  en: new Set(
    "about after all and another are because been but can cannot does for from had has have how into its more not now one our out over since than that the their them then there they this through until was were what when where which while who why will with without you your".split(
      " ",
    ),
  ),
  ro: new Set(
    "acum ale altă alt am are asta care când cea cel către ce cum de deși din după este eu fără fie iar ieri imi într la mai mea meu mi nici nu ori pe pentru prin sau sub sunt și tot un unde unei unor unui".split(
      " ",
    ),
  ),
};
const SHORTEST_WORD = 3;
/** Two words with the same beginning are forms of one word: lock, locked; pornește, pornire. */
const STEM = 4;

const wordsOf = (text: string, language: Symptom["language"]): string[] => {
  const stopwords = new Set([...STOPWORDS[language]].map(foldText));
  return [...foldText(text).matchAll(/[\p{L}\p{N}]+/gu)]
    .map(([word]) => word)
    .filter((word) => word.length >= SHORTEST_WORD && !stopwords.has(word));
};

/** Words of `query` that stand in `title`, in the same or another form. */
const sharedWords = (query: string, title: string, language: Symptom["language"]): string[] => {
  const stems = wordsOf(title, language).map((word) => word.slice(0, STEM));
  return wordsOf(query, language).filter((word) =>
    stems.some((stem) => word.startsWith(stem) || stem.startsWith(word.slice(0, STEM))),
  );
};

const titleOf = ({ article, language }: Symptom): string => {
  const found = articles.get(article);
  return (language === "ro" ? found?.ro.title : found?.title) ?? "";
};

describe("F62: the symptoms the search of articles is measured by", () => {
  test("are at least thirty in each language, each asked once", () => {
    for (const language of ["en", "ro"])
      expect(symptoms.filter((symptom) => symptom.language === language).length).toBeGreaterThanOrEqual(30);
    expect(new Set(symptoms.map(({ query }) => foldText(query))).size).toBe(symptoms.length);
  });

  test("name articles that exist, each with its family", () => {
    for (const { article, family, query } of symptoms)
      expect({ query, family: articles.get(article)?.family }).toEqual({ query, family });
  });

  test("share no word with the title they must find", () => {
    const told = symptoms.flatMap((symptom) =>
      sharedWords(symptom.query, titleOf(symptom), symptom.language).map((word) => `${symptom.article}: ${word}`),
    );
    expect(told).toEqual([]);
  });

  test.each([
    ["users get locked out every morning", "Find where an account is being locked out", "en", ["locked"]],
    [
      "calculatorul cere o cheie la pornire",
      "BitLocker cere cheia la fiecare pornire",
      "ro",
      ["cere", "cheie", "pornire"],
    ],
    ["nu porneste", "O mașină virtuală nu pornește", "ro", ["porneste"]],
    ["the and with", "The one and only, with care", "en", []],
  ] as const)("a planted query is caught: %s", (query, title, language, shared) => {
    expect(sharedWords(query, title, language)).toEqual(shared);
  });
});
