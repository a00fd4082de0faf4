/** `accord teams import|export|diff|show`: the whole file or nothing, dry run, on call (F69, F57). */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "./run.js";

const root = mkdtempSync(join(tmpdir(), "accord-teams-"));
const SEED = new URL("../../seeds/teams.json", import.meta.url);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const accord = async (...words: string[]) => {
  const out: string[] = [];
  const code = await runCommandLine([...words, "--json"], {
    env: { DATA_DIR: join(root, "data"), ACCORD_NOW: "2026-11-23T08:30:00Z" },
    out: (line) => void out.push(line),
    err: () => {},
    random: randomBytes,
  });
  return { code, data: JSON.parse(out.join("\n")) };
};
// biome-ignore lint/suspicious/noExplicitAny: a file is damaged at will.
const fileWith = (change: (file: any) => void): string => {
  const file = JSON.parse(readFileSync(SEED, "utf8"));
  change(file);
  const path = join(root, `teams-${Math.random()}.json`);
  writeFileSync(path, JSON.stringify(file));
  return path;
};
const shown = async () => (await accord("teams", "show")).data;

describe("accord teams", () => {
  beforeAll(async () => {
    await accord("migrate");
    expect((await accord("seed", "demo")).code).toBe(0);
  });

  it("F69: the demo world has its teams; the same file again changes nothing", async () => {
    const { teams, rows } = await shown();
    expect(teams.map(({ id }: { id: string }) => id)).toEqual([
      "critical-24x7",
      "romanian",
      "emea",
      "americas",
      "apac",
      "customer-service",
    ]);
    expect(rows).toHaveLength(9);
    expect(await accord("teams", "import", SEED.pathname)).toMatchObject({ code: 0, data: { result: "unchanged" } });
  });

  it("F69: a file with faults names each of them, and changes nothing", async () => {
    const before = await shown();
    const path = fileWith((file) => {
      file.teams[1].id = "critical-24x7";
      file.teams[2].onCall.push({ ...file.teams[0].onCall[1] });
      file.routing[0].team = "nowhere";
    });
    const { code, data } = await accord("teams", "import", path);
    expect(code).toBe(1);
    // One kind of fault after the other: what the file contradicts itself in, then what is not there.
    const told = (problems: { path: string; message: string }[]) =>
      problems.map((one) => `${one.path}: ${one.message}`);
    expect(told(data.problems).sort()).toEqual([
      "routing[0].team: There is no team nowhere.",
      "routing[1].team: There is no team romanian.",
      "routing[2].team: There is no team romanian.",
      "teams[1].id: critical-24x7 is there already, on line 1.",
      "teams[2].onCall[0].member: There is no member of this team tiago.silva@desk.example.",
    ]);
    const others = fileWith((file) => {
      file.teams[0].members.push("nobody@desk.example", "ana.ionescu@carpatia.example");
      file.routing[1].regions = ["atlantis"];
      file.routing[2].countries = ["XX"];
      file.routing[6].timeZones = ["Mars/Base"];
    });
    expect(told((await accord("teams", "import", others)).data.problems).sort()).toEqual([
      "routing[1].regions[0]: There is no region atlantis.",
      "routing[2].countries[0]: There is no country XX.",
      "routing[6].timeZones[0]: Expected an IANA time zone.",
      "teams[0].members[3]: nobody@desk.example is not the address of exactly one engineer or lead.",
      "teams[0].members[4]: ana.ionescu@carpatia.example is not the address of exactly one engineer or lead.",
    ]);
    expect(await shown()).toEqual(before);
    for (const broken of [
      fileWith((file) => {
        file.extra = 1;
      }),
      fileWith((file) => {
        file.teams[0].hours.start = "25:00";
      }),
      fileWith((file) => {
        file.routing[0].severities = ["Z"];
      }),
    ])
      expect(await accord("teams", "import", broken)).toMatchObject({ code: 1, data: { result: "refused" } });
    expect((await accord("teams", "import", join(root, "none.json"))).code).toBe(1);
  });

  it("F69: a dry run changes nothing; the import replaces everything", async () => {
    const path = fileWith((file) => {
      file.teams = file.teams.slice(2, 3);
      file.routing = [{ team: "emea" }];
    });
    expect(await accord("teams", "import", path, "--dry-run")).toMatchObject({
      code: 0,
      data: { result: "would be loaded", effectiveOn: "2026-11-23" },
    });
    expect((await shown()).teams).toHaveLength(6);
    expect(await accord("teams", "import", path)).toMatchObject({
      code: 0,
      data: { result: "loaded", version: 2 },
    });
    expect((await shown()).teams).toMatchObject([{ id: "emea" }]);
    expect(await accord("verify")).toMatchObject({ code: 0 });
  });
});
