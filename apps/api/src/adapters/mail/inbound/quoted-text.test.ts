import { describe, expect, it } from "vitest";
import { ownTextOf } from "./quoted-text.js";

const cases: readonly (readonly [name: string, mail: string, own: string])[] = [
  ["a plain answer", "It works now.\r\nThank you!\r\n", "It works now.\nThank you!"],
  ["our marker", "Done.\n\n--- Please write above this line ---\n\nHello,\n\nThere is a new message", "Done."],
  ["our marker, quoted", "Gata.\n\n> --- Vă rugăm să scrieți deasupra acestei linii ---\n> Bună ziua,", "Gata."],
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
  ["Outlook's line", "Ok.\n\n________________________________\nFrom: Accord", "Ok."],
  ["original message", "Fine.\n\n-----Original Message-----\nHello", "Fine."],
  ["a signature", "Thanks.\n-- \nMaria Enescu\n+40 21 555 01 00", "Thanks."],
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
  it.each(cases)("F50: of %s only the person's own words are kept", (_name, mail, own) => {
    expect(ownTextOf(mail)).toBe(own);
  });

  it("F50: 200 kB of hostile lines are read in one go", () => {
    const hostile = `${"On x ".repeat(20_000)}\n${"> ".repeat(20_000)}\n${"From: a\n".repeat(5_000)}`;
    expect(ownTextOf(hostile)).toBe(`${"On x ".repeat(20_000)}`.trim());
  });
});
