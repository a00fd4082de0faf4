/** A mail before it has an envelope: one recipient, a subject of ours, the same words as a page and as text (I-7). */
import type { AnswerLine, EpochMs, Language, Severity, TimeZoneName } from "@accord/domain";
import { tell, tellMoment } from "../messages/index.js";
import { layOut } from "./layout.js";
import { typedWords } from "./typed-words.js";
import { markerLine, type Words } from "./words.js";

export interface Letter {
  /** One address, without a name: names are typed by people (I-7). */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The request it is about, whose mails stay together; null for none. */
  readonly requestId: string | null;
  /** The first mail about its request: every later one refers to it. */
  readonly isFirst?: boolean;
  /** The contact whose answer by mail is taken; null when none is. */
  readonly contactId: string | null;
  /** Where the recipient ends such mails; null for one that they wait for themselves. */
  readonly unsubscribeUrl: string | null;
  /** Whose act sends it to an address that nobody has proven; null where the address is known here. */
  readonly stranger: { readonly senderId: string; readonly isInvitation: boolean } | null;
  /**
   * What it shares an hour's mails to its address with: all news; or, for a mail that somebody waits for, only those the same
   * account asked for, so that nobody else can use them up. Null: its limit is elsewhere, or there is none.
   */
  readonly sharesWith: "news" | { readonly askedBy: string } | null;
}

export interface Reader {
  readonly to: string;
  readonly language: Language;
  readonly timeZone: TimeZoneName;
}

/** What a mail may say of a request: what its submitter typed only to an address that its account has proven (I-7). */
export interface RequestFacts {
  readonly number: string;
  readonly product: string;
  /** As its submitter typed it; null where the reader's address is not proven. */
  readonly title: string | null;
  /** What it is charged to; null where nothing is. */
  readonly plan: { readonly name: string; readonly incidentsLeft: number | null } | null;
  readonly severity: Severity;
  readonly createdAt: EpochMs;
  readonly firstResponseDueAt: EpochMs | null;
  /** What was answered to the questions about its problem; empty where the reader's address is not proven. */
  readonly answers: readonly AnswerLine[];
}

/** Of an answer that a mail repeats. */
const ANSWER_LENGTH = 200;

export const factsOf = ({ language, timeZone }: Reader, facts: RequestFacts): Words["facts"] => [
  [tell(language, "number"), facts.number],
  [tell(language, "product"), facts.product],
  ...(facts.title === null ? [] : ([[tell(language, "title"), typedWords(facts.title, 200)]] as const)),
  ...(facts.plan === null ? [] : planOf(language, facts.plan)),
  [tell(language, "severity"), tell(language, facts.severity)],
  [tell(language, "createdAt"), tellMoment(language, facts.createdAt, timeZone)],
  ...(facts.firstResponseDueAt === null
    ? []
    : ([[tell(language, "dueAt"), tellMoment(language, facts.firstResponseDueAt, timeZone)]] as const)),
  ...facts.answers.map(
    ({ label, text, at }) =>
      [label, at === null ? typedWords(text, ANSWER_LENGTH) : tellMoment(language, at, timeZone)] as const,
  ),
];

const planOf = (language: Language, { name, incidentsLeft }: NonNullable<RequestFacts["plan"]>): Words["facts"] => [
  [tell(language, "plan"), name],
  [
    tell(language, "balance"),
    incidentsLeft === null ? tell(language, "unlimited") : tell(language, "incidents", { count: incidentsLeft }),
  ],
];

/** Both forms of the same words. */
export const write = ({ language }: Reader, words: Words): Pick<Letter, "subject" | "html" | "text"> => ({
  subject: words.subject,
  html: layOut(language, words),
  text: textOf(language, words),
});

/** A question ends as it is; names of facts stand above one another as long as they are names. */
const LONGEST_NAME = 26;
const textOfFacts = (facts: Words["facts"]): string => {
  const width = Math.max(0, ...facts.map(([name]) => name.length).filter((length) => length <= LONGEST_NAME));
  return facts
    .map(([name, value]) => `${(/[?.]$/.test(name) ? name : `${name}:`).padEnd(width + 1)} ${value}`)
    .join("\n");
};

const textOf = (language: Language, words: Words): string => {
  const { facts, button } = words;
  const parts = [
    words.marker === null ? null : markerLine(words.marker),
    tell(language, "hello"),
    words.title,
    words.lead,
    facts.length === 0 ? null : textOfFacts(facts),
    `${button.label}:\n${button.url}`,
    ...words.notes,
    `-- \n${[tell(language, "sender"), ...words.footer].join("\n")}`,
  ];
  return `${parts.filter((part) => part !== null).join("\n\n")}\n`;
};
