/** Files of agreements with one thing in them gone wrong: a row is taken with every cell in its place, or not at all (F56, K2). */
import { IMPORT_COLUMNS, type Programme } from "@accord/domain";
import fc from "fast-check";
import { expect, it } from "vitest";
import { judgeFileRow, readImportFile } from "./read-file.js";

const PROGRAMME = { id: "visual-studio-enterprise", origin: "AGREEMENT", incidents: 4 } as Programme;
const BY_ID = new Map([[PROGRAMME.id, PROGRAMME]]);
const rowOf = (place: number): string =>
  `visual-studio-enterprise,A${place}A,B0${place}B,2026-10-01,2027-09-30,2${place},${place},N${place}N,e${place}@x.example,ro`;

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 1, 2),
  sign: fc.constantFrom("", ",", ";", '"', "\n", "\r", "\r\n", "\t", " ", "0", ",00", "'", "=", '","'),
});

it("F56: whatever one change does to a file, no accepted agreement has the value of another column", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), mutation, async (count, { at, removed, sign }) => {
      const body = Array.from({ length: count }, (_, place) => rowOf(place + 1)).join("\n");
      const place = Math.floor(at * body.length);
      const text = `${IMPORT_COLUMNS.join(",")}\n${body.slice(0, place)}${sign}${body.slice(place + removed)}`;
      const read = await readImportFile(Buffer.from(text), "en");
      if (!read.ok) return;
      for (const row of read.value.rows) {
        const judged = judgeFileRow(read.value, row, BY_ID);
        if (!judged.ok) continue;
        const { pair, recipient, startsOn } = judged.agreement;
        expect(pair.accessId).toMatch(/^[A0-9]+$/);
        expect(pair.agreementId).toMatch(/^[B0-9]+$/);
        expect(startsOn).toMatch(/^20/);
        expect(recipient.name ?? "N").not.toMatch(/[AB@]/);
        expect(recipient.email ?? "e@").toContain("@");
      }
    }),
    { numRuns: 600 },
  );
});
