import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quote } from "../../../../../../tests/support/mail-forms.js";
import { factsOf, write } from "../letters/letter.js";
import { tell } from "../messages/index.js";
import { memoryWith } from "./letter-memory.js";
import { splitText } from "./quoted-text.js";

const memory = memoryWith(["1234567890123456", "Windows Server 2025"], ["support@portal.example"]);

const cases: readonly (readonly [name: string, mail: string, own: string])[] = [
  ["a plain answer", "It works now.\r\nThank you!\r\n", "It works now.\nThank you!"],
  [
    "our marker of before",
    "Done.\n\n--- Please write above this line ---\n\nHello,\n\nThere is a new message",
    "Done.",
  ],
  ["our marker, quoted", "Gata.\n\n> --- Vă rugăm să scrieți deasupra acestei linii ---\n> Bună ziua,", "Gata."],
  [
    "our marker with cedillas, decomposed",
    "Gata.\n\n--- Va\u0306 ruga\u0306m sa\u0306 scrieţi deasupra acestei linii ---\n",
    "Gata.",
  ],
  ["our marker in a language nobody knows", "Gata.\n\n##- Írjon e sor fölé -##\n\nHello,", "Gata."],
  ["Gmail", "Yes.\n\nOn Mon, 23 Nov 2026 at 10:30, Accord <a@b.example> wrote:\n> Hello,\n> text\n", "Yes."],
  [
    "Gmail, broken over two lines",
    "Yes.\n\nOn Mon, 23 Nov 2026 at 10:30, Accord\n<support@portal.example> wrote:\n\n> Hello,",
    "Yes.",
  ],
  ["Gmail in Romanian", "Da.\n\nÎn lun., 23 nov. 2026 la 10:30, Accord <a@b.example> a scris:\n> Bună", "Da."],
  [
    "Outlook",
    "Sure.\n\nFrom: Accord <a@b.example>\nSent: Monday\nTo: Maria\nSubject: [1] Your request\n\nHello,",
    "Sure.",
  ],
  ["original message", "Fine.\n\n-----Original Message-----\nHello,", "Fine."],
  ["a signature", "Thanks.\n-- \nMaria Enescu\n+40 21 555 01 00", "Thanks."],
  ["a signature that names nobody", "Thanks.\n-- \nMaria", "Thanks.\n--\nMaria"],
  [
    "answers between quoted lines",
    "> Which version?\n2025\n> Since when?\nMonday\n> Hello",
    "> Which version?\n2025\n> Since when?\nMonday",
  ],
  ["only a quote", "> Hello,\n> text", ""],
  [
    "a sentence that looks like an introduction",
    "On Monday the manager wrote:\nrestart it\nand it worked",
    "On Monday the manager wrote:\nrestart it\nand it worked",
  ],
  ["one header-like line", "From: here on it fails.\nSee log.", "From: here on it fails.\nSee log."],
];

describe("answers by mail", () => {
  it.each(cases)("F50: of %s the person's own words are shown", (_name, mail, own) => {
    expect(splitText(mail, memory).own).toBe(own);
  });

  it("F50: hostile lines are read in one go, and all of them are kept", () => {
    const hostile = `${"On x ".repeat(20_000)}\n${" ".repeat(100_000)}x\n${"> ".repeat(20_000)}\n${"From: a\n".repeat(5_000)}${"----\n\n".repeat(5000)}`;
    const { own, quoted } = splitText(hostile, memory);
    expect(`${own}\n${quoted}`.split("\n").filter((line) => line === "From: a")).toHaveLength(5000);
  });
});

/** A letter as it went out, in both forms of its marker; the generator below quotes it by itself and knows nothing of the reader. */
const letterIn = (language: "en" | "ro"): string =>
  write(
    { to: "ana@client.example", language, timeZone: "Europe/Bucharest" },
    {
      subject: "[1234567890123456] Windows Server 2025",
      title: tell(language, "replyTitle"),
      lead: tell(language, "replyLead"),
      facts: factsOf(
        { to: "", language, timeZone: "Europe/Bucharest" },
        {
          number: "1234567890123456",
          product: "Windows Server 2025",
          title: null,
          plan: null,
          severity: "CRITICAL",
          createdAt: 0,
          firstResponseDueAt: 0,
          answers: [],
        },
      ),
      button: { label: tell(language, "openRequest"), url: "https://portal.example/requests/req_1" },
      notes: [tell(language, "replyByMail")],
      footer: [tell(language, "automatic")],
      marker: tell(language, "replyMarker"),
    },
  ).text;

