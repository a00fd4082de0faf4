/** The trees that are shipped, and files of trees that are refused with their line (R61, F63). */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadTrees, readTrees } from "./load-trees.js";

const SHIPPED = new URL("../../../../seeds/", import.meta.url);
const FILE = "ad-account-lockouts.json";
const read = (name: string): string => readFileSync(new URL(name, SHIPPED), "utf8");

describe("the trees that are shipped", () => {
  const { items: trees, problems } = readTrees();

  it("F63: every file is a tree that ends, in both languages, about problems and an article that exist", () => {
    expect(problems).toEqual([]);
    expect(loadTrees()).toEqual(trees);
  });

  it("F63: every family with articles has two trees at least", () => {
    const articles = JSON.parse(read("articles.json")) as { family: string | null }[];
    const families = [...new Set(articles.flatMap(({ family }) => family ?? []))];
    const counted = families.map((family) => [family, trees.filter((tree) => tree.family === family).length] as const);
    expect(counted.filter(([, count]) => count < 2)).toEqual([]);
    expect(families.length).toBeGreaterThanOrEqual(12);
  });

  it("F63: nobody reaches an unsolved end without having been asked for something that an engineer will want", () => {
    const bare: string[] = [];
    for (const { slug, start, steps } of trees) {
      const seen = new Set<string>();
      const visit = (id: string): void => {
        const step = steps[id];
        if (step === undefined || step.kind === "evidence" || seen.has(id)) return;
        seen.add(id);
        if (step.kind === "question") for (const { next } of step.answers) visit(next);
        else if (step.outcome === "unsolved") bare.push(`${slug} ${id}`);
      };
      visit(start);
    }
    expect(bare).toEqual([]);
  });

  it("F63: what a person chooses is plain words: a button shows no Markdown", () => {
    const labels = trees.flatMap(({ slug, steps }) =>
      Object.entries(steps).flatMap(([id, step]) => {
        const own = step.kind === "question" ? step.answers.map(({ label }) => label) : [];
        const all = step.kind === "evidence" ? [step.label] : own;
        return all.flatMap(({ en, ro }) => [en, ro]).map((text) => `${slug} ${id}: ${text}`);
      }),
    );
    expect(labels.filter((label) => /[`*]/.test(label))).toEqual([]);
    expect(labels.length).toBeGreaterThan(1000);
  });
});

describe("a folder of trees with a bad file", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "trees-"));
    mkdirSync(join(folder, "trees"));
    for (const name of ["topics.json", "articles.json"]) cpSync(new URL(name, SHIPPED), join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const problemsOf = (text: string, name = FILE): readonly string[] => {
    writeFileSync(join(folder, "trees", name), text);
    return readTrees(pathToFileURL(`${folder}/`)).problems;
  };
  const good = read(`trees/${FILE}`);
  const withChange = (from: string, to: string): string => {
    if (!good.includes(from)) throw new Error(`the tree has no ${from}`);
    return good.replace(from, to);
  };
  /** The line of the first place that holds this. */
  const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split("\n").length;

  it("F63: the shipped file itself is taken", () => {
    expect(problemsOf(good)).toEqual([]);
  });

  it("F63: a file that is no JSON is refused at the line where it breaks", () => {
    const text = withChange('"version": 1,', '"version": ,');
    expect(problemsOf(text)).toEqual([`seeds/trees/${FILE}:${lineOf(text, '"version": ,')}: this is not JSON`]);
  });

  it("F63: a name that stands twice is refused", () => {
    expect(problemsOf(withChange('"version": 1,', '"version": 1,\n  "version": 2,'))).toEqual([
      `seeds/trees/${FILE}:4: "version" stands twice in one object`,
    ]);
  });

  it.each<[string, string, string, RegExp]>([
    [
      "a problem that nobody knows",
      '"problem": "account-lockouts"',
      '"problem": "account-locked"',
      /problems\.0\.problem "account-locked" is no problem of windows-server\/active-directory$/,
    ],
    [
      "a category that nobody knows",
      '"category": "active-directory"',
      '"category": "directory"',
      /problems\.0\.category "directory" is no category of windows-server$/,
    ],
    [
      "a family that nobody knows",
      '"family": "windows-server"',
      '"family": "windows"',
      /family "windows" is no product family$/,
    ],
    [
      "an article that nobody wrote",
      '"article": "ad-account-lockout-source"',
      '"article": "lockouts"',
      /article "lockouts" is no article$/,
    ],
    [
      "an article about something else",
      '"article": "ad-account-lockout-source"',
      '"article": "gpo-not-applied"',
      /article "gpo-not-applied" is about none of the problems of this tree$/,
    ],
    [
      "a slug that is not the file's name",
      '"slug": "ad-account-lockouts"',
      '"slug": "lockouts"',
      /slug "lockouts" is not the name of the file$/,
    ],
  ])("F63: %s is refused where it stands", (_name, from, to, sentence) => {
    const text = withChange(from, to);
    const problems = problemsOf(text);
    expect(problems.some((problem) => sentence.test(problem))).toBe(true);
    expect(problems.every((problem) => problem.startsWith(`seeds/trees/${FILE}:`))).toBe(true);
    expect(problems.some((problem) => problem.startsWith(`seeds/trees/${FILE}:${lineOf(text, to)}: `))).toBe(true);
  });

  it("F63: a loop, a dead end and a sentence without Romanian are refused with their lines", () => {
    const tree = JSON.parse(good) as { start: string; steps: Record<string, Record<string, unknown>> };
    const plant = (change: (start: Record<string, unknown>) => void): readonly string[] => {
      const copy = structuredClone(tree);
      change(copy.steps[copy.start] ?? {});
      return problemsOf(JSON.stringify(copy, null, 2));
    };
    const startLine = new RegExp(`^seeds/trees/${FILE}:(\\d+): steps\\.${tree.start}`);
    const looped = plant((start) => {
      start.answers = (start.answers as { next: string }[]).map((answer) => ({ ...answer, next: tree.start }));
    });
    expect(looped[0]).toMatch(/answers\.0\.next leads back to ".*": a loop$/);
    expect(plant((start) => Object.assign(start, { answers: [] }))).toContainEqual(
      expect.stringMatching(/ is a dead end: a question without answers$/),
    );
    const halved = plant((start) => Object.assign(start, { text: { en: "Only English." } }));
    expect(halved).toEqual([expect.stringMatching(/text\.ro is missing$/)]);
    for (const [problem] of [looped, halved]) expect(Number(startLine.exec(problem ?? "")?.[1])).toBeGreaterThan(10);
  });

  it("F63: a problem that has a tree already is refused in the second file", () => {
    problemsOf(good);
    const second = withChange('"slug": "ad-account-lockouts"', '"slug": "second"');
    const line = lineOf(second, '"category"') - 1;
    expect(problemsOf(second, "second.json")).toEqual([
      expect.stringMatching(
        new RegExp(
          `^seeds/trees/second\\.json:${line}: problems\\.0 windows-server/active-directory/account-lockouts has a tree already: ${FILE}$`,
        ),
      ),
    ]);
  });

  it("F63: a server does not load a folder with a bad tree", () => {
    problemsOf("{}");
    expect(() => loadTrees(pathToFileURL(`${folder}/`))).toThrow(`seeds/trees/${FILE}:1: slug is missing`);
  });
});
