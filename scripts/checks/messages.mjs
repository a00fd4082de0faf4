// Catalogues are complete: the same keys and parameters in every language, Romanian with comma-below letters and all plural forms.
import { existsSync } from "node:fs";
import { join } from "node:path";
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

/** Names of the ICU arguments of a text, sorted, each once. */
export const argumentsOf = (text) => [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name))].sort().join(", ");

/** The plural forms each `plural` argument of a text offers. */
export function pluralsOf(text) {
  return [...text.matchAll(/\{\s*\w+\s*,\s*plural\s*,/g)].map(({ index, 0: head }) => {
    let depth = 1;
    let end = index + head.length;
    for (; end < text.length && depth > 0; end += 1) depth += text[end] === "{" ? 1 : text[end] === "}" ? -1 : 0;
    return formsAt(text.slice(index + head.length, end - 1));
  });
}

function formsAt(body) {
  const forms = [];
  let depth = 0;
  let word = "";
  for (const letter of body) {
    if (letter === "{" && depth === 0) forms.push(word.trim().split(/\s+/).at(-1));
    depth += letter === "{" ? 1 : letter === "}" ? -1 : 0;
    word = depth === 0 && letter !== "}" ? word + letter : "";
  }
  return forms;
}

function problemsOfRomanian(where, text) {
  const isOld = /[şţŞŢ]/.test(text);
  const missing = pluralsOf(text).flatMap((forms) => ROMANIAN_FORMS.filter((form) => !forms.includes(form)));
  return [
    ...(isOld ? [`${where}: cedilla letters; Romanian writes ș and ț with a comma below`] : []),
    ...missing.map((form) => `${where}: plural form ${form} is missing`),
  ];
}

/** Compares the catalogues of one folder. */
function checkFolder(root, folder) {
  const present = LANGUAGES.filter((language) => existsSync(join(root, folder, `${language}.json`)));
  const absent = LANGUAGES.filter((language) => !present.includes(language)).map((language) => `${folder}/${language}.json is missing`);
  if (absent.length > 0) return absent;
  const [en, ro] = LANGUAGES.map((language) => new Map(flatten(JSON.parse(read(root, `${folder}/${language}.json`)))));
  const problems = [];
  for (const key of new Set([...en.keys(), ...ro.keys()])) {
    const [source, translation] = [en.get(key), ro.get(key)];
    const where = `${folder}/ro.json: ${key}`;
    if (!source?.trim()) problems.push(`${folder}/en.json: ${key} is missing or empty`);
    else if (!translation?.trim()) problems.push(`${where} is missing or empty`);
    else if (argumentsOf(source) !== argumentsOf(translation)) problems.push(`${where} has other parameters than English`);
    if (translation) problems.push(...problemsOfRomanian(where, translation));
  }
  return problems;
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
