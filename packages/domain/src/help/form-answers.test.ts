/** Answers to the questions of a form: judged by field, kept to the letter, shown in the reader's language (F34, F80). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerLines, checkAnswers, decideAnswers, type FormAnswer, keptAnswers } from "./form-answers.js";
import { judgeForm } from "./judge-form.js";
import type { FormQuestion, ProblemForm } from "./problem-form.js";

const formWith = (properties: object, required: readonly string[] = []): ProblemForm => {
  const judged = judgeForm({
    slug: "form",
    version: 1,
    family: "f",
    categories: ["c"],
    schema: { type: "object", properties, required },
  });
  if (!judged.ok) throw new Error(JSON.stringify(judged.faults));
  return judged.form;
};
const FORM = formWith(
  {
    error: { type: "string", title: "Error number", titleRo: "Numărul erorii", maxLength: 10 },
    log: { type: "string", title: "Log", titleRo: "Jurnal", format: "multi-line" },
    affected: { type: "integer", title: "People affected", titleRo: "Persoane afectate", minimum: 1, maximum: 100 },
    worked: { type: "boolean", title: "Did it work before?", titleRo: "A funcționat înainte?" },
    edition: {
      type: "string",
      title: "Edition",
      titleRo: "Ediția",
      oneOf: [
        { const: "standard", title: "Standard", titleRo: "Standard" },
        { const: "other", title: "Another", titleRo: "Alta" },
      ],
    },
    since: { type: "string", title: "Since when?", titleRo: "De când?", format: "date-time" },
  },
  ["error", "since"],
);
const GOOD = {
  error: "18456",
  log: "one\ntwo",
  affected: 7,
  worked: true,
  edition: "other",
  since: "2026-11-23T10:30:00+02:00",
};
const found = (answers: Record<string, unknown>, isDraft = false) =>
  checkAnswers(FORM, answers, { path: ["answers"], isDraft }).map(({ code, path, params }) => [
    code,
    path?.join("."),
    params.expected ?? params.max ?? null,
  ]);

describe("F34: answers are judged by field", () => {
  it("F34: complete answers pass, and so do those to what must be answered", () => {
    expect(found(GOOD)).toEqual([]);
    expect(found({ error: "1", since: GOOD.since })).toEqual([]);
  });

  it("F34: what must be answered is missed, in a draft it may wait", () => {
    for (const nothing of [{}, { error: " ", since: null }, { error: "", since: undefined }])
      expect(found(nothing)).toEqual([
        ["INPUT_REQUIRED", "answers.error", null],
        ["INPUT_REQUIRED", "answers.since", null],
      ]);
    expect(found({}, true)).toEqual([]);
    expect(found({ affected: 0 }, true)).toEqual([["INPUT_INVALID", "answers.affected", "count"]]);
  });

  it.each<[string, Record<string, unknown>, unknown[]]>([
    ["a text that is too long", { error: "12345678901" }, ["INPUT_TOO_LONG", "answers.error", 10]],
    ["two lines where one is asked for", { error: "1\n2" }, ["INPUT_INVALID", "answers.error", "text"]],
    ["a number where text is asked for", { error: 1 }, ["INPUT_INVALID", "answers.error", "text"]],
    ["a control character", { log: "\u001b" }, ["INPUT_INVALID", "answers.log", "text"]],
    ["a number out of bounds", { affected: 101 }, ["INPUT_INVALID", "answers.affected", "count"]],
    ["half a number", { affected: 1.5 }, ["INPUT_INVALID", "answers.affected", "count"]],
    ["digits as text", { affected: "7" }, ["INPUT_INVALID", "answers.affected", "count"]],
    ["a word for yes", { worked: "yes" }, ["INPUT_INVALID", "answers.worked", "choice"]],
    ["what is no option", { edition: "constructor" }, ["INPUT_INVALID", "answers.edition", "choice"]],
    ["a day without time", { since: "2026-11-23" }, ["INPUT_INVALID", "answers.since", "moment"]],
    ["a time without zone", { since: "2026-11-23T10:30:00" }, ["INPUT_INVALID", "answers.since", "moment"]],
    ["a day that is none", { since: "2026-02-30T10:30:00Z" }, ["INPUT_INVALID", "answers.since", "moment"]],
    ["an answer nobody asked for", { colour: "red" }, ["INPUT_INVALID", "answers.colour", "question"]],
    ["a name every object has", { constructor: "x" }, ["INPUT_INVALID", "answers.constructor", "question"]],
  ])("F34: %s is refused where it stands", (_name, wrong, refusal) => {
    expect(found({ ...GOOD, ...wrong })).toEqual([refusal]);
  });
});

describe("F34: what a submission keeps", () => {
  const decide = (form: ProblemForm | null, given: Parameters<typeof decideAnswers>[1]) => {
    const decided = decideAnswers(form, given, ["answers"]);
    return decided.ok ? decided.value : decided.refusals.map(({ code, path }) => `${code} ${path?.join(".")}`);
  };

  it("F34: nothing where nothing was sent, else the answers with their form", () => {
    expect(decide(FORM, null)).toBeNull();
    expect(decide(null, null)).toBeNull();
    expect(decide(FORM, { version: 1, values: { ...GOOD, log: "" } })).toEqual({
      form: FORM,
      answers: { error: "18456", affected: 7, worked: true, edition: "other", since: GOOD.since },
    });
  });

  it("F34: answers to another version, to no form, or incomplete ones are refused", () => {
    expect(decide(FORM, { version: 2, values: GOOD })).toEqual(["INPUT_INVALID answers.version"]);
    expect(decide(null, { version: 1, values: {} })).toEqual(["INPUT_INVALID answers"]);
    expect(decide(FORM, { version: 1, values: { error: "1" } })).toEqual(["INPUT_REQUIRED answers.since"]);
  });
});

describe("F34, F80: answers are shown", () => {
  it("F80: in the reader's language, in the order of the questions, a moment with its instant", () => {
    const kept = keptAnswers(FORM, { since: GOOD.since, edition: "other", worked: false, error: "18456", log: " " });
    expect(kept).toEqual({ error: "18456", worked: false, edition: "other", since: GOOD.since });
    expect(answerLines(FORM, kept, "en").map(({ label, text }) => `${label}: ${text}`)).toEqual([
      "Error number: 18456",
      "Did it work before?: No",
      "Edition: Another",
      `Since when?: ${GOOD.since}`,
    ]);
    const romanian = answerLines(FORM, kept, "ro");
    expect(romanian.map(({ label, text }) => `${label}: ${text}`).slice(1, 3)).toEqual([
      "A funcționat înainte?: Nu",
      "Ediția: Alta",
    ]);
    expect(romanian.map(({ at }) => at)).toEqual([null, null, null, Date.parse(GOOD.since)]);
  });

  it("F34: an answer of which a later version knows nothing is still told", () => {
    expect(answerLines(FORM, { edition: "enterprise" }, "en")).toMatchObject([{ text: "enterprise" }]);
  });
});

const NAMES = fc.uniqueArray(fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,8}$/), { minLength: 1, maxLength: 6 });
const PROPERTY = fc
  .oneof(
    fc.record({ type: fc.constant("string"), maxLength: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ type: fc.constant("string"), format: fc.constant("multi-line") }),
    fc.record({ type: fc.constant("string"), format: fc.constant("date-time") }),
    fc.record({ type: fc.constant("boolean") }),
    fc.integer({ min: -1000, max: 1000 }).map((minimum) => ({ type: "integer", minimum, maximum: minimum + 10 })),
    fc.integer({ min: 2, max: 5 }).map((count) => ({
      type: "string",
      oneOf: Array.from({ length: count }, (_, place) => ({
        const: `o${place}`,
        title: `${place}`,
        titleRo: `${place}`,
      })),
    })),
  )
  .map((property) => ({ ...property, title: "Question?", titleRo: "Întrebare?" }));
const FORMS = NAMES.chain((names) =>
  fc.record({
    properties: fc
      .array(PROPERTY, { minLength: names.length, maxLength: names.length })
      .map((list) => Object.fromEntries(names.map((name, place) => [name, list[place]]))),
    required: fc.subarray(names),
  }),
).map(({ properties, required }) => formWith(properties, required));

const goodAnswer = (question: FormQuestion): fc.Arbitrary<FormAnswer> => {
  switch (question.kind) {
    case "TEXT":
      return fc.string({ minLength: 1, maxLength: Math.min(question.maxLength, 20) }).map((text) => text.trim() || "x");
    case "NUMBER":
      return fc.integer({ min: question.minimum, max: question.maximum });
    case "FLAG":
      return fc.boolean();
    case "CHOICE":
      return fc.constantFrom(...question.options.map(({ value }) => value));
    case "MOMENT":
      return fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString());
  }
};
/** Wrong for every kind of question. */
const BAD = fc.constantFrom<unknown>("\u0000", 1e12, 0.5, [], {}, "x".repeat(5000), Number.NaN);
const WORLDS = FORMS.chain((form) =>
  fc.tuple(
    fc.constant(form),
    fc.record(Object.fromEntries(form.questions.map((question) => [question.name, goodAnswer(question)]))),
    fc.subarray(form.questions.map(({ name }) => name)),
    BAD,
  ),
);

