// A label of another place that a sentence names stands in quotes and is the label: a button that is renamed takes its mentions along.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cataloguesOf, flatten } from "./messages.mjs";
import { read } from "./sources.mjs";

/** What people type, shown as an example: no label. */
const EXAMPLES = new Set(["server 2025"]);

const LANGUAGES = {
  en: {
    quoted: /“([^”{}<>]+)”/g,
    // “under Contacts”, “the Share tab”: a label without its quotes.
    bare: /\bunder ([A-Z]\w+)|\bthe ([A-Z]\w+(?: \w+)?) (?:tab|page|button|menu)\b/g,
  },
  ro: {
    quoted: /„([^”{}<>]+)”/g,
    bare: /\b(?:fila|pagina|butonul|meniul) ([A-ZĂÂÎȘȚ]\p{L}+)/gu,
  },
};

/** A count behind a label belongs to where it stands: `Contacts ({count})`. */
const labelOf = (text) => text.replace(/ \(\{\w+\}\)$/, "");

/** Labels that `texts` name and do not have: `texts` are all of one language, by their keys. */
export function problemsOfLabels(language, texts) {
  const { quoted, bare } = LANGUAGES[language];
  const labels = new Set([...texts.values()].map(labelOf));
  return [...texts].flatMap(([key, text]) => [
    ...[...text.matchAll(quoted)]
      .map(([, label]) => label)
      .filter((label) => !labels.has(label) && !EXAMPLES.has(label))
      .map((label) => `${key}, ${language}: “${label}” is no label of any page`),
    ...[...text.matchAll(bare)].map(
      ([, ...found]) => `${key}, ${language}: ${found.find(Boolean)} is named without quotes`,
    ),
  ]);
}

/** The catalogues of the screens below `root`, and what the domain says there: `domain` is the built package. */
export function checkLabels(root, domain) {
  const { PLAN_MESSAGES: plans, REFUSAL_MESSAGES: refusals } = domain;
  const stems = cataloguesOf(root, ["apps/web/src"]);
  return Object.keys(LANGUAGES).flatMap((language) => {
    const files = stems.map((stem) => `${stem}${language}.json`).filter((path) => existsSync(join(root, path)));
    const texts = new Map(files.flatMap((path) => flatten(JSON.parse(read(root, path)))));
    for (const said of [plans[language], refusals[language]])
      for (const [key, text] of flatten(said)) texts.set(`domain: ${key}`, text);
    return problemsOfLabels(language, texts);
  });
}
