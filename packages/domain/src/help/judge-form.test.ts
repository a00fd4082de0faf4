/** Files of forms: what is taken, and what is refused with its place (F34). */
import { describe, expect, it } from "vitest";
import { formFaultSentence } from "./form-faults.js";
import { judgeForm } from "./judge-form.js";
import { formOf } from "./problem-form.js";

const since = { type: "string", format: "date-time", title: "Since when?", titleRo: "De când?" };
const choice = {
  type: "string",
  title: "Which edition?",
  titleRo: "Ce ediție?",
  oneOf: [
    { const: "standard", title: "Standard", titleRo: "Standard" },
    { const: "other", title: "Another", titleRo: "Alta" },
  ],
};
const FILE = {
  slug: "cannot-connect",
  version: 1,
  family: "sql-server",
  problems: [{ category: "connectivity", problem: "cannot-connect" }],
  schema: { type: "object", properties: { since, edition: choice }, required: ["since"] },
};
const asking = (property: object, more: object = {}) => ({
  ...FILE,
  schema: { type: "object", properties: { it: property }, ...more },
});
const sentencesOf = (file: unknown): string[] => {
  const judged = judgeForm(file);
  return judged.ok ? [] : judged.faults.map(formFaultSentence);
};

describe("F34: the file of a form", () => {
  it("F34: five kinds of questions, in the order in which they stand", () => {
    const words = { title: "Question", titleRo: "Întrebare", description: "Why", descriptionRo: "De ce" };
    const judged = judgeForm({
      ...FILE,
      schema: {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        type: "object",
        additionalProperties: false,
        properties: {
          text: { type: "string", ...words },
          log: { type: "string", ...words, format: "multi-line", maxLength: 4000 },
          howMany: { type: "integer", ...words, minimum: 1 },
          isNew: { type: "boolean", ...words },
          edition: { ...choice, ...words },
          since,
        },
        required: ["since", "text"],
      },
    });
    expect(judged.ok && judged.form.questions.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
      ["text", "TEXT", true],
      ["log", "TEXT", false],
      ["howMany", "NUMBER", false],
      ["isNew", "FLAG", false],
      ["edition", "CHOICE", false],
      ["since", "MOMENT", true],
    ]);
    expect(judged.ok && judged.form.questions.slice(0, 3)).toMatchObject([
      { isMultiline: false, maxLength: 200, description: "Why", descriptionRo: "De ce" },
      { isMultiline: true, maxLength: 4000 },
      { minimum: 1, maximum: 1_000_000_000 },
    ]);
  });

  it.each<[string, unknown, string]>([
    ["no file at all", null, "the form has the wrong form"],
    ["no slug", { ...FILE, slug: undefined }, "slug is missing"],
    ["a slug with capitals", { ...FILE, slug: "Cannot" }, "slug is not made of small letters, digits and hyphens"],
    ["version 0", { ...FILE, version: 0 }, "version has the wrong form"],
    ["a name nobody knows", { ...FILE, problem: [] }, "problem is no name that a form knows"],
    ["nothing covered", { ...FILE, problems: [] }, "the form names neither a category nor a problem"],
    ["a problem twice", { ...FILE, problems: [...FILE.problems, ...FILE.problems] }, 'problems.1 names "connectivity/'],
    ["a category twice", { ...FILE, categories: ["a", "a"] }, 'categories.1 names "a" a second time'],
    ["no questions", { ...FILE, schema: { type: "object", properties: {} } }, "schema.properties asks nothing"],
    ["questions as a list", { ...FILE, schema: { type: "object", properties: [] } }, "schema.properties has the wrong"],
    ["more than one can bear", manyQuestions(), "schema.properties has more than 12 entries"],
    [
      "a required question that is not there",
      asking(since, { required: ["gone"] }),
      'required.0 asks for "gone", which',
    ],
    ["an unknown kind", asking({ ...since, type: "array" }), "properties.it is no kind of question"],
    ["no kind", asking({ title: "x", titleRo: "y" }), "properties.it is no kind of question"],
    ["no words", asking({ type: "string", titleRo: "Ce?" }), "properties.it.title is missing"],
    ["no Romanian", asking({ type: "string", title: "What?" }), "properties.it.titleRo is missing"],
    ["blank words", asking({ ...since, title: " " }), "properties.it.title is empty"],
    ["words too long", asking({ ...since, title: "x".repeat(201) }), "it.title is longer than 200 characters"],
    ["a control character", asking({ ...since, title: "a\u0007" }), "it.title holds a control character"],
    ["a cedilla", asking({ ...since, titleRo: "Câţi?" }), "it.titleRo has a cedilla"],
    ["English twice", asking({ ...since, titleRo: "Since when?" }), "it.titleRo says the same"],
    ["half a description", asking({ ...since, description: "Why" }), "it.description stands in one language only"],
    ["a format nobody knows", asking({ ...since, format: "email" }), "it.format has the wrong form"],
    ["one option", asking({ ...choice, oneOf: choice.oneOf.slice(1) }), "it.oneOf needs two options at least"],
    [
      "an option twice",
      asking({ ...choice, oneOf: [...choice.oneOf, ...choice.oneOf] }),
      'it.oneOf.2 names "standard"',
    ],
    [
      "an option without Romanian",
      asking({ ...choice, oneOf: [{ const: "a", title: "A" }] }),
      "oneOf.0.titleRo is missing",
    ],
    [
      "a range without numbers",
      asking({ type: "integer", title: "a", titleRo: "b", minimum: 5, maximum: 5 }),
      "it leaves no number",
    ],
    [
      "an answer without end",
      asking({ type: "string", title: "a", titleRo: "b", maxLength: 4001 }),
      "it.maxLength has the",
    ],
    [
      "a pattern",
      asking({ type: "string", title: "a", titleRo: "b", pattern: "x" }),
      "it.pattern is no name that a form",
    ],
  ])("F34: %s is refused", (_name, file, sentence) => {
    expect(sentencesOf(file).join("\n")).toContain(sentence);
  });

  it("F34: a question cannot be called what every object has", () => {
    const properties = JSON.parse('{"__proto__":{"type":"boolean","title":"a","titleRo":"b"}}') as object;
    expect(sentencesOf({ ...FILE, schema: { type: "object", properties } })[0]).toContain("is not made of letters");
  });

  it("F34: everything that is wrong is told at once", () => {
    const properties = { a: { ...since, titleRo: "" }, b: { type: "null" }, C: since };
    expect(sentencesOf({ ...FILE, problems: [], schema: { type: "object", properties } })).toHaveLength(4);
  });
});

describe("F34: which form is asked", () => {
  const ofCategory = { slug: "category", family: "f", categories: ["c"], problems: [] };
  const ofProblem = { slug: "problem", family: "f", categories: [], problems: [{ category: "c", problem: "p" }] };
  const elsewhere = { slug: "elsewhere", family: "g", categories: ["c"], problems: ofProblem.problems };
  const forms = [elsewhere, ofCategory, ofProblem];

  it("F34: that of the problem, else that of the category, of the same family only", () => {
    expect(formOf(forms, "f", "c", "p")?.slug).toBe("problem");
    expect(formOf(forms, "f", "c", "other")?.slug).toBe("category");
    expect(formOf(forms, "f", "other", "p")).toBeNull();
    expect(formOf(forms, "h", "c", "p")).toBeNull();
  });
});

function manyQuestions(): object {
  const properties = Object.fromEntries(Array.from({ length: 13 }, (_, place) => [`q${place}`, since]));
  return { ...FILE, schema: { type: "object", properties } };
}
