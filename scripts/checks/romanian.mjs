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

/** Letters and small words that hardly a Romanian sentence does without, and no English one has. */
const ROMANIAN =
  /[ăâîșț]|(?<![\p{L}-])(de|la|nu|este|sunt|cu|din|pe|se|un|am|ne|sau|pentru|care|mai|al|ale|ca|prin)(?![\p{L}-])/iu;
const WORD = /\p{L}{2,}/gu;
const SHORTEST_SENTENCE = 3;
/** A word: codes, numbers and abbreviations have no small letters. Parameters are no part of a text. */
const hasWord = (text) => /\p{Ll}{2}/u.test(text.replace(/\{[^{}]*\}/g, ""));

/** What is the same in both languages, and why: part of the data. */
const SAME = `${SEEDS}/same-in-both.json`;

const englishWordsOf = (text) => text.match(ENGLISH)?.length ?? 0;

/** Without its English beside it: English words, or a sentence without anything Romanian. */
function isEnglishSentence(text) {
  const own = text.replace(FOREIGN, "");
  return englishWordsOf(own) > 1 || ((own.match(WORD)?.length ?? 0) >= SHORTEST_SENTENCE && !ROMANIAN.test(own));
}

/** What is wrong with a Romanian text; `english` says the same, null where nothing does; `same`: texts that may be equal. */
export function faultsOfRomanian(romanian, english = null, same = new Set()) {
  const text = romanian.trim();
  const isCopied = english !== null && text === english.trim() && hasWord(text) && !same.has(text);
  const isEnglish = isCopied || (english === null && isEnglishSentence(romanian));
  return [
    ...(/[şţŞŢ]/.test(romanian) ? ["cedilla letters; Romanian writes ș and ț with a comma below"] : []),
    ...(isEnglish ? [`is English; a name or a term that stays as it is belongs into ${SAME}, with the reason`] : []),
  ];
}

/** The texts that the data says are the same in both languages. */
export function sameTexts(root) {
  if (!existsSync(join(root, SAME))) return new Set();
  return new Set(JSON.parse(read(root, SAME)).groups.flatMap(({ texts }) => texts));
}

/** A group that gives no reason, and a text that no data and no message has (any more). */
function problemsOfSame(root) {
  if (!existsSync(join(root, SAME))) return [];
  const { groups } = JSON.parse(read(root, SAME));
  const texts = groups.flatMap(({ texts }) => texts);
  const everything = filesOf(root, [SEEDS, "apps/web/src"], /\.json$/)
    .filter((path) => path !== SAME)
    .map((path) => read(root, path))
    .join("\n");
  return [
    ...groups.filter(({ why }) => !isWritten(why)).map(({ texts: [first] }) => `${SAME}: “${first}”: say why`),
    ...texts
      .filter((text) => !everything.includes(JSON.stringify(text)))
      .map((text) => `${SAME}: nothing says “${text}”`),
    ...texts.filter((text, at) => texts.indexOf(text) < at).map((text) => `${SAME}: “${text}” stands there twice`),
  ];
}

const isWritten = (text) => typeof text === "string" && text.trim() !== "";
const both = (where, english, romanian, same) =>
  isWritten(romanian)
    ? faultsOfRomanian(romanian, english, same).map((fault) => `${where}: ${fault}`)
    : [`${where} is missing or empty`];

/** Texts of any nesting: `name` beside `nameRo`, or `{ en, ro }`. */
function problemsOfTexts(value, where, same) {
  if (Array.isArray(value)) return value.flatMap((one, place) => problemsOfTexts(one, `${where}[${place}]`, same));
  if (typeof value !== "object" || value === null) return [];
  // A command of a decision tree.
  if (typeof value.shell === "string") return [];
  const pairs = TEXTS.filter((name) => typeof value[name] === "string").map((name) => [name, `${name}Ro`]);
  if (typeof value.en === "string") pairs.push(["en", "ro"]);
  return [
    ...pairs.flatMap(([name, other]) => both(`${where}.${other}`, value[name], value[other], same)),
    ...Object.entries(value).flatMap(([name, inner]) => problemsOfTexts(inner, `${where}.${name}`, same)),
  ];
}

const problemsOfArticles = (articles, where, same) =>
  articles.flatMap(({ slug, title, body, ro }) => [
    ...both(`${where}: ${slug}.ro.title`, title, ro?.title, same),
    ...both(`${where}: ${slug}.ro.body`, body, ro?.body, same),
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
  const same = sameTexts(root);
  const problems = filesOf(root, [SEEDS], /\.json$/).flatMap((path) => {
    const name = path.slice(SEEDS.length + 1);
    if (WITHOUT_TEXT.includes(name) || path === SAME) return [];
    return (JUDGES[name] ?? problemsOfTexts)(JSON.parse(read(root, path)), path, same);
  });
  return [...problems, ...problemsOfSame(root)];
}
