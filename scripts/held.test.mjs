import { expect, test } from "vitest";
import { plant } from "./checks/planted.mjs";
import { checkHeld, checkRun, columnsRun, HELD, heldDocument, languageIn, readHeld, testsIn } from "./held.mjs";

const spec = (title, status = "expected") => ({ title, tests: [{ status }] });
const playwright = {
  suites: [
    {
      title: "self-help.spec.ts",
      specs: [spec("R9, browser en: an audience"), spec("R61: nobody says in which language")],
      suites: [
        { title: "browser ro, 390 px", specs: [spec("R5: solved by an article"), spec("R100: passed on", "skipped")] },
      ],
    },
  ],
};
const suite = (path, ...tests) => ({
  name: `/clone/${path}`,
  assertionResults: tests.map(([title, status = "passed"]) => ({ ancestorTitles: ["E1"], title, status })),
});
const vitest = [
  {
    testResults: [
      suite("packages/domain/src/a.test.ts", ["R1: a pair"], ["R2: failed", "failed"], ["R3: skipped", "skipped"]),
      suite("scripts/a.test.mjs", ["R4: planted in a check"]),
      suite("apps/web/src/a.test.tsx", ["R4: rendered without a browser"]),
    ],
  },
];
const tests = testsIn({ playwright, vitest }, "/clone");
const claim = (columns, reason = "") => ({ columns, reason });

test.each([
  [["browser en, 1440 px", "R5: an article"], "en"],
  [["ro, phone", "R1: a pair"], "ro"],
  [["R99, browser ro: a bill"], "ro"],
  [["R1: when the customer opens it, then or later", "in Romanian"], null],
])("the language of %j is %s", (titles, language) => {
  expect(languageIn(titles)).toBe(language);
});

test("a row ran where a test that names it passed: not where one failed, was skipped, or told no language", () => {
  const run = columnsRun(tests);
  const where = (id) => [...run.get(id)];
  expect([where("R9"), where("R5"), where("R1")]).toEqual([["browser en"], ["browser ro"], ["API and rules"]]);
  for (const id of ["R2", "R3", "R4", "R61", "R100"]) expect(where(id), id).toEqual([]);
});

test.each([
  [
    "a row whose test was skipped",
    { R100: claim(["browser ro"]) },
    "R100: no test that names it ran and passed in “browser ro”",
  ],
  ["a row whose test failed", { R2: claim(["API and rules"]) }, "R2: no test"],
  ["a title that ran nowhere", { R50: claim(["API and rules"]) }, "R50: no test"],
  ["a row that ran in the other language alone", { R9: claim(["browser en", "browser ro"]) }, "R9: no test"],
  ["a journey of a row that tells no language", {}, "tells no language, en or ro: R61"],
])("after a run the check sees %s", (_name, claims, expected) => {
  expect(checkRun(new Map(Object.entries(claims)), tests).join("\n")).toContain(expected);
});

test("a run that shows all that is claimed has nothing to complain of", () => {
  const held = new Map([
    ["R5", claim(["browser ro"])],
    ["R1", claim(["API and rules"])],
  ]);
  const told = tests.filter(({ column }) => column !== null);
  expect(checkRun(held, told)).toEqual([]);
  expect(checkRun(held, [])).toHaveLength(2);
});

test("without a run the check sees an open row, a claim without a title, and a missing reason", () => {
  const all = Array.from({ length: 100 }, (_, at) => [`R${at + 1}`, claim(["API and rules"], "no page shows it")]);
  const held = new Map([...all, ["R7", claim([])], ["R8", claim(["API and rules"])], ["R9", claim(["browser en"])]]);
  const files = {
    "packages/domain/src/a.test.ts":
      'test("R1-R39: a", () => {}); test("R40-R78: b", () => {}); test("R79-R100: c", () => {});',
  };
  expect(readHeld(heldDocument(held)).get("R9")).toEqual(claim(["browser en"]));
  expect(checkHeld(plant({ ...files, [HELD]: heldDocument(held) }))).toEqual([
    `${HELD}: R7 is open: nothing that ran holds it`,
    `${HELD}: R7: say why no browser tells of it`,
    `${HELD}: R8: say why no browser tells of it`,
    `${HELD}: R9: no title could stand for “browser en”`,
  ]);
  expect(checkHeld(plant({ ...files, [HELD]: `${heldDocument(held)}\nmore` }))[0]).toContain("is not as it is written");
});
