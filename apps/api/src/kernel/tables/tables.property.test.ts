/** Tables written and read again, and files changed at random: the same cells come back, and none ever stands in another's column (F56, K2). */
import { type TableCell, type TableColumn, textCell } from "@accord/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable, readTableText } from "./read-table.js";
import { atOnce } from "./slices.js";
import { kept, type TableValue, writeDelimited } from "./write-delimited.js";
import { TABLE_FORMS, writeTable } from "./write-table.js";

const KEYS = ["a", "b", "c", "d"] as const;
const FORM = {
  columns: KEYS.map((key): TableColumn<(typeof KEYS)[number]> => ({ key, names: [], isNeeded: true })),
  rowsMost: 1000,
};
const LANGUAGE = fc.constantFrom("en", "ro");

/** What tables hold, and what they must not fall over. */
const SIGNS = [
  ...",;\t|\"'\n\r =+-@.19éșßЖ漢€",
  ..."\u00A0,_x000D_,'=,'',\r\n,MAR-1,0001,2026-10-01,1E5,TRUE,sep=;".split(","),
];
const cell = fc.array(fc.constantFrom(...SIGNS), { maxLength: 6 }).map((signs) => signs.join(""));
/** A line without any visible sign is an empty one. */
const isFilled = (cells: readonly string[]): boolean => cells.some((text) => text.trim() !== "");
const rows = fc.array(fc.tuple(cell, cell, cell, cell).filter(isFilled), { minLength: 1, maxLength: 6 });
const textsOf = (cells: Readonly<Partial<Record<string, TableCell>>>): string[] =>
  KEYS.map((key) => (cells[key] ?? textCell("")).text);

describe("tables", () => {
  it.each(TABLE_FORMS)("F56: what is written as %s is read as the same cells, whatever is in them", async (form) => {
    await fc.assert(
      fc.asyncProperty(rows, LANGUAGE, fc.boolean(), async (cells, language, isKept) => {
        const values = cells.map((line) => line.map((text): TableValue => (isKept ? kept(text) : text)));
        const { content } = await writeTable({ name: "t", head: KEYS, rows: values }, form, language);
        const read = await readTable(Buffer.from(content), FORM, language);
        expect(read.ok && read.table.rows.map((one) => textsOf(one.cells))).toEqual(cells);
        expect(read.ok && read.table.rows.every(({ excess }) => excess === null)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("F56: no cell that is written begins as a formula", () => {
    fc.assert(
      fc.property(cell, fc.boolean(), (text, isKept) => {
        expect(writeDelimited([[isKept ? kept(text) : text]], ",")).not.toMatch(/^"?[=+\-@\t\r](?!\n$)/);
      }),
    );
  });

  it("F56, K9: a JSON list is read as JSON is, whatever stands in its texts and between them", () => {
    const gap = fc.constantFrom("", " ", "\n", "\t\r\n ");
    const record = fc.record({
      a: fc.string(),
      b: fc.constantFrom("[", "]", "{", '"', "\\", '\\"', ","),
      c: cell,
      d: cell,
    });
    const value = fc.oneof({ weight: 8, arbitrary: record }, fc.jsonValue());
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 5 }),
        gap,
        fc.constantFrom("", ",", "]", "x"),
        (list, between, wrong) => {
          const text = `${between}[${list.map((one) => between + JSON.stringify(one) + between).join(",")}${wrong}]${between}`;
          const read = atOnce(readTableText(text, FORM));
          const isList =
            wrong === "" && list.every((one) => typeof one === "object" && one !== null && !Array.isArray(one));
          if (!isList) expect(read).toMatchObject({ ok: false, problem: { reason: "NOT_JSON" } });
          else if (list.length === 0) expect(read).toMatchObject({ ok: false, problem: { reason: "EMPTY" } });
          else if (read.ok) {
            expect(read.table.rows.map((one) => one.line)).toEqual(list.map((_, place) => place + 1));
            for (const [place, { cells }] of read.table.rows.entries())
              for (const [key, one] of Object.entries(cells) as [string, TableCell][]) {
                const sent = (list[place] as Record<string, unknown>)[key];
                if (typeof sent === "string") expect(one).toEqual(textCell(sent));
              }
          } else expect(read.problem.reason).toBe("NO_COLUMN");
        },
      ),
      { numRuns: 500 },
    );
  });

  it("K9: a long JSON list, or a long element of one, is read with pauses", () => {
    const pauses = (text: string): number => {
      const work = readTableText(text, FORM);
      for (let count = 0; ; count += 1) if (work.next().done) return count;
    };
    const rows = Array.from({ length: 1000 }, () => ({ a: "1", b: "2", c: "3", d: "4" }));
    expect(pauses(JSON.stringify(rows))).toBeGreaterThanOrEqual(10);
    expect(pauses(JSON.stringify([{ ...rows[0], a: "\\".repeat(500_000) }]))).toBeGreaterThanOrEqual(20);
    const huge = atOnce(readTableText(JSON.stringify([{ a: "x".repeat(4_000_000) }]), FORM));
    expect(huge).toMatchObject({ ok: false, problem: { reason: "CELL_LONG", line: 1 } });
  });

  /** A cell that says which column it belongs to, with everything in it that divides cells. */
  const tagged = (key: string) =>
    fc.array(fc.constantFrom(...',;"\n\t x'), { maxLength: 4 }).map((signs) => `${key}${signs.join("")}${key}`);
  const taggedRows = fc.array(fc.tuple(tagged("A"), tagged("B"), tagged("C"), tagged("D")), {
    minLength: 1,
    maxLength: 5,
  });
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    sign: fc.constantFrom(",", ";", '"', '""', ",,", '","', "\t"),
  });

  it("F56: with separators and quotation marks put in anywhere, no cell is read in another's column", async () => {
    await fc.assert(
      fc.asyncProperty(taggedRows, fc.array(mutation, { minLength: 1, maxLength: 2 }), async (cells, mutations) => {
        const head = `${KEYS.join(",")}\r\n`;
        let body = writeDelimited(cells, ",");
        for (const { at, sign } of mutations) {
          const place = Math.floor(at * body.length);
          body = body.slice(0, place) + sign + body.slice(place);
        }
        const read = await readTable(Buffer.from(head + body), FORM, "en");
        if (!read.ok) return;
        for (const one of read.table.rows) {
          // A line that was shortened is told by what it lacks; what stands in it stands where it belongs.
          if (one.excess !== null || textsOf(one.cells).includes("")) continue;
          expect(textsOf(one.cells).map((text) => text.replace(/[^A-D]/g, "").replace(/(.)\1+/g, "$1"))).toEqual([
            ..."ABCD",
          ]);
        }
      }),
      { numRuns: 400 },
    );
  });
});
