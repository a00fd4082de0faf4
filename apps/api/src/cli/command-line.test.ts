import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasValidCheckDigit } from "../../../../tests/support/check-digit.js";
import { COMMANDS } from "./commands.js";
import { runCommandLine } from "./run.js";

const root = mkdtempSync(join(tmpdir(), "accord-cli-"));
const NOW = "2026-11-23T08:30:00Z";
const env = { DATA_DIR: join(root, "data"), ACCORD_NOW: NOW };
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
const accord = async (args: string, more: Record<string, string> = {}): Promise<Answer> => {
  const words = [...args.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "");
  const [out, err]: [string[], string[]] = [[], []];
  const surroundings = {
    env: { ...env, ...more },
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    random: randomBytes,
  };
  const code = await runCommandLine(words, surroundings);
  return { code, out: out.join("\n"), err: err.join("\n") };
};

/** The same with --json; fails when it does not end with 0. */
const json = async (args: string): Promise<Record<string, unknown>> => {
  const { code, out, err } = await accord(`${args} --json`);
  if (code !== 0) throw new Error(`${args}: ${code} ${err}`);
  return JSON.parse(out);
};

test("a database that is not migrated is named, exit code 70", async () => {
  const { code, err } = await accord("verify");
  expect(code).toBe(70);
  expect(err).toContain("accord migrate");
});

