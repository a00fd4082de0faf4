/** Whether a file is a form that can be asked: the form itself, or everything that is wrong with it (F34). */
import { hasForbiddenCharacters, lengthOf } from "../shared/text.js";
import { z } from "../shared/validation.js";
import type { FormFault, FormFaultCode } from "./form-faults.js";
import { FORM_LIMITS, type FormQuestion, MULTI_LINE, type ProblemForm } from "./problem-form.js";

export type FormJudgement =
  | { readonly ok: true; readonly form: ProblemForm }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

// The message of a check is the code of a fault (form-faults.ts).
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, "BAD_ID");
const textOf = (max: number) =>
  z.string().superRefine((text, context) => {
    if (text.trim() === "") context.addIssue({ code: "custom", message: "EMPTY" });
    else if (lengthOf(text) > max) context.addIssue({ code: "custom", message: "TOO_LONG", params: { max } });
    else if (hasForbiddenCharacters(text)) context.addIssue({ code: "custom", message: "CHARACTERS" });
  });
/** Romanian has a comma below its letters; the cedilla is Turkish. */
const romanianOf = (max: number) => textOf(max).refine((text) => !/[şţŞŢ]/.test(text), "CEDILLA");
const whole = (least: number, most: number) => z.number().int().min(least).max(most);

const WORDS = {
  title: textOf(FORM_LIMITS.title),
  titleRo: romanianOf(FORM_LIMITS.title),
  description: textOf(FORM_LIMITS.description).optional(),
  descriptionRo: romanianOf(FORM_LIMITS.description).optional(),
};
const option = z.strictObject({
  const: slug,
  title: textOf(FORM_LIMITS.option),
  titleRo: romanianOf(FORM_LIMITS.option),
});
const bound = whole(-FORM_LIMITS.number, FORM_LIMITS.number);

const QUESTIONS = {
  TEXT: z.strictObject({
    type: z.literal("string"),
    ...WORDS,
    format: z.literal(MULTI_LINE).optional(),
    maxLength: whole(1, FORM_LIMITS.answer).default(FORM_LIMITS.line),
  }),
  NUMBER: z.strictObject({
    type: z.literal("integer"),
    ...WORDS,
    minimum: bound.default(0),
    maximum: bound.default(FORM_LIMITS.number),
  }),
  FLAG: z.strictObject({ type: z.literal("boolean"), ...WORDS }),
  CHOICE: z.strictObject({ type: z.literal("string"), ...WORDS, oneOf: z.array(option).max(FORM_LIMITS.options) }),
  MOMENT: z.strictObject({ type: z.literal("string"), ...WORDS, format: z.literal("date-time") }),
} as const;
type Kind = keyof typeof QUESTIONS;

/** Each is read by itself; a record of zod would leave out what is called `__proto__`. */
const properties = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);
const FILE = z.strictObject({
  slug,
  version: whole(1, 1_000_000),
  family: slug,
  categories: z.array(slug).max(FORM_LIMITS.covered).default([]),
  problems: z
    .array(z.strictObject({ category: slug, problem: slug }))
    .max(FORM_LIMITS.covered)
    .default([]),
  schema: z.strictObject({
    $schema: z.string().optional(),
    type: z.literal("object"),
    properties,
    required: z.array(z.string()).default([]),
    additionalProperties: z.literal(false).optional(),
  }),
});
type FormFile = z.output<typeof FILE>;
type Path = FormFault["path"];

export const judgeForm = (value: unknown): FormJudgement => {
  const parsed = FILE.safeParse(value);
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error.issues, value, []) };
  const { schema, ...facts } = parsed.data;
  const read = Object.entries(schema.properties).map(([name, property]) =>
    readQuestion(name, property, schema.required.includes(name)),
  );
  const faults = [...read.flatMap((one) => one.faults), ...faultsOfFile(parsed.data)];
  const questions = read.flatMap(({ question }) => question ?? []);
  return faults.length === 0 ? { ok: true, form: { ...facts, questions } } : { ok: false, faults };
};

interface QuestionRead {
  readonly question: FormQuestion | null;
  readonly faults: readonly FormFault[];
}

const readQuestion = (name: string, property: unknown, isRequired: boolean): QuestionRead => {
  const path = ["schema", "properties", name];
  const wrong = (...faults: readonly FormFault[]): QuestionRead => ({ question: null, faults });
  if (!/^[a-z][a-zA-Z0-9]{0,49}$/.test(name)) return wrong(fault("BAD_NAME", path));
  const kind = kindOf(property);
  if (kind === null) return wrong(fault("UNKNOWN_TYPE", path));
  const parsed = QUESTIONS[kind].safeParse(property);
  if (!parsed.success) return wrong(...faultsOf(parsed.error.issues, property, path));
  const { title, titleRo, description = null, descriptionRo = null } = parsed.data;
  const question = questionOf(kind, parsed.data, { name, title, titleRo, description, descriptionRo, isRequired });
  return { question, faults: faultsOfQuestion(question, path) };
};