/** Words nobody else says, among what only looks like the work of a mail program. */
const word = fc.integer({ min: 0, max: 9_999_999 }).map((number) => `w${number}x`);
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `${words.join(" ")}.`);
const lookalike = fc
  .tuple(
    fc.constantFrom(
      "--",
      "-- ",
      "______________________",
      "-----",
      "From: ",
      "Sent: ",
      "Subject: ",
      "On Friday, ",
      "Re: ",
      "Hello, ",
      "Accord ",
      "* ",
      "    ",
    ),
    word,
  )
  .map(([prefix, said]) => (/^[-_]+ ?$/.test(prefix) ? `${prefix}\n${said}` : `${prefix}${said}`));
const paragraph = fc
  .array(fc.oneof({ weight: 3, arbitrary: sentence }, lookalike), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join("\n"));
const others = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((lines) => quote(lines.join("\n")));
const introduction = fc.constantFrom(
  "On Mon, 23 Nov 2026 at 10:30, Accord <support@portal.example> wrote:",
  "Am 23.11.2026 um 10:30 schrieb Accord:",
  "În lun., 23 nov. 2026 la 10:30, Accord <support@portal.example> a scris:",
  "2026年11月23日(月) 10:30 Accord <support@portal.example>:",
);
const head = fc.constantFrom(
  "From: Accord <support@portal.example>\nSent: Monday\nTo: Ana\nSubject: [1234567890123456] Windows Server 2025",
  "De la: Accord <support@portal.example>\nTrimis: luni\nCătre: Ana\nSubiect: [1234567890123456] Windows Server 2025",
  "________________________________\nDe : Accord <support@portal.example>\nEnvoyé : lundi\nÀ : Ana\nObjet : [1234567890123456]",
);
const letter = fc.constantFrom(letterIn("en"), letterIn("ro"));
interface Piece {
  readonly text: string;
  /** Ours or a program's: it may be folded, and need not be. */
  readonly isLetter: boolean;
}
const own = (arbitrary: fc.Arbitrary<string>) => arbitrary.map((text): Piece => ({ text, isLetter: false }));
const ours = (arbitrary: fc.Arbitrary<string>) => arbitrary.map((text): Piece => ({ text, isLetter: true }));
const mixture = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: own(paragraph) },
    own(others),
    ours(fc.tuple(introduction, letter).map(([said, text]) => `${said}\n${quote(text)}`)),
    ours(fc.tuple(head, letter).map(([said, text]) => `${said}\n\n${text.trimEnd()}`)),
  ),
  { minLength: 1, maxLength: 6 },
);
const wordsOf = (text: string): string[] => text.match(/w\d+x/g) ?? [];

describe("random mixtures", () => {
  it("F50, K1: every word outside quoted lines and outside our letter is kept, and no word of the person's is folded", () => {
    fc.assert(
      fc.property(mixture, fc.constantFrom("\n\n", "\n"), (pieces, between) => {
        const mail = pieces.map(({ text }) => text).join(between);
        const split = splitText(mail, memory);
        const folded = split.quoted.split("\n").filter((line) => !line.startsWith(">"));
        expect(wordsOf(`${split.own}\n${split.quoted}`)).toEqual(wordsOf(mail));
        expect(wordsOf(folded.join("\n"))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it("F50, K1: an answer above our letter, however it is quoted, leaves nothing of the letter in sight", () => {
    const quoted = fc.oneof(
      fc.tuple(introduction, letter).map(([said, text]) => `${said}\n\n${quote(text)}\n`),
      fc.tuple(head, letter).map(([said, text]) => `${said}\n\n${text}`),
      letter,
    );
    fc.assert(
      fc.property(sentence, quoted, (said, below) => {
        expect(splitText(`${said}\n\n${below}`, memory).own).toBe(said);
      }),
    );
  });
});
