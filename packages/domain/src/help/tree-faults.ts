/** What can be wrong with the file of a decision tree, and the sentence that says it to whoever writes one (F63). */
export type TreeFaultCode =
  | "MISSING"
  | "UNKNOWN_NAME"
  | "WRONG_FORM"
  | "BAD_ID"
  | "EMPTY"
  | "TOO_LONG"
  | "TOO_MANY"
  | "CHARACTERS"
  | "CEDILLA"
  | "NOT_TRANSLATED"
  | "ANSWER_TWICE"
  | "PROBLEM_TWICE"
  | "NO_SUCH_STEP"
  | "DEAD_END"
  | "ONE_ANSWER"
  | "LOOP"
  | "UNREACHABLE"
  | "PATH_TOO_LONG"
  | "NO_SOLVED_END"
  | "NO_UNSOLVED_END";

type Params = Readonly<Record<string, string | number>>;

export interface TreeFault {
  readonly code: TreeFaultCode;
  /** `["steps", "check-dns", "answers", 1, "next"]`; empty for the file as a whole. */
  readonly path: readonly (string | number)[];
  readonly params: Params;
}

const SENTENCES: Readonly<Record<TreeFaultCode, (params: Params) => string>> = {
  MISSING: () => "is missing",
  UNKNOWN_NAME: () => "is no name that a tree knows",
  WRONG_FORM: () => "has the wrong form",
  BAD_ID: () => "is not made of small letters, digits and hyphens",
  EMPTY: () => "is empty",
  TOO_LONG: ({ max }) => `is longer than ${max} characters`,
  TOO_MANY: ({ max }) => `has more than ${max} entries`,
  CHARACTERS: () => "holds a control character or half a character",
  CEDILLA: () => "has a cedilla where Romanian has a comma below (ș, ț)",
  NOT_TRANSLATED: () => "says the same in English and in Romanian",
  ANSWER_TWICE: ({ id }) => `is a second answer called "${id}"`,
  PROBLEM_TWICE: ({ problem }) => `names "${problem}" a second time`,
  NO_SUCH_STEP: ({ to }) => `leads to "${to}", which is no step of this tree`,
  DEAD_END: () => "is a dead end: a question without answers",
  ONE_ANSWER: () => "has one answer only: a question needs two",
  LOOP: ({ to }) => `leads back to "${to}": a loop`,
  UNREACHABLE: () => "cannot be reached from the start",
  PATH_TOO_LONG: ({ max }) => `comes after ${max} steps on one path: no path may be longer`,
  NO_SOLVED_END: () => "has no end where the problem is solved",
  NO_UNSOLVED_END: () => "has no end where the problem is not solved",
};

/** `steps.check-dns.answers.1.next leads to "x", which is no step of this tree`. */
export const treeFaultSentence = ({ code, path, params }: TreeFault): string =>
  `${path.length === 0 ? "the tree" : path.join(".")} ${SENTENCES[code](params)}`;
