// What the SDL changes for clients of the last release: a change that breaks them is said in packages/schema/breaks.json, with what to do, or it is a mistake. docs/schema-changelog.md is made of both.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema, isInterfaceType, isObjectType } from "graphql";
import { read } from "./sources.mjs";

const CURRENT = "packages/schema/schema.graphql";
/** The SDL of the last release, or where the promise begins; whoever releases copies the current one here. */
const RELEASED = "packages/schema/released.graphql";
/**
 * Path of a change (`*` stands for anything within it) → what a client does instead: a sentence, or what a program can follow, too
 * (tests/frozen does): `now` (another name), `isPaged` (the list is a connection), `within` (the argument stands in that one),
 * `on` (the fields of an interface's types, one of which has it), each with a sentence of its own in `say` where the plain one
 * does not do. `isOther`: the name stayed and means something else.
 */
const BREAKS = "packages/schema/breaks.json";
const CHANGELOG = "docs/schema-changelog.md";

const isBreaking = ({ criticality }) => criticality.level === CriticalityLevel.Breaking;
const escaped = (text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
const matches = (pattern, path) => new RegExp(`^${pattern.split("*").map(escaped).join(".*")}$`).test(path);

const PAGED = "Ask for `nodes` within it: the list is a connection, 20 items a page where `first` says nothing else.";

/** The sentence of a row. */
const sentenceOf = (said) => {
  if (typeof said === "string") return said;
  if (said.on !== undefined)
    return `Ask for it on the type that has it: ${said.on.map((name) => `\`${name}\``).join(", ")}.`;
  return (
    said.say ??
    (said.isPaged ? PAGED : said.isOther ? `What it said is \`${said.now}\` now.` : `It is \`${said.now}\` now.`)
  );
};

/** Fields that a type had and does not have as an interface: the difference of the SDLs stops at the kind of the type. */
const goneFromInterfaces = (before, now) =>
  Object.values(before.getTypeMap()).flatMap((type) => {
    const today = now.getType(type.name);
    if (!isObjectType(type) || !isInterfaceType(today)) return [];
    return Object.keys(type.getFields())
      .filter((name) => today.getFields()[name] === undefined)
      .map((name) => ({
        type: "FIELD_REMOVED",
        criticality: { level: CriticalityLevel.Breaking },
        path: `${type.name}.${name}`,
        message: `Field '${name}' is not one of interface '${type.name}'`,
      }));
  });

/** Every change since the release, with what is said about it. */
async function changesSince(root) {
  const [before, now] = [buildSchema(read(root, RELEASED)), buildSchema(read(root, CURRENT))];
  const changes = [...(await diff(before, now)), ...goneFromInterfaces(before, now)];
  const said = Object.entries(JSON.parse(read(root, BREAKS)));
  return [
    ...changes.map((change) => ({
      ...change,
      said: isBreaking(change) ? said.find(([pattern]) => matches(pattern, change.path ?? "")) : undefined,
    })),
    ...said
      .filter(([, { isOther }]) => isOther)
      .map((row) => ({
        type: "MEANING",
        criticality: { level: CriticalityLevel.Breaking },
        path: row[0],
        message: "The name stayed and means something else",
        said: row,
      })),
  ];
}

/** What a renamed type carries along is told with the type. */
const isToldWithType = (pattern, used) => pattern.includes(".") && used.has(pattern.split(".")[0]);

/** The version whose major number says whether a break is possible at all. */
const versionOf = (root) => JSON.parse(read(root, "package.json")).version;

export async function checkSchemaChanges(root) {
  const changes = await changesSince(root);
  const mayBreak = versionOf(root).startsWith("0.");
  const used = new Set(changes.flatMap(({ said }) => said?.[0] ?? []));
  const needless = Object.keys(JSON.parse(read(root, BREAKS))).filter(
    (pattern) => !used.has(pattern) && !isToldWithType(pattern, used),
  );
  const found = existsSync(join(root, CHANGELOG)) ? readFileSync(join(root, CHANGELOG), "utf8") : "";
  return [
    ...changes
      .filter((change) => isBreaking(change) && !(mayBreak && change.said))
      .map(
        ({ message, path }) =>
          `${message} This breaks clients: keep it as @deprecated${mayBreak ? `, or say in ${BREAKS} under "${path}" what they do instead, then npm run fix` : ""}`,
      ),
    ...needless.map((pattern) => `${BREAKS}: "${pattern}" is no breaking change (any more): strike it`),
    ...(found === changelogOf(changes) ? [] : [`${CHANGELOG} is stale: npm run fix`]),
  ];
}

export async function writeSchemaChangelog(root) {
  writeFileSync(join(root, CHANGELOG), changelogOf(await changesSince(root)));
}

const LEVELS = [
  [CriticalityLevel.Breaking, "What breaks", "Clients that use one of these do as the last column says."],
  [
    CriticalityLevel.Dangerous,
    "What may surprise",
    "Nothing is refused that was answered; a client that takes one of several may meet another.",
  ],
  [CriticalityLevel.NonBreaking, "What is new or reworded", "Nobody has to do anything."],
];

function changelogOf(changes) {
  const parts = LEVELS.flatMap(([level, title, lead]) => {
    const own = changes.filter(({ criticality }) => criticality.level === level);
    return own.length === 0 ? [] : [`## ${title}`, lead, tableOf(own, level === CriticalityLevel.Breaking)];
  });
  const nothing = parts.length === 0 ? ["Nothing has changed."] : parts;
  return `${[
    "# Changes of the schema",
    "Since the last release (`packages/schema/released.graphql`). Written by `npm run fix` from the difference of both SDLs; what to do instead stands in `packages/schema/breaks.json`.",
    ...nothing,
  ].join("\n\n")}\n`;
}

const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("'", "`");
/** Rewording is counted, not quoted. */
const isRewording = ({ type }) => /DESCRIPTION/.test(type);

function tableOf(changes, hasRemedy) {
  const worded = changes.filter(isRewording).length;
  const rows = changes
    .filter((change) => !isRewording(change))
    .map(({ path, message, said }) => [
      `\`${path ?? ""}\``,
      cell(message),
      ...(hasRemedy ? [cell(said === undefined ? "" : sentenceOf(said[1]))] : []),
    ])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const head = ["where", "what", ...(hasRemedy ? ["instead"] : [])];
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const table = rows.length === 0 ? [] : [[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")];
  return [...table, ...(worded === 0 ? [] : [`Descriptions reworded: ${worded}.`])].join("\n\n");
}
