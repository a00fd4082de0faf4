/** The catalogues: both languages complete, the same placeholders, Romanian letters as Romanian writes them. */
import { expect, test } from "vitest";

const catalogues = import.meta.glob<Record<string, string>>("./**/*.json", { eager: true, import: "default" });
const sources = import.meta.glob<string>(["../**/*.tsx", "!../**/*.test.tsx"], {
  eager: true,
  query: "?raw",
  import: "default",
});
const read = (name: string): Record<string, string> => catalogues[`./${name}`] ?? {};
const names = Object.keys(catalogues)
  .map((path) => path.slice(2))
  .filter((name) => name === "en.json" || name.endsWith(".en.json"));

test.each(names)("%s has the same keys in Romanian, none empty", (name) => {
  const [en, ro] = [read(name), read(name.replace("en.json", "ro.json"))];
  expect(Object.keys(ro).sort()).toEqual(Object.keys(en).sort());
  expect(Object.entries({ ...en, ...ro }).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test.each(names)("%s: Romanian uses the letters with a comma below, never with a cedilla", (name) => {
  const withCedilla = Object.entries(read(name.replace("en.json", "ro.json"))).filter(([, text]) =>
    /[şţŞŢ]/.test(text),
  );
  expect(withCedilla).toEqual([]);
});

test("Romanian plurals have one, few and other, and other takes “de”", () => {
  const plurals = Object.values(read("ro.json")).flatMap((text) =>
    [...text.matchAll(/other \{# (\S+)/g)].map((found) => found[1]),
  );
  // “20 afișate” and “20 rămase din 25 de incidente” count a participle, not a noun.
  expect([...new Set(plurals.filter((word) => word !== "de"))].sort()).toEqual(["afișate}}", "rămase"]);
});

test("every sentence that a screen names exists", () => {
  const known = new Set(names.flatMap((name) => Object.keys(read(name))));
  const missing = Object.entries(sources).flatMap(([path, text]) =>
    [...text.matchAll(/\bid(?:=|: )"([a-z][A-Za-z]*\.[\w.-]+)"/g)]
      .map((found) => found[1] ?? "")
      .filter((id) => !known.has(id))
      .map((id) => `${path}: ${id}`),
  );
  expect(missing).toEqual([]);
});
