import { expect, test } from "vitest";
import { checkLockfile } from "./lockfile.mjs";
import { plant } from "./planted.mjs";
import { compareVersions, satisfies } from "./versions.mjs";

const sound = { version: "1.0.0", integrity: "sha512-x" };
const lock = (packages) => ({ "package-lock.json": { packages: { "": {}, ...packages } } });

test.each([
  [
    "an optional package without an entry",
    { "node_modules/a": { ...sound, optionalDependencies: { b: "1" } } },
    "b has no entry",
  ],
  [
    "a download address",
    { "node_modules/a": { ...sound, resolved: ["https:", "//x.example/a.tgz"].join("") } },
    "download address",
  ],
  ["no integrity", { "node_modules/a": { version: "1.0.0" } }, "no integrity"],
  ["an engine that refuses Node 20", { "node_modules/a": { ...sound, engines: { node: ">=22" } } }, "refuses Node"],
  ["a version below an advisory", { "node_modules/typeorm": { ...sound, version: "0.3.30" } }, "advisory floor"],
])("the lock file check sees %s", (_name, packages, expected) => {
  expect(checkLockfile(plant(lock(packages))).join("\n")).toContain(expected);
});

test("a dependency without its line in docs/dependencies.md, or without an exact version, is seen", () => {
  const manifest = {
    "package.json": { dependencies: { a: "1.0.0", b: "^2.0.0" } },
    "docs/dependencies.md": "`b` does b",
  };
  const problems = checkLockfile(plant({ ...lock({}), ...manifest })).join("\n");
  expect(problems).toContain("nothing on a");
  expect(problems).toContain("b is not pinned");
});

test("a sound lock file passes", () => {
  const packages = {
    "node_modules/a": { ...sound, engines: { node: ">=18" }, optionalDependencies: { b: "1" } },
    "node_modules/b": sound,
    "node_modules/c": { link: true, resolved: "apps/c" },
  };
  expect(checkLockfile(plant(lock(packages)))).toEqual([]);
});

test.each([
  [">=18", true],
  [">=22.12.0", false],
  ["^18 || ^20 || >=22", true],
  ["^20.19.0 || >=22.12.0", true],
  ["20 || 22", true],
  ["18.x || 20.x", true],
  ["^22.0.0", false],
  [">= 16.0.0", true],
  ["*", true],
  [">=14 <21", true],
  [">=14 <20", false],
  ["~20.19", false],
  ["^20.21", false],
  ["14 - 20", true],
  [">20", false],
  ["<=20", true],
  ["", true],
])("Node 20.20.0 in the range %s: %s", (range, expected) => {
  expect(satisfies("20.20.0", range)).toBe(expected);
});

test("versions order by number, not by text", () => {
  expect(compareVersions("0.3.9", "0.3.31")).toBeLessThan(0);
  expect(compareVersions("10.0.5", "9.9.9")).toBeGreaterThan(0);
});
