/** Files of packs, sound and hostile: every problem with its line and place, nothing taken that is not understood (F57, F59, I-2). */
import { PACK_KINDS } from "@accord/domain";
import { describe, expect, it } from "vitest";
import { linesOf } from "../../kernel/text/positioned-json.js";
import { packSentence } from "../../kernel/text/sentences.js";
import { diffOf } from "./diff.js";
import { readPack } from "./read-pack.js";
import { packSeed } from "./reference/seed-files.js";
import { packSchema } from "./shapes.js";

const problemsOf = (kind: (typeof PACK_KINDS)[number], text: string): string[] => {
  const read = readPack(kind, text);
  return read.ok
    ? []
    : read.problems.map((one) => `${one.line} ${one.path}${one.path ? ": " : ""}${packSentence("en", one)}`);
};
const PRODUCT = {
  slug: "p",
  family: "f",
  name: "P",
  platform: "cloud",
  portal: "here",
  versions: [
    {
      slug: "p-1",
      name: "P 1",
      released: "2026-01-01",
      mainstreamEnd: null,
      extendedEnd: null,
      endStatus: "open",
      track: null,
      rank: 1,
    },
  ],
};
const productsWith = (version: object, product: object = {}): string =>
  JSON.stringify([{ ...PRODUCT, ...product, versions: [{ ...PRODUCT.versions[0], ...version }] }], null, 1);

