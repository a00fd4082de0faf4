// Catalogues are complete: the same keys and parameters in every language, Romanian with comma-below letters and all plural forms.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readIcu } from "./icu.mjs";
import { faultsOfRomanian, sameTexts } from "./romanian.mjs";
import { filesOf, read } from "./sources.mjs";

const LANGUAGES = ["en", "ro"];
const ROMANIAN_FORMS = ["one", "few", "other"];

/** `{a: {b: "text"}}` → `[["a.b", "text"]]`. */
export function flatten(value, prefix = "") {
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = prefix ? `${prefix}.${key}` : key;
    return typeof inner === "string" ? [[path, inner]] : flatten(inner, path);
  });
}

/** What a text takes and offers, or the fault that keeps it from being a message. */
function understand(text) {
  try {
    const { names, plurals } = readIcu(text);
    // A value that exists in both languages comes as `{portal}` and `{portalRo}`.
    const plain = new Set([...names].map((name) => name.replace(/Ro$/, "")));
    return { names: [...plain].sort().join(", "), plurals, fault: null };
  } catch (error) {
    return { names: "", plurals: [], fault: error.message };
  }
}

function problemsOfRomanian(where, text, source, { plurals, fault }, same) {
  const missing = plurals.flatMap((forms) => ROMANIAN_FORMS.filter((form) => !forms.includes(form)));
  return [
    ...(fault ? [`${where}: ${fault}`] : []),
    ...faultsOfRomanian(text, source, same).map((found) => `${where}: ${found}`),
    ...missing.map((form) => `${where}: plural form ${form} is missing`),
  ];
}

/** What is missing between an English and a Romanian catalogue, however deeply they nest; `same`: texts that may be equal. */
export function compareCatalogues(name, english, romanian, same = new Set()) {
  const [en, ro] = [new Map(flatten(english)), new Map(flatten(romanian))];
  return [...new Set([...en.keys(), ...ro.keys()])].flatMap((key) => {
    const [source, translation] = [en.get(key), ro.get(key)];
    const where = `${name}, ro: ${key}`;
    if (!source?.trim()) return [`${name}, en: ${key} is missing or empty`];
    if (!translation?.trim()) return [`${where} is missing or empty`];
    const meant = understand(translation);
    const differs = understand(source).names !== meant.names;
    return [
      ...(differs ? [`${where} has other parameters than English`] : []),
      ...problemsOfRomanian(where, translation, source, meant, same),
    ];
  });
}

/** One catalogue in all languages: `en.json` beside `ro.json`, or `<noun>.en.json` beside `<noun>.ro.json`. */
function checkCatalogue(root, stem) {
  const absent = LANGUAGES.filter((language) => !existsSync(join(root, `${stem}${language}.json`)));
  if (absent.length > 0) return absent.map((language) => `${stem}${language}.json is missing`);
  const [en, ro] = LANGUAGES.map((language) => JSON.parse(read(root, `${stem}${language}.json`)));
  // The file to edit: what is missing goes into the catalogue of its language.
  return compareCatalogues(stem, en, ro, sameTexts(root)).map((problem) =>
    LANGUAGES.reduce((text, language) => text.replace(`${stem}, ${language}: `, `${stem}${language}.json: `), problem),
  );
}

/** Paths of the catalogues below `folders`, without their language and ending: each once. */
export function cataloguesOf(root, folders) {
  const files = filesOf(root, folders, /\/messages\/([\w-]+\/)?([\w-]+\.)?[a-z]{2}\.json$/);
  return [...new Set(files.map((path) => path.replace(/[a-z]{2}\.json$/, "")))];
}

/** The sentences of the codes, which the domain keeps as code: `domain` is the built package. */
export function checkDomainMessages(domain) {
  const { PLAN_MESSAGES: plans, REFUSAL_MESSAGES: refusals } = domain;
  return [
    ...compareCatalogues("plans", plans.en, plans.ro),
    ...compareCatalogues("refusals", refusals.en, refusals.ro),
  ];
}

/** Whose pages alone load a catalogue, told by the folder it lies in: `messages/administration/people.en.json`; null: every page does. */
const featureOf = (path) => /\/messages\/([\w-]+)\//.exec(path)?.[1] ?? null;

/** Keys the screens ask for by a literal id and no catalogue has that is loaded where they stand. */
function missingKeys(root) {
  const english = cataloguesOf(root, ["apps/web/src"])
    .map((stem) => `${stem}en.json`)
    .filter((path) => existsSync(join(root, path)));
  if (english.length === 0) return [];
  const keys = english.flatMap((path) =>
    flatten(JSON.parse(read(root, path))).map(([key]) => ({ key, feature: featureOf(path) })),
  );
  const knownIn = (file) =>
    new Set(
      keys.filter(({ feature }) => feature === null || file.includes(`/features/${feature}/`)).map(({ key }) => key),
    );
  return filesOf(root, ["apps/web/src"], /\.tsx?$/).flatMap((file) => {
    const text = read(root, file);
    const asked = [
      ...text.matchAll(/formatMessage\(\s*\{\s*id:\s*"([^"]+)"/g),
      ...text.matchAll(/<FormattedMessage\b[^>]*?\bid="([^"]+)"/g),
    ];
    const known = knownIn(file);
    return asked
      .filter(([, key]) => !known.has(key))
      .map(([, key]) => `${file}: no message ${key}: add it to a catalogue of apps/web/src/messages, in each language`);
  });
}

/** Every catalogue in a folder named messages, below the rooms of `root`. */
export function checkMessages(root) {
  const stems = cataloguesOf(root, ["apps/api/src", "apps/web/src", "packages/domain/src"]);
  return [...stems.flatMap((stem) => checkCatalogue(root, stem)), ...missingKeys(root)];
}
