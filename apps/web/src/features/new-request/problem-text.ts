/** Words for what a step still lacks: the field's own sentence when it is empty, the rule's sentence otherwise. */
import { type AskedForm, REFUSAL_MESSAGES, type Refusal } from "@accord/domain";
import { createIntl, type IntlShape } from "react-intl";
import type { Language } from "../../lib/language";
import type { FormProblem } from "../../ui/error-summary";
import { fieldIdOf } from "./flow-context";
import { draftPathOf } from "./flow-rules";

/** The sentences of the refusals, formatted in one language. */
const refusalIntl = (language: Language): IntlShape =>
  createIntl({
    locale: language,
    messages: Object.fromEntries(
      Object.entries(REFUSAL_MESSAGES[language]).flatMap(([code, { message, remedy }]) => [
        [code, message],
        [`${code}.remedy`, remedy],
      ]),
    ),
  });
const byLanguage = new Map<Language, IntlShape>();
function rulesIn(language: Language): IntlShape {
  const known = byLanguage.get(language) ?? refusalIntl(language);
  byLanguage.set(language, known);
  return known;
}

/** `["additionalContacts", "0", "email"]` → `additionalContacts.email`: entries of a list share their words. */
const wordsKey = (path: readonly string[]): string => path.filter((part) => !/^\d+$/.test(part)).join(".");

/** What an unanswered question is called by: its own words. */
const unanswered = (intl: IntlShape, form: AskedForm | null, [field, name]: readonly string[]): string | null => {
  const question = field === "answers" ? form?.questions.find((one) => one.name === name) : undefined;
  return question === undefined
    ? null
    : intl.formatMessage({ id: "newRequest.answers.unanswered" }, { question: question.title });
};

/** A refusal of the rules as a line of the error summary. */
export function problemOf(
  intl: IntlShape,
  language: Language,
  refusal: Refusal,
  form: AskedForm | null = null,
): FormProblem {
  const path = refusal.path ?? [];
  const fieldId = path.length > 0 ? fieldIdOf(path) : undefined;
  const missing = refusal.code === "INPUT_REQUIRED" ? unanswered(intl, form, path) : null;
  if (missing !== null) return { fieldId, message: missing };
  if (path[0] === "answers" && path[1] === "version")
    return { fieldId, message: intl.formatMessage({ id: "newRequest.answers.changed.look" }) };
  if (refusal.code === "INPUT_REQUIRED" && path.length > 0) {
    return { fieldId, message: intl.formatMessage({ id: `newRequest.required.${wordsKey(path)}` }) };
  }
  const rules = rulesIn(language);
  const params = { ...refusal.params };
  return {
    fieldId,
    message: rules.formatMessage({ id: refusal.code }, params),
    remedy: rules.formatMessage({ id: `${refusal.code}.remedy` }, params),
  };
}

interface WireRefusal {
  readonly message: string;
  readonly remedy: string;
  readonly path: readonly string[] | null;
}

/** A refusal of the server, worded by it. */
export function problemOfWire({ message, remedy, path }: WireRefusal): FormProblem {
  const own = draftPathOf(path);
  return { message, remedy, fieldId: own.length > 0 ? fieldIdOf(own) : undefined };
}
