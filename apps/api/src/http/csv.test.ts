/** CSV files that no spreadsheet runs (F56, F82). */
import { expect, it } from "vitest";
import { csvText } from "./csv.js";

it.each([
  ["=1+1", "'=1+1"],
  ["+40 722", "'+40 722"],
  ["-2", "'-2"],
  ["@cmd", "'@cmd"],
  ["\tx", "'\tx"],
  ["\rx", `"'\rx"`],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ["a,b", '"a,b"'],
  ["a\nb", '"a\nb"'],
  ["Ștefan = 1", "Ștefan = 1"],
  [-2, "-2"],
  [null, ""],
])("F56: %j is written as %j", (value, cell) => {
  expect(csvText(["head"], [[value]])).toBe(`\uFEFFhead\r\n${cell}\r\n`);
});