describe("reading a pack", () => {
  it.each(PACK_KINDS.filter((kind) => kind !== "PARTNER_TENANTS"))("F57: the reference data of %s is sound", (kind) => {
    expect(problemsOf(kind, packSeed(kind))).toEqual([]);
  });

  it("F57: what is not JSON is told with the line it stops being it on", () => {
    const notJson = ": The file is not JSON from here on.";
    expect(problemsOf("TAXES", "")).toEqual([`1 ${notJson.slice(2)}`]);
    expect(problemsOf("TAXES", '{\n "taxes": [\n  1,\n ]\n}')).toEqual([`4 ${notJson.slice(2)}`]);
    expect(problemsOf("TAXES", '{\n // why\n "taxes": [] }')).toEqual([`2 ${notJson.slice(2)}`]);
    expect(problemsOf("TAXES", '{ "taxes": [] } extra')).toEqual([`1 ${notJson.slice(2)}`]);
    expect(problemsOf("TAXES", '\uFEFF{ "taxes": [] }')).toEqual([]);
  });

  it("F59: missing, unknown, misspelt, of another form: by line and path, all at once", () => {
    const text = `[
 { "slug": "p", "family": "f", "name": "", "platform": "moon", "portal": "here",
   "versions": [
    { "slug": "P 1", "name": "P 1", "released": "2026-02-30",
      "mainstreamEnds": null,
      "extendedEnd": null, "endStatus": "open", "track": null,
      "rank": 0 } ] }
]`;
    expect(problemsOf("PRODUCTS", text)).toEqual([
      "2 [0].name: Expected a text of 1 to 200 characters.",
      "2 [0].platform: Expected one of: on-premises, cloud.",
      "4 [0].versions[0].slug: Expected a slug of small letters, digits and hyphens.",
      "4 [0].versions[0].released: Expected a day such as 2027-04-01.",
      "4 [0].versions[0].mainstreamEnd: mainstreamEnd is missing.",
      "5 [0].versions[0].mainstreamEnds: Nothing is known by the name mainstreamEnds.",
      "7 [0].versions[0].rank: Expected a whole number in its bounds.",
    ]);
    expect(problemsOf("PRODUCTS", "{}")).toEqual(["1 Expected a list."]);
    expect(problemsOf("REGIONS", "[]")).toEqual(["1 Expected an object."]);
    expect(problemsOf("PORTALS", "null")).toEqual(["1 Expected a list."]);
  });

  it("F59: a slug twice, a name twice, an end before its start, a host that is not there", () => {
    const [one, other] = [PRODUCT, PRODUCT].map((product) => JSON.stringify(product));
    expect(problemsOf("PRODUCTS", `[\n${one},\n${other}\n]`)).toEqual([
      "3 [1].slug: p is there already, on line 2.",
      "3 [1].versions[0].slug: p-1 is there already, on line 2.",
    ]);
    expect(problemsOf("TAXES", '{ "taxes": [],\n "taxes": [] }')).toEqual(["2 taxes stands here twice."]);
    expect(problemsOf("PRODUCTS", productsWith({ mainstreamEnd: "2025-12-31" }))).toEqual([
      expect.stringContaining("mainstreamEnd: The end, 2025-12-31, lies before the start, 2026-01-01."),
    ]);
    expect(problemsOf("PRODUCTS", productsWith({ mainstreamEnd: "2027-01-01", extendedEnd: "2026-06-01" }))).toEqual([
      expect.stringContaining("extendedEnd: The end, 2026-06-01, lies before the start, 2027-01-01."),
    ]);
    expect(problemsOf("PRODUCTS", productsWith({ hostVersion: "gone" }))).toEqual([
      expect.stringContaining("hostVersion: There is no version gone."),
    ]);
  });

  it("I-2: deep, huge and strange files are refused, and none brings the reader down", () => {
    expect(problemsOf("TAXES", "[".repeat(1_000_000))).toHaveLength(1);
    expect(problemsOf("TAXES", `{"meta":${"[".repeat(70)}${"]".repeat(70)},"taxes":[]}`)).toHaveLength(1);
    expect(problemsOf("TAXES", `"${"x".repeat(9 * 1024 * 1024)}"`)[0]).toContain("at most");
    expect(problemsOf("TAXES", '{"taxes":[],"__proto__":{"isAdmin":true}}')).toHaveLength(1);
    expect(problemsOf("TAXES", '{"taxes":[],"constructor":1,"toString":2}')).toHaveLength(2);
    expect(problemsOf("PORTALS", packSeed("PORTALS").replace("https://aka.ms", "javascript:alert(1)//"))).toHaveLength(
      1,
    );
    expect(problemsOf("PRODUCTS", productsWith({ name: "a\u0000b" }))).toHaveLength(1);
    expect(problemsOf("PRODUCTS", productsWith({ rank: 1e308 }))).toHaveLength(1);
    expect(problemsOf("PRODUCTS", JSON.stringify(Array.from({ length: 2001 }, () => 1)))[0]).toBeDefined();
    expect(problemsOf("PRODUCTS", JSON.stringify(Array.from({ length: 500 }, () => ({}))))).toHaveLength(100);
  });

  it("F57: partner tenants come as CSV too, with the line of the spreadsheet", () => {
    const read = readPack("PARTNER_TENANTS", "tenantId,name\nt-1,One\n\nt-2,\n");
    expect(read.ok && read.value.content).toEqual({ tenants: [{ tenantId: "t-1", name: "One" }, { tenantId: "t-2" }] });
    expect(problemsOf("PARTNER_TENANTS", "tenantId,name\nt-1,One\nt-1,Again\n")).toEqual([
      "3 tenants[1].tenantId: t-1 is there already, on line 2.",
    ]);
    expect(problemsOf("PARTNER_TENANTS", "tenantId,name,colour\nt 1,One,red\n")).toHaveLength(2);
    expect(problemsOf("PARTNER_TENANTS", 'tenantId\n"t-1\n')).toEqual([
      "2 The quotation mark that opens on line 2 is never closed.",
    ]);
  });

  it("F57: the published schema of each kind names itself and its fields", () => {
    for (const kind of PACK_KINDS) {
      const schema = packSchema(kind, `https://x.example/schemas/${kind}.json`);
      expect(schema).toMatchObject({ $id: `https://x.example/schemas/${kind}.json`, title: expect.any(String) });
      expect(JSON.stringify(schema).length).toBeGreaterThan(200);
    }
  });

  it("F57: the difference is told by slugs: added, removed, changed, in another order", () => {
    const [a, b, c] = [{ slug: "a", x: 1 }, { slug: "b", x: [1, 2] }, { slug: "c" }];
    expect(diffOf([a, b], [b, a])).toMatchObject([{ op: "REORDERED", path: "" }]);
    expect(diffOf([a, b], [{ ...a, x: 2 }, c])).toEqual([
      { op: "CHANGED", path: "a.x", before: "1", after: "2" },
      { op: "REMOVED", path: "b", before: '{"slug":"b","x":[1,2]}', after: null },
      { op: "ADDED", path: "c", before: null, after: '{"slug":"c"}' },
    ]);
    expect(diffOf([b], [{ ...b, x: [1] }])).toEqual([{ op: "CHANGED", path: "b.x", before: "[1,2]", after: "[1]" }]);
    expect(diffOf([a], [a])).toEqual([]);
  });

  it("lines are counted from one", () => {
    const lineAt = linesOf("ab\ncd\n\ne");
    expect([0, 2, 3, 5, 6, 7].map(lineAt)).toEqual([1, 1, 2, 2, 3, 4]);
  });
});