describe("with the demo world", () => {
  beforeAll(async () => {
    expect((await json("migrate")).applied).not.toEqual([]);
    expect(await json("seed demo")).toEqual({ catalogue: "replaced", demo: "added" });
  });

  test("migrate and seed again change nothing, verify finds nothing", async () => {
    expect(await json("migrate")).toEqual({ applied: [] });
    expect(await json("seed demo")).toEqual({ catalogue: "unchanged", demo: "present" });
    expect(await json("verify")).toEqual({ ok: true, breaches: [] });
  });

  test("R10, R14, R56: an issued agreement grants several incidents and has a new ID pair with check digits, shown once", async () => {
    const made = await json("agreement issue --programme partner-product-support-20 --starts-on 2026-11-23");
    expect(made).toMatchObject({
      programme: "partner-product-support-20",
      startsOn: "2026-11-23",
      redeemBy: "2027-12-23",
      incidents: 20,
    });
    expect(hasValidCheckDigit(String(made.accessId))).toBe(true);
    expect(hasValidCheckDigit(String(made.agreementId))).toBe(true);
    const other = await json("agreement issue --programme partner-product-support-20");
    expect(other.accessId).not.toBe(made.accessId);
    const shown = await accord(`agreement show ${made.id}`);
    expect(shown.out).toContain("20 of 20 incidents left");
    expect(shown.out).toContain("State:     ISSUED");
    expect(shown.out).toContain("Activate:  by 2027-12-23 (inclusive, UTC); its term begins then");
    expect(shown.out).not.toContain(String(made.accessId));
  });

  test("R12, R13: the term is the programme's, incidents may be given", async () => {
    const made = await json(
      "agreement issue --programme visual-studio-professional --starts-on 2028-02-29 --incidents unlimited --in-force",
    );
    expect(made).toMatchObject({ startsOn: "2028-02-29", endsOn: "2029-02-28", incidents: null });
  });

  test("R14, E13: an agreement is found by its pair however it is written", async () => {
    const shown = await json('agreement show --access-id "trn 4471-0098" --agreement-id 9100234417');
    expect(shown).toMatchObject({ programme: "partner-product-support-20", incidentsRemaining: 13, holders: 2 });
    expect(await accord("agreement show --access-id TRN-4471-0098 --agreement-id 9100234418")).toMatchObject({
      code: 1,
    });
  });

  test("R11: an adjustment is a ledger entry and never overdraws", async () => {
    const { id } = await json("agreement issue --programme visual-studio-enterprise");
    expect(await json(`agreement adjust ${id} --incidents -3 --reason "split elsewhere"`)).toMatchObject({
      incidentsRemaining: 1,
    });
    expect(await json(`agreement adjust ${id} --incidents 2 --reason goodwill`)).toMatchObject({
      incidentsRemaining: 3,
    });
    const refused = await accord(`agreement adjust ${id} --incidents -4 --reason "too much"`);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain("3 of 4 incidents left");
    expect(await json("verify")).toMatchObject({ ok: true });
  });

  test("a withdrawn agreement says so once", async () => {
    const { id } = await json("agreement issue --programme visual-studio-enterprise");
    expect(await json(`agreement revoke ${id}`)).toMatchObject({ id });
    expect((await accord(`agreement show ${id}`)).out).toContain("REVOKED");
    expect((await accord(`agreement revoke ${id}`)).err).toContain("before");
  });

  test("K8: an agreement shows who it is for, who holds it, and what was done to it and why", async () => {
    const pair = "--access-id TRN-4471-0098 --agreement-id 9100234417";
    const { id } = await json(`agreement show ${pair}`);
    await json(`agreement extend ${id} --ends-on 2029-01-31 --reason "renewed in writing"`);
    await json(`agreement rotate ${id} --reason "IDs were mailed to the wrong person"`);
    await json(`agreement revoke ${id} --reason "never paid"`);
    expect(await json(`agreement show ${id}`)).toMatchObject({
      state: "REVOKED",
      holders: 2,
      heldBy: [{ name: expect.stringContaining(" "), email: expect.stringContaining("@") }, {}],
      revocation: { at: expect.stringMatching(/^20/), reason: "never paid" },
      extensions: [{ to: "2029-01-31", reason: "renewed in writing" }],
      rotations: [{ reason: "IDs were mailed to the wrong person" }],
    });
    const { out } = await accord(`agreement show ${id}`);
    for (const said of ["never paid", "renewed in writing", "wrong person", "radu.marin@transilvan.example"])
      expect(out).toContain(said);
  });

  test("R2, K8: nothing is issued of a programme that was retired", async () => {
    const refused = await accord("agreement issue --programme software-assurance-24x7");
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain("retired on 2023-02-01");
  });

  test("E14: foreign IDs with leading zeros and without check digit are imported, each row reported", async () => {
    const file = join(root, "agreements.csv");
    const rows = [
      "programme,accessId,agreementId,startsOn,endsOn,incidents,used",
      "visual-studio-enterprise,000123,0000456,2026-10-01,,,1",
      "visual-studio-enterprise,000123,0000456,2026-10-01,,,1",
      "no-such-programme,1,2,2026-10-01,,,",
      "partner-product-support-20,AB-12,CD 34,2026-13-01,,,",
      "partner-product-support-20,AB-12,CD 34,2026-01-01,2026-12-31,5,6",
      "pay-per-incident,7,8,2026-10-01,,,",
      "partner-product-support-20,AB!12,CD 34,2026-01-01,,,",
      "partner-product-support-20,AB-12,CD 34,2026-01-01,2026-12-31,unlimited,",
    ];
    writeFileSync(file, `\uFEFF${rows.join("\r\n")}\r\n`);
    const dry = JSON.parse((await accord(`agreement import ${file} --dry-run --json`)).out);
    expect(dry).toMatchObject({ added: 0, wouldBeAdded: 2, refused: 6 });
    const { code, out } = await accord(`agreement import ${file} --json`);
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(report.rows.map((row: { line: number; result: string }) => [row.line, row.result])).toEqual([
      [2, "added"],
      [3, "refused"],
      [4, "refused"],
      [5, "refused"],
      [6, "refused"],
      [7, "refused"],
      [8, "refused"],
      [9, "added"],
    ]);
    expect(await json("agreement show --access-id 000123 --agreement-id 0000456")).toMatchObject({
      incidentsRemaining: 3,
    });
    expect((await accord("agreement show --access-id 123 --agreement-id 456")).code).toBe(1);
    expect(await json("agreement show --access-id ab12 --agreement-id cd34")).toMatchObject({
      endsOn: "2026-12-31",
      incidentsTotal: null,
    });
    expect(await json("verify")).toMatchObject({ ok: true });
  });

  test("an import that cannot begin says why", async () => {
    const file = join(root, "short.csv");
    writeFileSync(file, "programme,accessId\nx,1\n");
    expect((await accord(`agreement import ${file}`)).err).toContain(
      "The head of the file lacks agreementId, startsOn.",
    );
    expect((await accord("agreement import nowhere.csv")).err).toContain("ENOENT");
  });

  test("accounts are listed and filtered", async () => {
    const { out } = await accord("account list --role engineer");
    expect(out).toContain("petra.novak@desk.example");
    expect(out).toContain("2 accounts");
    expect((await accord("account list --kind partner")).out).toContain("radu.marin@transilvan.example");
    expect((await accord("account list --role boss")).code).toBe(2);
  });

  test("R98: a role is granted and taken away, once each", async () => {
    expect(await json("staff grant ana.ionescu@carpatia.example --role auditor")).toMatchObject({ roles: ["AUDITOR"] });
    expect((await accord("staff grant ana.ionescu@carpatia.example --role AUDITOR")).code).toBe(1);
    expect(await json("staff revoke ana.ionescu@carpatia.example --role AUDITOR")).toMatchObject({ roles: [] });
    expect((await accord("staff grant nobody@example.org --role LEAD")).err).toContain("no account");
  });

  test("F74: a token is printed once, with its scopes and an end", async () => {
    const made = await json(
      "token create --account radu.marin@transilvan.example --scopes agreements:read,requests:write --expires 2027-01-31",
    );
    expect(made).toMatchObject({
      scopes: ["agreements:read", "requests:write"],
      expiresAt: "2027-02-01T00:00:00.000Z",
    });
    expect(made.token).toMatch(/^accord_pat_/);
    expect((await accord("token create --account radu.marin@transilvan.example --scopes everything")).code).toBe(2);
    expect(
      (
        await accord(
          "token create --account radu.marin@transilvan.example --scopes agreements:read --expires 2031-01-01",
        )
      ).code,
    ).toBe(1);
  });

  test("the built command works beside this process, and a bad environment stops it with 78", async () => {
    const command = fileURLToPath(new URL("../../bin/accord.mjs", import.meta.url));
    expect(existsSync(command)).toBe(true);
    const spawn = promisify(execFile);
    const { stdout } = await spawn(process.execPath, [command, "verify"], { env: { ...process.env, ...env } });
    expect(stdout).toBe("All invariants hold.\n");
    const failed = await spawn(process.execPath, [command, "verify"], {
      env: { ...process.env, ...env, ACCORD_NWO: "x" },
    }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 78, stderr: "accord: unknown environment name ACCORD_NWO\n" });
  });
});

