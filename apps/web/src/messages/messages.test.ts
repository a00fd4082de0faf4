/** The catalogues: both languages complete, the same placeholders, Romanian letters as Romanian writes them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = import.meta.dirname;
const read = (name: string): Record<string, string> => JSON.parse(readFileSync(join(folder, name), "utf8"));
const names = readdirSync(folder).filter((name) => name === "en.json" || name.endsWith(".en.json"));

test.each(names)("%s has the same keys in Romanian, none empty", (name) => {
  const [en, ro] = [read(name), read(name.replace("en.json", "ro.json"))];
  expect(Object.keys(ro).sort()).toEqual(Object.keys(en).sort());
  expect(Object.entries({ ...en, ...ro }).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test.each(names)("%s: Romanian uses the letters with a comma below, never with a cedilla", (name) => {
  const withCedilla = Object.entries(read(name.replace("en.json", "ro.json"))).filter(([, text]) => /[şţŞŢ]/.test(text));
  expect(withCedilla).toEqual([]);
});

test("Romanian plurals have one, few and other, and other takes “de”", () => {
  const plurals = Object.values(read("ro.json")).flatMap((text) => [...text.matchAll(/other \{# (\S+)/g)].map((found) => found[1]));
  // “20 afișate” and “20 rămase din 25 de incidente” count a participle, not a noun.
  expect([...new Set(plurals.filter((word) => word !== "de"))].sort()).toEqual(["afișate}}", "rămase"]);
});

test("every sentence that a screen names exists", () => {
  const known = new Set(names.flatMap((name) => Object.keys(read(name))));
  const sources = readdirSync(join(folder, ".."), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".tsx") && !path.endsWith(".test.tsx"));
  const missing = sources.flatMap((path) =>
    [...readFileSync(join(folder, "..", path), "utf8").matchAll(/\bid(?:=|: )"([a-z][A-Za-z]*\.[\w.-]+)"/g)].map((found) => found[1] ?? "").filter((id) => !known.has(id)).map((id) => `${path}: ${id}`),
  );
  expect(missing).toEqual([]);
});
