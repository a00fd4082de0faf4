import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkDocsLinks } from "./docs-links.mjs";
import { readIcu } from "./icu.mjs";
import { checkLabels, problemsOfLabels } from "./labels.mjs";
import { checkMachinePaths } from "./machine-paths.mjs";
import { checkDomainMessages, checkMessages, compareCatalogues } from "./messages.mjs";
import { plant } from "./planted.mjs";

test.each([
  ["a missing Romanian key", { a: "x" }, {}, "missing or empty"],
  ["a missing English key", {}, { a: "x" }, "en: a is missing"],
  ["an empty sentence", { a: "x" }, { a: " " }, "missing or empty"],
  ["other parameters", { a: "{name} left" }, { a: "{title} a rămas" }, "other parameters"],
  ["cedilla letters", { a: "x" }, { a: "soluţie" }, "cedilla"],
  [
    "a missing plural form",
    { a: "{n, plural, other {# left}}" },
    { a: "{n, plural, one {un incident} other {# de incidente}}" },
    "few is missing",
  ],
  ["a broken message", { a: "x" }, { a: "{n" }, "not an argument"],
  ["a nested key", { a: { b: "x", c: "y" } }, { a: { b: "x" } }, "a.c is missing"],
])("catalogues show %s", (_name, en, ro, expected) => {
  expect(compareCatalogues("screens", en, ro).join("\n")).toContain(expected);
});

test("catalogues with the same keys, parameters and Romanian forms pass", () => {
  const en = { a: "{n, plural, one {# incident} other {# incidents}} of {name}" };
  const ro = { a: "{n, plural, one {un incident} few {# incidente} other {# de incidente}} din {nameRo}" };
  expect(compareCatalogues("screens", en, ro)).toEqual([]);
});

test("a screen that asks for a message nobody wrote is seen, and so is a missing language", () => {
  const root = plant({
    "apps/web/src/messages/en.json": { known: "x" },
    "apps/web/src/messages/ro.json": { known: "x" },
    "apps/web/src/a.tsx":
      '<FormattedMessage id="unknown" /> formatMessage({ id: "known" }) formatMessage({ id: "gone" })',
    "apps/api/src/modules/mail/messages/en.json": { a: "x" },
  });
  const problems = checkMessages(root).join("\n");
  expect(problems).toContain("no message unknown");
  expect(problems).toContain("no message gone");
  expect(problems).toContain("ro.json is missing");
  expect(problems).not.toContain("no message known");
});

test("a message that only the pages of one feature load is unknown everywhere else", () => {
  const root = plant({
    "apps/web/src/messages/administration/people.en.json": { "people.title": "People" },
    "apps/web/src/messages/administration/people.ro.json": { "people.title": "Persoane" },
    "apps/web/src/features/administration/people-page.tsx": '<FormattedMessage id="people.title" />',
    "apps/web/src/features/desk/queue.tsx": '<FormattedMessage id="people.title" />',
  });
  expect(checkMessages(root)).toEqual([
    expect.stringMatching(/^apps.web.src.features.desk.queue.tsx: no message people/),
  ]);
});

test.each([
  ["en", "Ask {name} to add you under “Share”.", "“Share” is no label of any page"],
  ["en", "Ask {name} to add you on the Contacts tab.", "Contacts is named without quotes"],
  ["en", "Look under Contacts.", "Contacts is named without quotes"],
  ["ro", "Căutați în fila „Partajare”.", "“Partajare” is no label of any page"],
  ["ro", "Căutați în fila Contacte.", "Contacte is named without quotes"],
])("K8: a sentence that names a label wrongly is seen (%s: %s)", (language, text, problem) => {
  const texts = new Map([
    ["tab", language === "en" ? "Contacts ({count})" : "Contacte ({count})"],
    ["said", text],
  ]);
  expect(problemsOfLabels(language, texts)).toEqual([`said, ${language}: ${problem}`]);
});

