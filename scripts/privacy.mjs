// Writes docs/privacy.md from the tables of the built API and the classes of the domain: what is kept of whom, and what export and erasure do with it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const TARGET = "docs/privacy.md";
const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map((cell) => String(cell)).join(" | ")} |`).join("\n");

const classRows = ({ DATA_CLASSES }) =>
  Object.entries(DATA_CLASSES).map(([name, { what, why, kept, isPersonal, isExported, isErased }]) => [
    `\`${name}\``,
    what,
    why,
    kept,
    isPersonal ? (isExported ? "with their rows" : "no") : isExported ? "beside them" : "no",
    isErased ? "goes" : "stays",
  ]);

const columnName = ({ options }, property) => options.columns[property].name;

/** By what the rows of a person are found, in words. */
function findingOf(one, person) {
  if (person === "NOBODY") return "nobody's";
  if (person === "SEPARATELY") return "by what they hold";
  return person.by
    .map((key) => {
      if (typeof key === "string") return `\`${columnName(one, key)}\``;
      if (key.through) return `\`${columnName(one, key.through)}\`, a row of theirs in \`${key.to}\``;
      return `\`${columnName(one, key.address)}\`, an address they have proven`;
    })
    .join("; ");
}

const retentionRows = ({ RETENTIONS }) =>
  Object.entries(RETENTIONS).map(([name, { what, since, goes }]) => [`\`${name}\``, what, since, goes]);

const ENDS = {
  DELETED: "the rows go",
  BLANKED: "the rows stay without what goes",
  KEPT: "stays",
  SEPARATELY: "judged row by row",
};
const endOf = (person) => (person === "NOBODY" ? "stays" : ENDS[person.atErasure ?? person]);

const columnsOf = ({ options }, { DATA_CLASSES }) => {
  const columns = Object.values(options.columns);
  return Object.keys(DATA_CLASSES)
    .map((dataClass) => [dataClass, columns.filter((column) => column.dataClass === dataClass)])
    .filter(([, names]) => names.length > 0)
    .map(([dataClass, names]) => `${dataClass}: ${names.map(({ name }) => `\`${name}\``).join(", ")}`)
    .join("<br>");
};

const tableRows = (domain, { tables, personOf }) =>
  [...tables]
    .sort((a, b) => (a.options.name < b.options.name ? -1 : 1))
    .map((one) => [
      `\`${one.options.name}\``,
      columnsOf(one, domain),
      findingOf(one, personOf(one)),
      endOf(personOf(one)),
    ]);

/** The document as it should stand: `domain` is the built package, `storage` the tables of the built API. */
export function privacyDocument(domain, storage) {
  const parts = [
    "# What is kept of people",
    "Written by `npm run fix` from the tables themselves; `npm run check` fails when it is stale. A column without a class, and a table that holds something of people and does not say of whom, does not boot (F83).",
    "`accord subject export` writes everything of a person that is exported and nothing of others, `accord subject erase` takes what goes ([how](operations.md#peoples-data)). Words in a request that others of the customer stand in stay theirs, with the person struck out ([decision 55](decisions/0055-what-an-erasure-takes.md)). A legal hold keeps everything.",
    "## Kinds of data",
    table(
      ["class", "what it is", "why", "how long", "exported", "where a row stays after an erasure"],
      classRows(domain),
    ),
    "## What an administrator may shorten",
    `\`ACCORD_RETENTION\` gives days to a class, ${domain.LEAST_RETENTION_DAYS} at least; without them it stays. Nothing goes by itself: \`accord retention\` counts what is over, \`accord retention remove\` takes away what was counted ([how](operations.md#how-long-data-stay)). A legal hold on anybody concerned keeps it. Ledger, balances, receipts and the audit record have no days.`,
    table(["class", "what it is", "days since", "what goes"], retentionRows(domain)),
    "## Every table",
    table(["table", "columns by class", "whose", "at an erasure"], tableRows(domain, storage)),
  ];
  return `${parts.join("\n\n")}\n`;
}

const load = (root, path) => import(pathToFileURL(join(root, path)).href);

async function wantedDocument(root) {
  const [domain, { MODULES }, { personOf }] = await Promise.all(
    ["packages/domain/dist/index.js", "apps/api/dist/modules/modules.js", "apps/api/dist/kernel/db/columns.js"].map(
      (path) => load(root, path),
    ),
  );
  return privacyDocument(domain, { tables: MODULES.storage.tables, personOf });
}

export async function checkPrivacy(root) {
  const path = join(root, TARGET);
  const wanted = await wantedDocument(root);
  return existsSync(path) && readFileSync(path, "utf8") === wanted ? [] : [`${TARGET} is stale: npm run fix`];
}

export async function writePrivacy(root) {
  writeFileSync(join(root, TARGET), await wantedDocument(root));
}
