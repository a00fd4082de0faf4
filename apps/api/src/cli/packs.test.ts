/** `accord <kind> import|export|diff`, and the corrections of agreements by command: exit codes, file and line, nothing half (F56-F59). */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PACK_KINDS, packName } from "@accord/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workbookOf } from "../../../../tests/support/workbooks.js";
import { runCommandLine } from "./run.js";

const root = mkdtempSync(join(tmpdir(), "accord-packs-"));
const seedOf = (name: string): string => readFileSync(new URL(`../../seeds/${name}.json`, import.meta.url), "utf8");
afterAll(() => rmSync(root, { recursive: true, force: true }));

const accordIn = async (folder: string, words: readonly string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCommandLine(words, {
    env: { DATA_DIR: join(root, folder), ACCORD_NOW: "2026-11-23T08:30:00Z" },
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    random: randomBytes,
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
};
const accord = (...words: string[]) => accordIn("data", words);
const asked = async (...words: string[]) => {
  const { code, out } = await accord(...words, "--json");
  return { code, data: JSON.parse(out) };
};
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(root, name);
  writeFileSync(path, text);
  return path;
};

describe("accord <kind>", () => {
  beforeAll(async () => {
    await accord("migrate");
    expect((await accord("seed", "demo")).code).toBe(0);
  });

  it("F57: export, import: nothing changes, for every kind; the file is the one that was loaded", async () => {
    for (const kind of PACK_KINDS) {
      const name = packName(kind);
      const path = join(root, `${name}.json`);
      expect(await asked(name, "export", path)).toMatchObject({ code: 0, data: { kind, version: 1 } });
      expect(await asked(name, "import", path)).toMatchObject({ code: 0, data: { result: "unchanged" } });
      if (kind !== "PARTNER_TENANTS") expect(readFileSync(path, "utf8")).toBe(seedOf(name));
    }
  });

  it("F57, F59: a file with problems: each with file and line, exit code 1, nothing changed", async () => {
    const path = file("bad.json", seedOf("taxes").replace('"AU", "kind": "GST"', '"AT", "kind": "NONE"'));
    const { code, out } = await accord("taxes", "import", path);
    expect(code).toBe(1);
    expect(out).toMatch(/bad\.json:8: taxes\[1\]\.kind: Expected one of: /);
    expect(out).toContain("Nothing was changed.");
    expect(await asked("taxes", "diff", path)).toMatchObject({ code: 1, data: { result: "refused" } });
    const twice = file("twice.json", seedOf("taxes").replace('"AU"', '"AT"'));
    expect((await accord("taxes", "import", twice)).out).toContain(
      "twice.json:8: taxes[1].country: AT is there already, on line 7.",
    );
    expect(await asked("taxes", "export")).toMatchObject({ code: 0, data: { version: 1 } });
  });

  it("F58, F59: diff and dry run tell and change nothing; the import holds from its day on", async () => {
    const products = seedOf("products").replace('"mainstreamEnd": "2029-11-13"', '"mainstreamEnd": "2026-11-13"');
    const path = file("products-2.json", products);
    const diff = await accord("products", "diff", path);
    expect(diff.code).toBe(0);
    expect(diff.out).toContain(
      '~ windows-server.versions.windows-server-2025.mainstreamEnd: "2029-11-13" → "2026-11-13"',
    );
    expect(diff.out).toMatch(/pln_\w+ \([\w-]+\): -windows-server-2025/);
    const told = await asked("products", "import", path, "--dry-run");
    expect(told).toMatchObject({ code: 0, data: { result: "would be loaded", changes: 1 } });
    expect(told.data.plans).toBeGreaterThan(0);
    const later = await asked("products", "import", path, "--effective-on", "2027-01-01");
    expect(later).toMatchObject({ code: 0, data: { result: "loaded", version: 2, effectiveOn: "2027-01-01" } });
    expect(await asked("products", "export")).toMatchObject({ data: { version: 1 } });
    expect(await asked("products", "import", path)).toMatchObject({ data: { result: "loaded", version: 3 } });
    expect(await asked("products", "export")).toMatchObject({ data: { version: 3 } });
    expect(await accord("audit", "verify")).toMatchObject({ code: 0 });
    expect(await accord("verify")).toMatchObject({ code: 0 });
  });

  it("F57: called in a way it does not understand: 2; a file that is not there, a day past: 1", async () => {
    const path = file("topics.json", seedOf("topics"));
    expect((await accord("topics", "import", path, "--effective-on", "soon")).code).toBe(2);
    expect((await accord("topics", "import")).code).toBe(2);
    expect((await accord("topics", "import", join(root, "none.json"))).code).toBe(1);
    expect(await accord("topics", "import", path, "--effective-on", "2026-11-22")).toMatchObject({
      code: 1,
      out: expect.stringContaining("2026-11-22 is past"),
    });
  });

  it("F57: a vendor begins with nothing and loads each kind in turn; what is missing is named", async () => {
    const own = (...words: string[]) => accordIn("own", words);
    await own("migrate");
    expect((await own("taxes", "export")).code).toBe(1);
    const paths = new Map(
      ["portals", "topics", "products", "programmes", "regions", "taxes"].map((name) => [
        name,
        file(`own-${name}.json`, seedOf(name)),
      ]),
    );
    expect((await own("products", "import", paths.get("products") ?? "")).out).toContain(
      "There is no portal support-for-business.",
    );
    for (const [name, path] of paths) expect([name, (await own(name, "import", path)).code]).toEqual([name, 0]);
    expect((await own("agreement", "issue", "--programme", "visual-studio-enterprise")).code).toBe(0);
    expect((await own("verify")).code).toBe(0);
  });

  it("F57, K2: partner tenants come as a workbook too; a cell that is no text is named", async () => {
    const run = (...words: string[]) => accordIn("workbooks", words);
    await run("migrate");
    await run("seed", "reference");
    const own = (...words: string[]) => run("partner-tenants", ...words);
    const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rowOf = (row: number, first: string, second: string) =>
      `<row r="${row}">${first}${text(`B${row}`, second)}</row>`;
    const workbook = async (name: string, ...rows: string[]) =>
      file(name, await workbookOf({ sheets: [{ name: "Tenants", rows: rows.join("") }] }));
    const head = rowOf(1, text("A1", "tenantId"), "name");
    const good = await workbook("tenants.xlsx", head, rowOf(2, text("A2", "0042-t"), "Alfa Consulting"));
    expect(await own("import", good)).toMatchObject({ code: 0 });
    const out = join(root, "tenants-out.json");
    await own("export", out);
    expect(readFileSync(out, "utf8")).toContain("0042-t");
    const bad = await workbook("tenants-number.xlsx", head, rowOf(2, `<c r="A2"><v>42</v></c>`, "Beta"));
    const refused = await own("import", bad);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain(`${bad}:2:`);
  });
});

describe("accord agreement extend and rotate", () => {
  it("F56: it ends later, never earlier; new IDs open what the old ones opened", async () => {
    const { data } = await asked("agreement", "issue", "--programme", "visual-studio-enterprise", "--in-force");
    const { id } = data;
    const extend = (day: string) => accord("agreement", "extend", id, "--ends-on", day, "--reason", "agreed by phone");
    expect(await extend("2030-06-30")).toMatchObject({ code: 0, out: expect.stringContaining("ends on 2030-06-30") });
    expect((await extend("2029-01-01")).code).toBe(1);
    expect((await extend("June")).code).toBe(2);
    const rotated = await asked("agreement", "rotate", id, "--reason", "sent to the wrong person");
    expect(rotated.code).toBe(0);
    const byPair = ({ accessId, agreementId }: { accessId: string; agreementId: string }) =>
      asked("agreement", "show", "--access-id", accessId, "--agreement-id", agreementId);
    expect(await byPair(rotated.data)).toMatchObject({ code: 0, data: { id, endsOn: "2030-06-30" } });
    expect((await byPair(data)).code).toBe(1);
    await accord("agreement", "revoke", id);
    expect((await accord("agreement", "rotate", id, "--reason", "again")).code).toBe(1);
    expect((await accord("agreement", "rotate", id)).code).toBe(2);
  });
});
