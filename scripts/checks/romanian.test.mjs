import { expect, test } from "vitest";
import { compareCatalogues } from "./messages.mjs";
import { plant } from "./planted.mjs";
import { checkRomanian, faultsOfRomanian } from "./romanian.mjs";

const SEEDS = "apps/api/seeds";
const SAME = `${SEEDS}/same-in-both.json`;
const same = (why, ...texts) => ({ groups: [{ why, texts }] });
const topics = (problem) => [{ name: "DNS", nameRo: "DNS", categories: [{ problems: [problem] }] }];
const request = (more) => ({ id: "r-1", country: "RO", title: "x", description: "x", timeline: [], ...more });

test.each([
  ["a problem without a Romanian name", "topics.json", topics({ name: "Slow query" }), "problems[0].nameRo is missing"],
  ["an empty name", "topics.json", topics({ name: "x", nameRo: " " }), "problems[0].nameRo is missing or empty"],
  ["cedilla letters", "topics.json", topics({ name: "x", nameRo: "Funcţie" }), "nameRo: cedilla"],
  [
    "English left where Romanian belongs",
    "topics.json",
    topics({ name: "State of the server", nameRo: "State of the server" }),
    "nameRo: is English",
  ],
  ["a short English name", "topics.json", topics({ name: "Sandbox", nameRo: "Sandbox" }), "nameRo: is English"],
  [
    "a family with its English name",
    "topics.json",
    [{ name: "Developer tools", nameRo: "Developer tools" }],
    "is English",
  ],
  [
    "an article's English title",
    "articles.json",
    [{ slug: "a", title: "Backup", body: "B", ro: { title: "Backup" } }],
    "a.ro.title: is English",
  ],
  [
    "an English answer of a tree",
    "trees/a.json",
    { answers: [{ label: { en: "Unreachable", ro: "Unreachable" } }] },
    "ro: is English",
  ],
  [
    "a name that may stay, of which nothing speaks",
    "same-in-both.json",
    same("products", "Outlook"),
    "nothing says “Outlook”",
  ],
  ["names that may stay without a reason", "same-in-both.json", same(" ", "Outlook"), "“Outlook”: say why"],
  [
    "a short title of a Romanian request",
    "demo.json",
    { requests: [request({ title: "Full crawl stops" })] },
    "is English",
  ],
  ["a level of severity", "severities.json", { severities: [{ impact: "Some impact." }] }, "impactRo is missing"],
  ["an article", "articles.json", [{ slug: "a", title: "A", body: "B" }], "a.ro.title is missing"],
  [
    "a decision tree",
    "trees/a.json",
    { steps: { start: { text: { en: "Since when?" } } } },
    "start.text.ro is missing",
  ],
  ["a question of a form", "forms/a.json", { schema: { properties: { e: { title: "E" } } } }, "e.titleRo is missing"],
  ["a persona", "personas.json", [{ id: "u", en: "an engineer" }], "[0].ro is missing"],
  ["a request of a Romanian company", "demo.json", { requests: [request({ title: "The log is full" })] }, "is English"],
  [
    "an answer to it",
    "demo.json",
    { requests: [request({ timeline: [{ kind: "submitted" }, { text: "Please send the output of it." }] })] },
    "r-1: “Please send the output of it.” is English",
  ],
])("data in both languages: the check sees %s", (_name, file, content, expected) => {
  expect(checkRomanian(plant({ [`${SEEDS}/${file}`]: content })).join("\n")).toContain(expected);
});

test("names of products, code, quotations and requests from elsewhere stay as they are", () => {
  const root = plant({
    [`${SEEDS}/topics.json`]: topics({ name: "Outlook", nameRo: "Outlook" }),
    [SAME]: same("products", "Outlook"),
    [`${SEEDS}/trees/a.json`]: { commands: [{ shell: "cmd", text: "is the server of the" }] },
    [`${SEEDS}/products.json`]: [{ name: "Windows" }],
    [`${SEEDS}/demo.json`]: {
      requests: [
        request({ title: "Apare „the log is full” la pornire, `what is the cause`" }),
        request({ country: "US", title: "The log is full" }),
      ],
    },
  });
  expect(checkRomanian(root)).toEqual([]);
  expect(faultsOfRomanian("Jurnalul este plin", "The log is full")).toEqual([]);
});

test.each(["This is not the place", "Settings", "{count} left"])(
  "a message of a screen that is English in both languages is seen: %s",
  (a) => {
    expect(compareCatalogues("screens", { a }, { a }).join("\n")).toContain("ro: a: is English");
    expect(compareCatalogues("screens", { a }, { a }, new Set([a]))).toEqual([]);
  },
);

test("what has no word needs no reason to be the same", () => {
  const both = { code: "LOG_BACKUP", number: "7, 11", hours: "24/7", parameters: "{name}, {at}" };
  expect(compareCatalogues("screens", both, both)).toEqual([]);
});
