/** The forms that are shipped, and files of forms that are refused with their line (F34). */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { formOf } from "@accord/domain";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadForms, readForms } from "./load-forms.js";

const SHIPPED = new URL("../../../../seeds/", import.meta.url);
const FILE = "sql-server-connectivity.json";

describe("the forms that are shipped", () => {
  const { items: forms, problems } = readForms();

  it("F34: every file is a form in both languages about categories or problems that exist", () => {
    expect(problems).toEqual([]);
    expect(loadForms()).toEqual(forms);
    expect(forms.length).toBeGreaterThanOrEqual(24);
  });

  it("F34: every product family has one, and none asks for more than seven things", () => {
    const topics = JSON.parse(readFileSync(new URL("topics.json", SHIPPED), "utf8")) as { family: string }[];
    const asked = new Set(forms.map(({ family }) => family));
    expect(topics.map(({ family }) => family).filter((family) => !asked.has(family))).toEqual([]);
    for (const { slug, questions } of forms) {
      const required = questions.filter(({ isRequired }) => isRequired).length;
      expect([slug, questions.length >= 3 && questions.length <= 7, required > 0]).toEqual([slug, true, true]);
    }
  });

  it("F34: a problem with a form of its own is asked that one, its neighbours that of the category", () => {
    const ask = (problem: string) => formOf(forms, "sql-server", "backup-and-restore", problem)?.slug;
    expect(ask("database-corruption-found-by-a-consistency-check")).toBe("sql-server-corruption");
    expect(ask("transaction-log-is-full")).toBe("sql-server-backup-and-restore");
  });
});

describe("a folder of forms with a bad file", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "forms-"));
    mkdirSync(join(folder, "forms"));
    cpSync(new URL("topics.json", SHIPPED), join(folder, "topics.json"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const good = readFileSync(new URL(`forms/${FILE}`, SHIPPED), "utf8");
  const problemsOf = (text: string, name = FILE): readonly string[] => {
    writeFileSync(join(folder, "forms", name), text);
    return readForms(pathToFileURL(`${folder}/`)).problems;
  };
  const withChange = (from: string, to: string): string => {
    if (!good.includes(from)) throw new Error(`the form has no ${from}`);
    return good.replace(from, to);
  };
  /** The line of the first place that holds this. */
  const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split("\n").length;

  it("F34: the shipped file itself is taken", () => {
    expect(problemsOf(good)).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ["what is no JSON", '"version": 1,', '"version": ,', "this is not JSON"],
    [
      "a name that stands twice",
      '"version": 1,',
      '"version": 1, "version": 2,',
      '"version" stands twice in one object',
    ],
    ["an unknown word", '"version": 1,', '"version": 1, "colour": 2,', "colour is no name that a form knows"],
    ["a family nobody knows", '"family": "sql-server"', '"family": "sql"', 'family "sql" is no product family'],
    [
      "a category nobody knows",
      '"connectivity-and-security"',
      '"connections"',
      "categories.0 sql-server/connections is not in topics.json",
    ],
    ["a slug that is not the file's name", '"slug": "sql', '"slug": "my-sql', "is not the name of the file"],
    [
      "a question without Romanian",
      '"titleRo": "Ce fel',
      '"titelRo": "Ce fel',
      "instance.titelRo is no name that a form",
    ],
    ["a cedilla", "Funcționează", "Funcţionează", "local.titleRo has a cedilla"],
    ["a question nobody asks", '"local"\n', '"remote"\n', 'asks for "remote", which is no question of this form'],
    ["a range without numbers", '"maximum": 300', '"maximum": 0', "properties.state leaves no number"],
  ])("F34: %s is refused where it stands", (_name, from, to, sentence) => {
    const text = withChange(from, to);
    const problems = problemsOf(text);
    expect(problems.join("\n")).toContain(sentence);
    const lines = problems.map((problem) => Number(/^seeds\/forms\/[\w-]+\.json:(\d+): /.exec(problem)?.[1]));
    // A fault of a question as a whole stands where the question begins.
    expect(lines.some((line) => Math.abs(line - lineOf(text, to)) <= 5)).toBe(true);
  });

  it("F34: what has a form already is refused in the second file, at its line", () => {
    problemsOf(good);
    const second = withChange('"slug": "sql-server-connectivity"', '"slug": "z-second"');
    expect(problemsOf(second, "z-second.json")).toEqual([
      `seeds/forms/z-second.json:${lineOf(second, '"connectivity-and-security"')}: categories.0 sql-server/connectivity-and-security has a form already: ${FILE}`,
    ]);
  });

  it("F34: a server does not load a folder with a bad form", () => {
    problemsOf("{}");
    expect(() => loadForms(pathToFileURL(`${folder}/`))).toThrow(`seeds/forms/${FILE}:1: slug is missing`);
  });
});