describe("calling it wrongly", () => {
  test.each([
    ["nonsense", "no command nonsense"],
    ["agreement", ""],
    ["", ""],
    ["verify now", "usage: accord verify"],
    ["verify --loud", "usage: accord verify"],
    ["agreement issue", "--programme is needed"],
    ["agreement adjust pln_x --incidents 1.5 --reason x", "whole number"],
    ["staff grant", "usage: accord staff grant"],
  ])("`accord %s` ends with 2", async (args, expected) => {
    const { code, err } = await accord(args);
    expect(code).toBe(2);
    expect(err).toContain(expected);
  });

  test("--json tells a failure as JSON", async () => {
    const { out, code } = await accord("agreement issue --json");
    expect(JSON.parse(out)).toEqual({ error: "--programme is needed", exitCode: 2 });
    expect(code).toBe(2);
  });

  test("help names every command, and how to call each", async () => {
    const { out, code } = await accord("--help");
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) {
      expect(out).toContain(name);
      expect((await accord(`${name} --help`)).out).toContain(summary);
    }
  });

  test("the published schema is printed without a database", async () => {
    const { out, code } = await accord("schema print", { DATA_DIR: "/dev/null/nowhere" });
    expect(code).toBe(0);
    expect(out).toContain("type Query");
  });
});

test("with other keys nothing runs; what is lost without them is told, and given up only by the installation's name", async () => {
  const given = { DATA_DIR: join(root, "keys"), KEYS_DIR: join(root, "its-keys") };
  const ask = (args: string, more: Record<string, string> = {}) => accord(args, { ...given, ...more });
  expect((await ask("migrate")).code).toBe(0);
  expect((await ask("seed reference")).code).toBe(0);
  expect((await ask("keys lost")).out).toBe("The keys are those this database was filled with.");
  const other = { KEYS_DIR: join(root, "other-keys") };
  const refused = await ask("verify", other);
  expect(refused.code).toBe(78);
  expect(refused.err).toContain("other-keys lacks pair-pepper, encryption-key, ");
  const told = await ask("keys lost", other);
  expect(told.code).toBe(1);
  expect(told.out).toContain("pair-pepper: no agreement is found");
  expect(told.out).toContain("accord keys lost --installation localhost");
  expect(await ask("keys lost --installation somewhere", other)).toMatchObject({ code: 2 });
  expect(readdirSync(other.KEYS_DIR)).toEqual([]);
  expect(await ask("keys lost --installation localhost", other)).toMatchObject({ code: 0 });
  expect(await ask("verify", other)).toMatchObject({ code: 0 });
  expect(await ask("audit verify", other)).toMatchObject({ code: 0 });
  expect(await ask("verify")).toMatchObject({ code: 78 });
});
