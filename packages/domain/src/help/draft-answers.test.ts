/** Answers while a draft is written: kept per form, judged as the request will be, told when the form has moved on (F32, F34). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT } from "../request/draft.js";
import { settleChange } from "../request/flow.js";
import {
  type AskedForm,
  answersTo,
  answersToSend,
  checkDraftAnswers,
  checkKeptAnswers,
  type DraftAnswers,
  givenAnswers,
  keepAnswers,
  MOST_KEPT_FORMS,
} from "./draft-answers.js";
import { decideAnswers, type FormAnswer } from "./form-answers.js";
import { judgeForm } from "./judge-form.js";
import { FORM_LIMITS, type ProblemForm } from "./problem-form.js";

const formWith = (slug: string, version: number, properties: object, required: readonly string[]): ProblemForm => {
  const schema = { type: "object", properties, required };
  const judged = judgeForm({ slug, version, family: "f", categories: ["c"], schema });
  if (!judged.ok) throw new Error(JSON.stringify(judged.faults));
  return judged.form;
};
const ERROR = { type: "string", title: "Error number", titleRo: "Numărul erorii", maxLength: 10 };
const AFFECTED = { type: "integer", title: "People", titleRo: "Persoane", minimum: 1, maximum: 100 };
const WORKED = { type: "boolean", title: "Did it work?", titleRo: "A funcționat?" };
const FIRST = formWith("dns", 1, { error: ERROR, affected: AFFECTED, worked: WORKED }, ["error", "affected"]);
/** The same form later: one question is gone, one asks for something else. */
const SECOND = formWith("dns", 2, { error: ERROR, worked: { ...ERROR, title: "What worked?" } }, ["error"]);
const OTHER = formWith("dhcp", 1, { error: ERROR }, []);
const VALUES = { error: "DNS-4013", affected: 7, worked: true };
const KEPT = keepAnswers([], FIRST, VALUES);
const codes = (form: AskedForm | null, kept: readonly DraftAnswers[]) =>
  checkDraftAnswers(form, kept).map(({ code, path }) => `${code} ${path?.join(".")}`);

describe("F34: answers of a draft", () => {
  it("F34: they are found again as they were given, in the field of their kind", () => {
    expect(KEPT).toEqual([
      {
        formSlug: "dns",
        version: 1,
        values: [
          { name: "error", text: "DNS-4013", integer: null, flag: null },
          { name: "affected", text: null, integer: 7, flag: null },
          { name: "worked", text: null, integer: null, flag: true },
        ],
      },
    ]);
    expect(answersTo(FIRST, KEPT)).toEqual({ values: VALUES, unfit: [], isOfOtherVersion: false });
  });

  it("F34: step 1 lacks what must be answered, and what is wrong, each at its question", () => {
    expect(codes(FIRST, [])).toEqual(["INPUT_REQUIRED answers.error", "INPUT_REQUIRED answers.affected"]);
    // A number that is none yet stands as the text that was typed.
    expect(codes(FIRST, keepAnswers([], FIRST, { ...VALUES, affected: "7x" }))).toEqual([
      "INPUT_INVALID answers.affected",
    ]);
    expect(codes(FIRST, KEPT)).toEqual([]);
    expect(codes(null, KEPT)).toEqual([]);
  });

  it("F34: changing the problem and coming back loses no answer", () => {
    const both = keepAnswers(KEPT, OTHER, { error: "1" });
    expect(both.map(({ formSlug }) => formSlug)).toEqual(["dns", "dhcp"]);
    expect(answersTo(FIRST, both).values).toEqual(VALUES);
    const draft = { ...EMPTY_DRAFT, productId: "p", categoryId: "c", problemId: "x", answers: both };
    for (const change of [{ problemId: "y" }, { categoryId: "d" }, { productId: "q" }])
      expect(settleChange(draft, change).content.answers).toBe(both);
    expect(keepAnswers(both, FIRST, {})).toEqual(keepAnswers([], OTHER, { error: "1" }));
  });

  it("F34: a form that moved on keeps what still fits, names what does not, and is looked at again before it is sent", () => {
    expect(answersTo(SECOND, KEPT)).toEqual({
      values: { error: "DNS-4013" },
      unfit: [
        { name: "affected", value: 7 },
        { name: "worked", value: true },
      ],
      isOfOtherVersion: true,
    });
    expect(codes(SECOND, KEPT)).toEqual(["INPUT_INVALID answers.version"]);
    const seen = keepAnswers(KEPT, SECOND, answersTo(SECOND, KEPT).values);
    expect(codes(SECOND, seen)).toEqual([]);
    expect(answersToSend(SECOND, seen)).toMatchObject({ version: 2, values: [{ name: "error" }] });
  });

  it("F34: nothing is sent where nothing is asked", () => {
    expect(answersToSend(null, KEPT)).toBeNull();
    expect(answersToSend(OTHER, KEPT)).toEqual({ version: 1, values: [] });
  });

  it("F32, F34: a draft keeps any answer that can be stored, and no more than it has room for", () => {
    const wrong = keepAnswers([], FIRST, { error: "far too long for this question", affected: "x" });
    expect(checkKeptAnswers(wrong, ["answers"])).toEqual([]);
    const at = (values: DraftAnswers["values"]) =>
      checkKeptAnswers([{ formSlug: "dns", version: 1, values }], ["answers"]).map(({ path }) => path?.join("."));
    const answer = { name: "error", text: "x", integer: null, flag: null };
    expect(at([{ ...answer, text: "x".repeat(FORM_LIMITS.answer + 1) }])).toEqual(["answers.0.values.0.text"]);
    expect(at([{ ...answer, text: "\u0000" }])).toEqual(["answers.0.values.0.text"]);
    expect(at(Array.from({ length: FORM_LIMITS.questions + 1 }, () => answer))).toEqual(["answers.0.values"]);
    const many = Array.from({ length: MOST_KEPT_FORMS + 1 }, () => KEPT).flat();
    expect(checkKeptAnswers(many, ["answers"]).map(({ path }) => path?.join("."))).toEqual(["answers"]);
  });
});

describe("F34: what a step lets through, a submission takes", () => {
  const value = fc.oneof(fc.string({ maxLength: 14 }), fc.integer({ min: -5, max: 120 }), fc.boolean());
  const values = fc.dictionary(fc.constantFrom("error", "affected", "worked"), value) as fc.Arbitrary<
    Record<string, FormAnswer>
  >;

  it("F34: the page's hint and the API's verdict are the same for any answers", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(FIRST, SECOND), (answers, asked) => {
        const kept = keepAnswers([], FIRST, answers);
        const sent = answersToSend(asked, kept);
        const decided = decideAnswers(asked, sent && givenAnswers(sent.version, sent.values), ["answers"]);
        expect(decided.ok).toBe(checkDraftAnswers(asked, kept).length === 0);
      }),
    );
  });
});