test("K8: a quoted label is that of a page, in each language; what stands in a parameter is no label", () => {
  const root = plant({
    "apps/web/src/messages/en.json": { tab: "Contacts ({count})", said: "Look under “Contacts” for “{name}”." },
    "apps/web/src/messages/ro.json": { tab: "Contacte ({count})", said: "Căutați „{name}” în fila „Contacts”." },
  });
  const nothing = { PLAN_MESSAGES: { en: {}, ro: {} }, REFUSAL_MESSAGES: { en: {}, ro: {} } };
  expect(checkLabels(root, nothing)).toEqual(["said, ro: “Contacts” is no label of any page"]);
});

test("the sentences of the codes are compared too", () => {
  const sentences = (message) => ({ reasons: { EXPIRED: { message } } });
  const domain = { PLAN_MESSAGES: { en: sentences("x"), ro: sentences("") }, REFUSAL_MESSAGES: { en: {}, ro: {} } };
  expect(checkDomainMessages(domain)).toEqual(["plans, ro: reasons.EXPIRED.message is missing or empty"]);
});

test("ICU messages: a form of one word is no argument, forms nest", () => {
  const { names, plurals } = readIcu(
    "{kind, select, one {incident} other {{n, plural, one {#} few {#} other {# de}} {n, plural, =0 {} other { (#)}}}} {day, date, long}",
  );
  expect([...names].sort()).toEqual(["day", "kind", "n"]);
  expect(plurals).toEqual([["one", "few", "other"]]);
  expect(() => readIcu("a } b")).toThrow(SyntaxError);
  expect(() => readIcu("{n, plural, one {x}")).toThrow(SyntaxError);
});

test("links of documents: files and headings must be there", () => {
  const root = plant({
    "README.md":
      "[a](docs/a.md) [b](docs/none.md) [c](docs/a.md#the-rules) [d](docs/a.md#nothing) [e](https://example.org) `[f](g)`",
    "docs/a.md": "# The rules\n\n[up](../README.md)\n",
  });
  expect(checkDocsLinks(root)).toEqual([
    "README.md: docs/none.md leads nowhere",
    "README.md: docs/a.md#nothing: no such heading",
  ]);
});

test("two decisions with one number are seen, and one without a status", () => {
  const root = plant({
    "docs/decisions/0001-a.md": "# 1. A\n\nStatus: accepted, 2026-11-29.\n",
    "docs/decisions/0001-b.md": "# 1. B\n",
  });
  expect(checkDocsLinks(root)).toEqual([
    "docs/decisions: two records have the number 0001",
    expect.stringContaining("docs/decisions/0001-b.md:3: no status"),
  ]);
});

test("an anchor set by hand is one", () => {
  const root = plant({
    "README.md": "[a](docs/a.md#r16) [b](docs/a.md#r17)",
    "docs/a.md": '| <a id="r16"></a>R16 | x |\n',
  });
  expect(checkDocsLinks(root)).toEqual(["README.md: docs/a.md#r17: no such heading"]);
});

test("tracked text that names a registry's host or this machine is seen", () => {
  const host = ["https://", "registry.example.org/x"].join("");
  const root = plant({ "README.md": `See ${host}`, "docs/a.md": "fine" });
  const git = (...args) => execFileSync("git", args, { cwd: root });
  git("init", "-q");
  git("add", ".");
  expect(checkMachinePaths(root)).toHaveLength(1);
  expect(checkMachinePaths(root)[0]).toContain("README.md:1");
});

test("the folder a clone stands in is seen, the folder for temporary files is not", () => {
  const root = plant({ "clone/README.md": "fine" });
  writeFileSync(join(root, "clone/docs.md"), `Look in ${root}/elsewhere`);
  const git = (...args) => execFileSync("git", args, { cwd: join(root, "clone") });
  git("init", "-q");
  git("add", ".");
  expect(checkMachinePaths(join(root, "clone"))).toHaveLength(1);
  const bare = plant({ "README.md": "Kept in " });
  writeFileSync(join(bare, "README.md"), `Kept in ${tmpdir()}/x`);
  execFileSync("git", ["init", "-q"], { cwd: bare });
  execFileSync("git", ["add", "."], { cwd: bare });
  expect(checkMachinePaths(bare)).toEqual([]);
});
