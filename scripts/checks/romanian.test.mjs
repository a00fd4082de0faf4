import { expect, test } from "vitest";
import { compareCatalogues } from "./messages.mjs";
import { plant } from "./planted.mjs";
import { checkRomanian, faultsOfRomanian } from "./romanian.mjs";

const SEEDS = "apps/api/seeds";
const topics = (problem) => [{ name: "A", nameRo: "A", categories: [{ problems: [problem] }] }];
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

test("a message of a screen that is English in both languages is seen", () => {
  const both = { a: "This is not the place" };
  expect(compareCatalogues("screens", both, both).join("\n")).toContain("ro: a: is English");
});
