/** The form of a kind of problem: what an engineer always asks first, as a versioned file in a subset of JSON Schema (F34). */

export const FORM_LIMITS = {
  title: 200,
  description: 500,
  option: 120,
  options: 20,
  questions: 12,
  covered: 20,
  /** Of an answer that stands on one line, where the file says nothing else. */
  line: 200,
  /** Of any answer. */
  answer: 4000,
  number: 1_000_000_000,
} as const;

/** JSON Schema ignores a `format` it does not know: to other readers a multi-line text is a string. */
export const MULTI_LINE = "multi-line";

interface AnyQuestion {
  /** The property of the answers, and of the file. */
  readonly name: string;
  readonly title: string;
  readonly titleRo: string;
  readonly description: string | null;
  readonly descriptionRo: string | null;
  readonly isRequired: boolean;
}
export interface TextQuestion extends AnyQuestion {
  readonly kind: "TEXT";
  readonly isMultiline: boolean;
  readonly maxLength: number;
}
export interface NumberQuestion extends AnyQuestion {
  readonly kind: "NUMBER";
  readonly minimum: number;
  readonly maximum: number;
}
export interface FlagQuestion extends AnyQuestion {
  readonly kind: "FLAG";
}
export interface FormOption {
  readonly value: string;
  readonly title: string;
  readonly titleRo: string;
}
export interface ChoiceQuestion extends AnyQuestion {
  readonly kind: "CHOICE";
  readonly options: readonly FormOption[];
}
export interface MomentQuestion extends AnyQuestion {
  readonly kind: "MOMENT";
}
export type FormQuestion = TextQuestion | NumberQuestion | FlagQuestion | ChoiceQuestion | MomentQuestion;
export type FormQuestionKind = FormQuestion["kind"];

export interface ProblemForm {
  readonly slug: string;
  /** Grows with every change: answers belong to one version. */
  readonly version: number;
  readonly family: string;
  /** What it is asked about: whole categories, or single problems. */
  readonly categories: readonly string[];
  readonly problems: readonly { readonly category: string; readonly problem: string }[];
  /** In the order in which they are asked. */
  readonly questions: readonly FormQuestion[];
}

/** The form of a problem; else that of its category; null: nothing more is asked. */
export const formOf = <Form extends Pick<ProblemForm, "family" | "categories" | "problems">>(
  forms: readonly Form[],
  family: string,
  category: string,
  problem: string,
): Form | null => {
  const own = forms.filter((form) => form.family === family);
  return (
    own.find(({ problems }) => problems.some((one) => one.category === category && one.problem === problem)) ??
    own.find(({ categories }) => categories.includes(category)) ??
    null
  );
};
