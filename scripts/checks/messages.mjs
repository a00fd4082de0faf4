// Catalogues are complete: the same keys and parameters in every language, Romanian with comma-below letters and all plural forms.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readIcu } from "./icu.mjs";
import { filesOf, read } from "./sources.mjs";

const LANGUAGES = ["en", "ro"];
const ROMANIAN_FORMS = ["one", "few", "other"];

/** `{a: {b: "text"}}` → `[["a.b", "text"]]`. */
function flatten(value, prefix = "") {
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

function problemsOfRomanian(where, text, { plurals, fault }) {
  const missing = plurals.flatMap((forms) => ROMANIAN_FORMS.filter((form) => !forms.includes(form)));
  return [
    ...(fault ? [`${where}: ${fault}`] : []),
    ...(/[şţŞŢ]/.test(text) ? [`${where}: cedilla letters; Romanian writes ș and ț with a comma below`] : []),
    ...missing.map((form) => `${where}: plural form ${form} is missing`),
  ];
}

/** What is missing between an English and a Romanian catalogue, however deeply they nest. */
export function compareCatalogues(name, english, romanian) {
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
      ...problemsOfRomanian(where, translation, meant),
    ];
  });
}

function checkFolder(root, folder) {
  const absent = LANGUAGES.filter((language) => !existsSync(join(root, folder, `${language}.json`)));
  if (absent.length > 0) return absent.map((language) => `${folder}/${language}.json is missing`);
  const [en, ro] = LANGUAGES.map((language) => JSON.parse(read(root, `${folder}/${language}.json`)));
  return compareCatalogues(folder, en, ro);
}

/** The sentences of the codes, which the domain keeps as code: `domain` is the built package. */
export function checkDomainMessages(domain) {
  const { PLAN_MESSAGES: plans, REFUSAL_MESSAGES: refusals } = domain;
  return [
    ...compareCatalogues("plans", plans.en, plans.ro),
    ...compareCatalogues("refusals", refusals.en, refusals.ro),
  ];
}

/** Keys the screens ask for by a literal id and the catalogue lacks. */
function missingKeys(root) {
  const path = "apps/web/src/messages/en.json";
  if (!existsSync(join(root, path))) return [];
  const known = new Set(flatten(JSON.parse(read(root, path))).map(([key]) => key));
  return filesOf(root, ["apps/web/src"], /\.tsx?$/).flatMap((file) => {
    const text = read(root, file);
    const asked = [
      ...text.matchAll(/formatMessage\(\s*\{\s*id:\s*"([^"]+)"/g),
      ...text.matchAll(/<FormattedMessage\b[^>]*?\bid="([^"]+)"/g),
    ];
    return asked.filter(([, key]) => !known.has(key)).map(([, key]) => `${file}: no message ${key}`);
  });
}

/** Every folder named messages that holds catalogues, below the rooms of `root`. */
export function checkMessages(root) {
  const files = filesOf(root, ["apps/api/src", "apps/web/src", "packages/domain/src"], /\/messages\/[a-z]{2}\.json$/);
  const folders = [...new Set(files.map((path) => path.replace(/\/[^/]+$/, "")))];
  return [...folders.flatMap((folder) => checkFolder(root, folder)), ...missingKeys(root)];
}