describe("F34: any form and any answers", () => {
  it("F34: good answers pass and each is a line; a bad one is refused at its question alone; what is kept passes again", () => {
    fc.assert(
      fc.property(WORLDS, ([form, answers, spoilt, bad]) => {
        const at = { path: ["answers"] };
        expect(checkAnswers(form, answers, at)).toEqual([]);
        const kept = keptAnswers(form, answers);
        expect(kept).toEqual(answers);
        expect(answerLines(form, kept, "ro").map(({ name }) => name)).toEqual(form.questions.map(({ name }) => name));
        const wrong = { ...answers, ...Object.fromEntries(spoilt.map((name) => [name, bad])) };
        const refused = checkAnswers(form, wrong, at).map(({ path }) => path?.[1]);
        expect(new Set(refused)).toEqual(new Set(spoilt));
        const without = Object.fromEntries(Object.entries(answers).filter(([name]) => !spoilt.includes(name)));
        const missed = checkAnswers(form, without, at);
        expect(missed.every(({ code }) => code === "INPUT_REQUIRED")).toBe(true);
        expect(missed).toHaveLength(form.questions.filter((one) => one.isRequired && spoilt.includes(one.name)).length);
        expect(checkAnswers(form, without, { ...at, isDraft: true })).toEqual([]);
      }),
    );
  });
});