const kindOf = (property: unknown): Kind | null => {
  if (typeof property !== "object" || property === null) return null;
  const { type, format } = property as { readonly type?: unknown; readonly format?: unknown };
  if (type === "integer") return "NUMBER";
  if (type === "boolean") return "FLAG";
  if (type !== "string") return null;
  if ("oneOf" in property) return "CHOICE";
  return format === "date-time" ? "MOMENT" : "TEXT";
};

type Read = z.output<(typeof QUESTIONS)[Kind]>;
type Common = Pick<FormQuestion, "name" | "title" | "titleRo" | "description" | "descriptionRo" | "isRequired">;

const questionOf = (kind: Kind, read: Read, common: Common): FormQuestion => {
  if ("oneOf" in read) {
    const options = read.oneOf.map(({ const: value, title, titleRo }) => ({ value, title, titleRo }));
    return { ...common, kind: "CHOICE", options };
  }
  if ("minimum" in read) return { ...common, kind: "NUMBER", minimum: read.minimum, maximum: read.maximum };
  if ("maxLength" in read)
    return { ...common, kind: "TEXT", isMultiline: read.format === MULTI_LINE, maxLength: read.maxLength };
  return { ...common, kind: kind === "FLAG" ? "FLAG" : "MOMENT" };
};

const faultsOfQuestion = (question: FormQuestion, path: Path): FormFault[] => {
  const { title, titleRo, description, descriptionRo } = question;
  return [
    ...(title === titleRo ? [fault("NOT_TRANSLATED", [...path, "titleRo"])] : []),
    ...((description === null) === (descriptionRo === null)
      ? []
      : [fault("HALF_TRANSLATED", [...path, "description"])]),
    ...(question.kind === "NUMBER" && question.minimum >= question.maximum ? [fault("NO_NUMBERS", path)] : []),
    ...(question.kind === "CHOICE" ? faultsOfOptions(question.options, [...path, "oneOf"]) : []),
  ];
};

const faultsOfOptions = (options: readonly { readonly value: string }[], path: Path): FormFault[] => [
  ...(options.length < 2 ? [fault("NO_CHOICE", path)] : []),
  ...repeated(options.map(({ value }) => value)).map(([place, value]) => fault("TWICE", [...path, place], { value })),
];

const faultsOfFile = ({ categories, problems, schema }: FormFile): FormFault[] => {
  const names = Object.keys(schema.properties);
  const covered = problems.map(({ category, problem }) => `${category}/${problem}`);
  return [
    ...(categories.length + problems.length === 0 ? [fault("COVERS_NOTHING", [])] : []),
    ...(names.length === 0 ? [fault("NO_QUESTIONS", ["schema", "properties"])] : []),
    ...(names.length > FORM_LIMITS.questions
      ? [fault("TOO_MANY", ["schema", "properties"], { max: FORM_LIMITS.questions })]
      : []),
    ...repeated(categories).map(([place, value]) => fault("TWICE", ["categories", place], { value })),
    ...repeated(covered).map(([place, value]) => fault("TWICE", ["problems", place], { value })),
    ...repeated(schema.required).map(([place, value]) => fault("TWICE", ["schema", "required", place], { value })),
    ...[...schema.required.entries()].flatMap(([place, name]) =>
      names.includes(name) ? [] : [fault("NO_SUCH_QUESTION", ["schema", "required", place], { name })],
    ),
  ];
};

/** What stood before, with the place of the second. */
const repeated = (values: readonly string[]): [number, string][] =>
  [...values.entries()].filter(([place, value]) => values.indexOf(value) < place);

const fault = (code: FormFaultCode, path: Path, params: FormFault["params"] = {}): FormFault => ({
  code,
  path,
  params,
});

const OWN_CODES: ReadonlySet<string> = new Set<FormFaultCode>(["BAD_ID", "EMPTY", "TOO_LONG", "CHARACTERS", "CEDILLA"]);
const isOwnCode = (code: string): code is FormFaultCode => OWN_CODES.has(code);

const faultsOf = (issues: readonly z.core.$ZodIssue[], value: unknown, before: Path): FormFault[] =>
  issues.flatMap((issue) => {
    const within = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    const path = [...before, ...within];
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => fault("UNKNOWN_NAME", [...path, key]));
    if (within.length > 0 && valueAt(value, within) === undefined) return [fault("MISSING", path)];
    if (issue.code === "too_big" && issue.origin === "array")
      return [fault("TOO_MANY", path, { max: Number(issue.maximum) })];
    if (!isOwnCode(issue.message)) return [fault("WRONG_FORM", path)];
    const max = issue.code === "custom" ? issue.params?.max : undefined;
    return [fault(issue.message, path, typeof max === "number" ? { max } : {})];
  });

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (found, step) =>
      typeof found === "object" && found !== null && Object.hasOwn(found, step)
        ? (found as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
