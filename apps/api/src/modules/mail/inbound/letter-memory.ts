import type { RequestDetail } from "../../requests/module.js";
import type { LetterContext } from "../letters/letter-of.js";
import { typedWords } from "../letters/typed-words.js";
import { inEveryLanguage, letterSentences } from "../messages/index.js";
import { type LetterMemory, rememberLetters } from "./own-letter.js";

const LABELS = ["number", "product", "title", "plan", "balance", "severity", "createdAt", "dueAt"] as const;
const SEVERITIES = ["CRITICAL", "MODERATE", "MINIMAL"] as const;
const WHOLE = [...LABELS, ...SEVERITIES, "hello", "sender", "unlimited"] as const;
/** The name our mails are from; without it their address tells. */
const NAME = "Accord";

export const memoryOf = async (
  { catalogue }: Pick<LetterContext, "catalogue">,
  request: RequestDetail,
  addresses: readonly string[],
): Promise<LetterMemory> => {
  const index = await catalogue();
  const version = index.subjectOf(request.productVersionId);
  const product = version === undefined ? undefined : index.productOf(version);
  const topic = index.questionOf(request.productVersionId);
  const programme = request.programmeId === null ? undefined : index.programmes.get(request.programmeId);
  const values = [
    request.number,
    typedWords(request.title, 200),
    version?.name,
    product?.name,
    topic?.nameRo,
    programme?.name,
    programme?.nameRo,
  ];
  return memoryWith(
    values.filter((value) => value !== undefined),
    addresses,
  );
};

/** `values`: what the letters of one request hold beside our own words. */
export const memoryWith = (values: readonly string[], addresses: readonly string[]): LetterMemory =>
  rememberLetters({
    sentences: letterSentences(),
    values: [...values, NAME, ...WHOLE.flatMap(inEveryLanguage), ...MONTHS],
    markers: inEveryLanguage("replyMarker"),
    labels: LABELS.flatMap(inEveryLanguage),
    senders: [NAME, ...addresses],
  });

/** Words of dates beside a fact's name. */
const MONTHS = ["en-GB", "ro"].flatMap((locale) =>
  Array.from({ length: 12 }, (_none, month) => new Date(2026, month, 15).toLocaleDateString(locale, { month: "long" })),
);
