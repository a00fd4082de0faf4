/** What can be wrong with the file of a form, and the sentence that says it to whoever writes one (F34). */
export type FormFaultCode =
  | "MISSING"
  | "UNKNOWN_NAME"
  | "WRONG_FORM"
  | "BAD_ID"
  | "BAD_NAME"
  | "EMPTY"
  | "TOO_LONG"
  | "TOO_MANY"
  | "CHARACTERS"
  | "CEDILLA"
  | "NOT_TRANSLATED"
  | "UNKNOWN_TYPE"
  | "HALF_TRANSLATED"
  | "TWICE"
  | "NO_SUCH_QUESTION"
  | "NO_QUESTIONS"
  | "NO_CHOICE"
  | "NO_NUMBERS"
  | "COVERS_NOTHING";

type Params = Readonly<Record<string, string | number>>;

export interface FormFault {
  readonly code: FormFaultCode;
  /** `["schema", "properties", "errorNumber", "title"]`; empty for the file as a whole. */
  readonly path: readonly (string | number)[];
  readonly params: Params;
}

const SENTENCES: Readonly<Record<FormFaultCode, (params: Params) => string>> = {
  MISSING: () => "is missing",
  UNKNOWN_NAME: () => "is no name that a form knows",
  WRONG_FORM: () => "has the wrong form",
  BAD_ID: () => "is not made of small letters, digits and hyphens",
  BAD_NAME: () => "is not made of letters and digits, a small letter first",
  EMPTY: () => "is empty",
  TOO_LONG: ({ max }) => `is longer than ${max} characters`,
  TOO_MANY: ({ max }) => `has more than ${max} entries`,
  CHARACTERS: () => "holds a control character or half a character",
  CEDILLA: () => "has a cedilla where Romanian has a comma below (ș, ț)",
  NOT_TRANSLATED: () => "says the same in English and in Romanian",
  UNKNOWN_TYPE: () => "is no kind of question: a string, an integer, a boolean, a choice (oneOf) or a date-time",
  HALF_TRANSLATED: () => "stands in one language only",
  TWICE: ({ value }) => `names "${value}" a second time`,
  NO_SUCH_QUESTION: ({ name }) => `asks for "${name}", which is no question of this form`,
  NO_QUESTIONS: () => "asks nothing",
  NO_CHOICE: () => "needs two options at least",
  NO_NUMBERS: () => "leaves no number between minimum and maximum",
  COVERS_NOTHING: () => "names neither a category nor a problem",
};

/** `schema.properties.since.titleRo is missing`. */
export const formFaultSentence = ({ code, path, params }: FormFault): string =>
  `${path.length === 0 ? "the form" : path.join(".")} ${SENTENCES[code](params)}`;
