/** Sentences of codes in the answer's language: the domain's ICU text, formatted and kept (F12, F80). */
import {
  checkMessageOf,
  coverageMessage,
  describeCoverage,
  IMPORT_MESSAGES,
  type ImportProblem,
  type Language,
  messageOf,
  PACK_MESSAGES,
  type PackProblem,
  type Programme,
  READING_MESSAGES,
  type Refusal,
  type Remedy,
  type RuleCheck,
  readingParams,
  remedyMessageOf,
  type TableReading,
  type UnavailabilityReason,
  writeDays,
} from "@accord/domain";
import { formatText, tellDay } from "./intl.js";

type Params = Readonly<Record<string, string | number>>;

const LONGEST_MEMORY = 5000;
const known = new Map<string, string>();

/** Formats one ICU text. Parameters named `xRo` replace `x` in Romanian. The outcome is remembered: the same few sentences return. */
const format = (language: Language, text: string, params: Params): string => {
  const key = `${language}\u0000${text}\u0000${JSON.stringify(params)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const localised = language === "ro" ? romanianOf(params) : params;
  const days = writeDays(localised, (day) => tellDay(language, day));
  const sentence = formatText(language, text, days);
  if (known.size >= LONGEST_MEMORY) known.clear();
  known.set(key, sentence);
  return sentence;
};

const romanianOf = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, params[`${name}Ro`] ?? value]));

/** A text of the catalogue that is no code. */
export const sentenceOf = format;

export const reasonSentence = (language: Language, reason: Pick<UnavailabilityReason, "code" | "params">): string =>
  format(language, messageOf(language, reason.code).message, reason.params);

export const remedySentence = (language: Language, remedy: Pick<Remedy, "kind" | "params">): string =>
  format(language, remedyMessageOf(language, remedy.kind), remedy.params);

/** A check's sentence takes no parameters. */
export const checkSentence = (language: Language, check: RuleCheck): string => checkMessageOf(language, check);

export const refusalSentences = (
  language: Language,
  refusal: Refusal,
): { readonly message: string; readonly remedy: string } => {
  const { message, remedy } = messageOf(language, refusal.code);
  return { message: format(language, message, refusal.params), remedy: format(language, remedy, refusal.params) };
};

/** Why a row of an import was not taken; the cell it is about comes first. */
export const importSentence = (language: Language, { code, params }: ImportProblem): string => {
  const { PLACE, [code]: reason } = IMPORT_MESSAGES[language];
  const place = params.column === undefined ? "" : `${format(language, PLACE, { cell: "none", ...params })}: `;
  return place + format(language, reason, params);
};

/** How a file was understood. */
export const readingSentence = (language: Language, reading: TableReading): string =>
  format(language, READING_MESSAGES[language], readingParams(reading));

/** What is wrong with a pack. */
export const packSentence = (language: Language, { code, params }: Pick<PackProblem, "code" | "params">): string =>
  format(language, PACK_MESSAGES[language][code], params);

export const coverageSentence = (language: Language, programme: Programme): string =>
  format(language, coverageMessage(language), describeCoverage(programme).params);
