// The data says everything in both languages, and its Romanian is Romanian: written with comma-below letters, not English left in its place.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { filesOf, read } from "./sources.mjs";

const SEEDS = "apps/api/seeds";
/** Names there are the same in every language, or there is no text for people. */
const WITHOUT_TEXT = ["products.json", "vectors.json", "taxes.json"];
/** What people read stands under these names; its Romanian under the same name and `Ro`. */
const TEXTS = [
  ...["name", "title", "text", "description", "label", "question", "answer", "body", "summary", "hint", "advice"],
  ...["signIn", "pairAlternative", "impact", "customerCommitment"],
];
/** Words of English sentences that no Romanian sentence has. */
const ENGLISH =
  /\b(of|the|is|are|not|does|do|to|fails?|and|with|after|cannot|was|were|from|your|this|that|when|has)\b/gi;
/** What programs are called and answer stays as it is: code, quotations. */
const FOREIGN = /`[^`]*`|„[^”]*”|"[^"]*"/g;

const englishWordsOf = (text) => text.match(ENGLISH)?.length ?? 0;

/** What is wrong with a Romanian text; `english` says the same, null where nothing does. */
export function faultsOfRomanian(romanian, english = null) {
  const isCopied = english !== null && romanian.trim() === english.trim() && englishWordsOf(english) > 1;
  const isEnglish = english === null && englishWordsOf(romanian.replace(FOREIGN, "")) > 1;
  return [
    ...(/[şţŞŢ]/.test(romanian) ? ["cedilla letters; Romanian writes ș and ț with a comma below"] : []),
    ...(isCopied || isEnglish ? ["is English"] : []),
  ];
}

const isWritten = (text) => typeof text === "string" && text.trim() !== "";
const both = (where, english, romanian) =>
  isWritten(romanian)
    ? faultsOfRomanian(romanian, english).map((fault) => `${where}: ${fault}`)
    : [`${where} is missing or empty`];

/** Texts of any nesting: `name` beside `nameRo`, or `{ en, ro }`. */
function problemsOfTexts(value, where) {
  if (Array.isArray(value)) return value.flatMap((one, place) => problemsOfTexts(one, `${where}[${place}]`));
  if (typeof value !== "object" || value === null) return [];
  // A command of a decision tree.
  if (typeof value.shell === "string") return [];
  const pairs = TEXTS.filter((name) => typeof value[name] === "string").map((name) => [name, `${name}Ro`]);
  if (typeof value.en === "string") pairs.push(["en", "ro"]);
  return [
    ...pairs.flatMap(([name, other]) => both(`${where}.${other}`, value[name], value[other])),
    ...Object.entries(value).flatMap(([name, inner]) => problemsOfTexts(inner, `${where}.${name}`)),
  ];
}

const problemsOfArticles = (articles, where) =>
  articles.flatMap(({ slug, title, body, ro }) => [
    ...both(`${where}: ${slug}.ro.title`, title, ro?.title),
    ...both(`${where}: ${slug}.ro.body`, body, ro?.body),
  ]);

/** Requests from Romania are written, and answered, in Romanian. */
const problemsOfDemo = ({ requests }, where) =>
  requests
    .filter(({ country }) => country === "RO")
    .flatMap(({ id, title, description, timeline }) =>
      [title, description, ...timeline.flatMap(({ text }) => text ?? [])].flatMap((text) =>
        faultsOfRomanian(text).map((fault) => `${where}: ${id}: “${text.slice(0, 60)}” ${fault}`),
      ),
    );

const JUDGES = { "articles.json": problemsOfArticles, "demo.json": problemsOfDemo };

/** Every data file of `root`. */
export function checkRomanian(root) {
  if (!existsSync(join(root, SEEDS))) return [];
  return filesOf(root, [SEEDS], /\.json$/).flatMap((path) => {
    const name = path.slice(SEEDS.length + 1);
    if (WITHOUT_TEXT.includes(name)) return [];
    return (JUDGES[name] ?? problemsOfTexts)(JSON.parse(read(root, path)), path);
  });
}
