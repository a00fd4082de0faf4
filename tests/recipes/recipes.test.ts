/**
 * The recipes of docs/architecture.md, carried out: each patch is one change as somebody makes it by hand. Applied together to a copy,
 * the document names exactly their files and, in the long form, they pass `check` and their own tests, on both engines.
 *
 * A patch that applies no more: `git apply --3way tests/recipes/<name>.patch` on a branch, mend it, `git diff -U1 HEAD > tests/recipes/<name>.patch`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isLong } from "../support/tier.js";
import { Copy, ROOT } from "./copy.js";
import { filesIn, filesOf, unmatched } from "./read-recipes.js";

/** Files edited by hand at most, tests and messages included. */
const RECIPES = { "stored-field": 10, "query-with-table": 14, mutation: 11 } as const;
type Recipe = keyof typeof RECIPES;
const NAMES = Object.keys(RECIPES) as Recipe[];

const pathOf = (name: Recipe): string => join(ROOT, "tests/recipes", `${name}.patch`);
const patchOf = (name: Recipe): string => readFileSync(pathOf(name), "utf8");
/** What `npm run schema` or a test writes: nobody edits it by hand. */
const WRITTEN =
  /^packages\/schema\/schema\.graphql$|\.answer\.json$|\.generated\.|^docs\/(?:rules\.md|requirements-trace\/)|^scripts\/checks\/ratchet\.json$/;
const TEN_MINUTES = 600_000;

describe.each(NAMES)("%s", (name) => {
  const files = filesIn(patchOf(name));

  it("is no more files by hand than it may be, and none that is written", () => {
    expect(files.filter((file) => WRITTEN.test(file))).toEqual([]);
    expect(files.length).toBeLessThanOrEqual(RECIPES[name]);
  });

  it("is told in docs/architecture.md by exactly its files", () => {
    const told = filesOf(readFileSync(join(ROOT, "docs/architecture.md"), "utf8"), name);
    expect(unmatched(told, files)).toEqual([]);
    expect(unmatched(told, [...files, "apps/api/src/planted.ts"])).toEqual([
      "apps/api/src/planted.ts is in the patch, and no row of docs/architecture.md names it",
    ]);
    expect(unmatched([...told, "apps/api/src/planted.ts"], files)).toEqual([
      "apps/api/src/planted.ts is named in docs/architecture.md, and the patch does not touch it",
    ]);
  });
});

describe("all of them, applied to a copy", () => {
  let copy: Copy;
  beforeAll(() => {
    copy = new Copy();
  }, TEN_MINUTES);
  afterAll(() => copy?.remove());

  it.each(NAMES)("%s applies", (name) => {
    expect(copy.apply(pathOf(name))).toBe("");
  });

  if (!isLong) return;

  it(
    "what is made of something else is written, and the server that serves them answers",
    async () => {
      await copy.run(process.execPath, "scripts/fix.mjs", "--schema", "--as-written");
      const tests = NAMES.flatMap((name) => filesIn(patchOf(name))).filter((file) => /\.test\.tsx?$/.test(file));
      // The examples start a whole server, and the answers of the new ones are written down.
      const reached = ["tests/contract/examples.test.ts", "tests/contract/refusals/help.test.ts"];
      await copy.run("node_modules/.bin/vitest", "run", "--update=new", ...reached, ...tests);
    },
    TEN_MINUTES,
  );

  it(
    "check finds nothing forgotten",
    async () => {
      expect(await copy.run(process.execPath, "scripts/check.mjs")).toContain("All checks pass.");
    },
    TEN_MINUTES,
  );
});
