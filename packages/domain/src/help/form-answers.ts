/** What people answer to the questions of a form: judged field by field, and shown as lines in the reader's language (F34, F80). */
import type { Language } from "../account/account.js";
import { type EpochMs, momentOf } from "../shared/calendar.js";
import { accept, type Result, refuseAll } from "../shared/result.js";
import { checkText, type InputRefusal, invalid, type TextRefusalCode } from "../shared/text.js";
import type { FormQuestion, ProblemForm } from "./problem-form.js";

export type FormAnswer = string | number | boolean;
export type FormAnswers = Readonly<Record<string, FormAnswer>>;

interface Checked {
  /** The field the answers stand in. */
  readonly path: readonly string[];
  /** A draft may leave anything out; what it holds has to be right all the same. */
  readonly isDraft?: boolean;
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

const answerTo = (answers: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(answers, name) ? answers[name] : undefined;

/** Everything that stands against these answers; an answer to what nobody asked is one of them. */
export const checkAnswers = (
  { questions }: Pick<ProblemForm, "questions">,
  answers: Readonly<Record<string, unknown>>,
  { path, isDraft = false }: Checked,
): readonly InputRefusal[] => {
  const known = new Set(questions.map(({ name }) => name));
  return [
    ...questions.flatMap((question) => {
      const at = [...path, question.name];
      const value = answerTo(answers, question.name);
      if (!isNothing(value)) return faultsOfAnswer(question, value, at);
      const isMissing = question.isRequired && !isDraft;
      return isMissing ? [{ code: "INPUT_REQUIRED" as const, path: at, params: {} }] : [];
    }),
    ...Object.keys(answers).flatMap((name) => (known.has(name) ? [] : [invalid([...path, name], "question")])),
  ];
};

const faultsOfAnswer = (question: FormQuestion, value: unknown, path: readonly string[]): readonly InputRefusal[] => {
  switch (question.kind) {
    case "TEXT":
      return checkText(value, { max: question.maxLength, isRequired: false, isMultiline: question.isMultiline }, path);
    case "NUMBER": {
      const isWithin =
        Number.isInteger(value) && Number(value) >= question.minimum && Number(value) <= question.maximum;
      return isWithin ? [] : [invalid(path, "count")];
    }
    case "FLAG":
      return typeof value === "boolean" ? [] : [invalid(path, "choice")];
    case "CHOICE":
      return question.options.some((option) => option.value === value) ? [] : [invalid(path, "choice")];
    case "MOMENT":
      return typeof value === "string" && momentOf(value) !== null ? [] : [invalid(path, "moment")];
  }
};

/** What is kept of answers that were accepted: those given, to the letter, in the order of the questions. */
export const keptAnswers = (
  { questions }: Pick<ProblemForm, "questions">,
  answers: Readonly<Record<string, unknown>>,
): FormAnswers =>
  Object.fromEntries(
    questions.flatMap(({ name }) => {
      const value = answerTo(answers, name);
      return isNothing(value) ? [] : [[name, value as FormAnswer]];
    }),
  );

/** Answers as they are sent: to which version of the form, by name. */
export interface GivenAnswers {
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Answers that were accepted, with the form they belong to. */
export interface Answered {
  readonly form: ProblemForm;
  readonly answers: FormAnswers;
}

/** What a submission may keep of answers. Null: none were given, as by a program that was not asked. */
export const decideAnswers = (
  form: ProblemForm | null,
  given: GivenAnswers | null,
  path: readonly string[],
): Result<Answered | null, TextRefusalCode> => {
  if (given === null) return accept(null);
  if (form === null) return refuseAll([invalid(path, "question")]);
  // Another version may ask something else under the same name.
  if (form.version !== given.version) return refuseAll([invalid([...path, "version"], "question")]);
  const refusals = checkAnswers(form, given.values, { path });
  if (refusals.length > 0) return refuseAll(refusals);
  const answers = keptAnswers(form, given.values);
  return accept(Object.keys(answers).length === 0 ? null : { form, answers });
};

export interface AnswerLine {
  readonly name: string;
  readonly label: string;
  /** In words; of a moment as it was given. */
  readonly text: string;
  /** Of a moment: to be shown in the reader's zone. */
  readonly at: EpochMs | null;
}

const FLAG_WORDS = { en: { yes: "Yes", no: "No" }, ro: { yes: "Da", no: "Nu" } } as const satisfies Record<
  Language,
  object
>;

/** The answers as review, mail and engineer read them; questions nobody answered are left out. */
export const answerLines = (
  { questions }: Pick<ProblemForm, "questions">,
  answers: FormAnswers,
  language: Language,
): readonly AnswerLine[] =>
  questions.flatMap((question) => {
    const value = answerTo(answers, question.name);
    if (isNothing(value)) return [];
    const label = language === "ro" ? question.titleRo : question.title;
    const text = wordsOf(question, value as FormAnswer, language);
    const at = question.kind === "MOMENT" ? momentOf(String(value)) : null;
    return [{ name: question.name, label, text, at }];
  });

const wordsOf = (question: FormQuestion, value: FormAnswer, language: Language): string => {
  if (question.kind === "FLAG") return value === true ? FLAG_WORDS[language].yes : FLAG_WORDS[language].no;
  if (question.kind !== "CHOICE") return String(value);
  const option = question.options.find((one) => one.value === value);
  if (option === undefined) return String(value);
  return language === "ro" ? option.titleRo : option.title;
};
