/** What was answered to the questions about a problem while a draft is written: kept per form, in the shape of the wire (F32, F34). */
import type { Refusal } from "../shared/result.js";
import { checkText, type InputRefusal, invalid, type TextRefusalCode } from "../shared/text.js";
import { checkAnswers, type FormAnswer, type GivenAnswers } from "./form-answers.js";
import { FORM_LIMITS, type ProblemForm } from "./problem-form.js";

/** An answer in the one field that fits its kind; a number that is none yet stands as the text that was typed. */
export interface DraftAnswer {
  readonly name: string;
  readonly text: string | null;
  readonly integer: number | null;
  readonly flag: boolean | null;
}

/** What was answered to one form so far. */
export interface DraftAnswers {
  readonly formSlug: string;
  readonly version: number;
  readonly values: readonly DraftAnswer[];
}

/** As much of a form as judging a draft needs. */
export type AskedForm = Pick<ProblemForm, "slug" | "version" | "questions">;

/** Forms whose answers a draft keeps: more than there are, so that changing one's mind loses nothing. */
export const MOST_KEPT_FORMS = 100;

const NAME = { max: 100, isRequired: false, isMultiline: false } as const;
const TYPED = { max: FORM_LIMITS.answer, isRequired: false, isMultiline: true } as const;

/** An answer as it is sent: fields that do not fit may be left out. */
export type SentAnswer = Pick<DraftAnswer, "name"> & {
  readonly [Field in "text" | "integer" | "flag"]?: DraftAnswer[Field];
};

/** Answers by name; two values for one question fit no question, and are refused where they stand. */
export const givenAnswers = (version: number, sent: readonly SentAnswer[]): GivenAnswers => {
  const values = new Map<string, unknown>();
  for (const { name, text, integer, flag } of sent) {
    const given = [text, integer, flag].filter((value) => value !== null && value !== undefined);
    const value = given.length > 1 ? given : given[0];
    values.set(name, values.has(name) ? [values.get(name), value] : value);
  }
  return { version, values: Object.fromEntries(values) };
};

/** An answer in the field of its kind. */
export const typedAnswer = (name: string, value: FormAnswer): DraftAnswer => ({
  name,
  text: typeof value === "string" ? value : null,
  integer: typeof value === "number" ? value : null,
  flag: typeof value === "boolean" ? value : null,
});

const valueIn = ({ text, integer, flag }: DraftAnswer): FormAnswer | null => text ?? integer ?? flag;

const keptFor = (kept: readonly DraftAnswers[], slug: string): DraftAnswers | null =>
  kept.find(({ formSlug }) => formSlug === slug) ?? null;

/** What a draft holds for a form, as the form stands now. */
export interface AnswersToForm {
  readonly values: Readonly<Record<string, FormAnswer>>;
  /** Given to an earlier version, and no longer fitting: no such question any more, or it asks for something else. */
  readonly unfit: readonly { readonly name: string; readonly value: FormAnswer }[];
  /** Given to another version than the one that is asked now: the person has to look at them again. */
  readonly isOfOtherVersion: boolean;
}

/** The answers of a draft to a form; those to another version as far as they still fit. */
export const answersTo = (form: AskedForm, kept: readonly DraftAnswers[]): AnswersToForm => {
  const own = keptFor(kept, form.slug);
  const answered = (own?.values ?? []).flatMap((typed) => {
    const value = valueIn(typed);
    return value === null ? [] : [{ name: typed.name, value }];
  });
  const isOfOtherVersion = own !== null && own.version !== form.version && answered.length > 0;
  const fits = ({ name, value }: (typeof answered)[number]): boolean =>
    !isOfOtherVersion || checkAnswers(form, { [name]: value }, { path: [], isDraft: true }).length === 0;
  return {
    values: Object.fromEntries(answered.filter(fits).map(({ name, value }) => [name, value])),
    unfit: answered.filter((one) => !fits(one)),
    isOfOtherVersion,
  };
};

/** The kept answers with these to a form instead of the ones before; those to other forms stay. */
export const keepAnswers = (
  kept: readonly DraftAnswers[],
  form: AskedForm,
  values: Readonly<Record<string, FormAnswer>>,
): readonly DraftAnswers[] => {
  const typed = form.questions.flatMap(({ name }) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? [] : [typedAnswer(name, value)];
  });
  const others = kept.filter(({ formSlug }) => formSlug !== form.slug);
  return typed.length === 0 ? others : [...others, { formSlug: form.slug, version: form.version, values: typed }];
};

/** What the answers of a draft lack before step 1 is done. Null: nothing is asked about the problem, or it is not known yet. */
export const checkDraftAnswers = (
  form: AskedForm | null,
  kept: readonly DraftAnswers[],
): readonly Refusal<TextRefusalCode>[] => {
  if (form === null) return [];
  const { values, isOfOtherVersion } = answersTo(form, kept);
  return [
    ...(isOfOtherVersion ? [invalid(["answers", "version"], "question")] : []),
    ...checkAnswers(form, values, { path: ["answers"] }),
  ];
};

/** What is sent with the request: the answers to the form of its problem. Null: nothing was asked. */
export const answersToSend = (
  form: AskedForm | null,
  kept: readonly DraftAnswers[],
): Omit<DraftAnswers, "formSlug"> | null =>
  form === null
    ? null
    : { version: keptFor(kept, form.slug)?.version ?? form.version, values: keptFor(kept, form.slug)?.values ?? [] };

/** A draft keeps what was answered, right or wrong, as long as it can be stored. */
export const checkKeptAnswers = (kept: readonly DraftAnswers[], path: readonly string[]): readonly InputRefusal[] =>
  kept.length > MOST_KEPT_FORMS
    ? [invalid(path, "question")]
    : kept.flatMap(({ formSlug, values }, place) => {
        const at = [...path, String(place)];
        if (values.length > FORM_LIMITS.questions) return [invalid([...at, "values"], "question")];
        return [
          ...checkText(formSlug, NAME, [...at, "formSlug"]),
          ...values.flatMap(({ name, text }, one) => [
            ...checkText(name, NAME, [...at, "values", String(one), "name"]),
            ...checkText(text, TYPED, [...at, "values", String(one), "text"]),
          ]),
        ];
      });
