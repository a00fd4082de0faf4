import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plant } from "./checks/planted.mjs";
import { findBrowser, isNodeNewEnough, missingCompilerTools, needsInstall, onPath } from "./machine.mjs";
import { personaLines } from "./start.mjs";

test.each([
  ["20.19.0", true],
  ["20.18.3", false],
  ["18.20.0", false],
  ["22.1.0", true],
  ["24.0.0", true],
])("Node %s is new enough: %s", (version, expected) => {
  expect(isNodeNewEnough(version)).toBe(expected);
});

test("an empty PATH lacks a compiler, make and Python, each with its Debian package", () => {
  expect(missingCompilerTools("").map(({ debian }) => debian)).toEqual(["g++", "make", "python3"]);
});

test("a program on the PATH is found, a file that cannot be run is not", () => {
  const root = plant({ "bin/make": "#!/bin/sh\n", "bin/g++": "" });
  chmodSync(join(root, "bin/make"), 0o755);
  chmodSync(join(root, "bin/g++"), 0o644);
  expect(onPath(["make"], join(root, "bin"))).toBe(join(root, "bin/make"));
  expect(missingCompilerTools(join(root, "bin")).map(({ tool }) => tool)).toEqual(["a C++ compiler", "Python 3"]);
});

const lock = (packages) => ({ packages });
const installed = (version) => ({
  "package-lock.json": lock({
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b": { version: "1.0.0", optional: true },
  }),
  "node_modules/.package-lock.json": lock({ "node_modules/a": { version } }),
  "node_modules/sqlite3/build/Release/node_sqlite3.node": "",
});

test("an install is needed when a package is missing or old, or sqlite3 is not compiled", () => {
  expect(needsInstall(plant(installed("1.0.0")))).toBe(false);
  expect(needsInstall(plant(installed("0.9.0")))).toBe(true);
  const { "node_modules/sqlite3/build/Release/node_sqlite3.node": _binary, ...uncompiled } = installed("1.0.0");
  expect(needsInstall(plant(uncompiled))).toBe(true);
  expect(needsInstall(plant({ "package-lock.json": lock({}) }))).toBe(true);
});

test("`npm start` needs no install for what only tests take; `npm test` does", () => {
  const files = installed("1.0.0");
  const tool = { "node_modules/playwright": { version: "1.0.0", dev: true } };
  const root = plant({ ...files, "package-lock.json": lock({ ...files["package-lock.json"].packages, ...tool }) });
  expect(needsInstall(root, { tools: false })).toBe(false);
  expect(needsInstall(root)).toBe(true);
});

test("CHROMIUM_PATH is taken at its word", () => {
  const root = plant({ chrome: "" });
  expect(findBrowser({ CHROMIUM_PATH: join(root, "chrome") })).toBe(join(root, "chrome"));
  expect(findBrowser({ CHROMIUM_PATH: join(root, "none") })).toBe(null);
});

test("every demo person is told about", () => {
  const lines = personaLines();
  expect(lines.length).toBeGreaterThanOrEqual(13);
  for (const line of lines)
    expect(line).toMatch(/\S+@\S+\.example\s+(personal|work|partner|engineer|lead|administrator)\s+\S+/);
});
