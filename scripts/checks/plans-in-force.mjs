// Every query over the table plan asks whether what it finds is in force: an import writes rows that nobody may see yet (decision 27).
import { CODE, filesOf, isTest, lineOf, read } from "./sources.mjs";

const QUERY = /\b(?:FROM|JOIN)\s+"?plan"?(?![\w".])/gi;
const ASKS = /\b(?:isInForce|mayComeInForce)\(/;
/** Says, just before the query, why it may see them. */
const EXCUSE = /plans not in force too: \S/i;
/** Frozen, or over everything there is: migrations, and the checks of `accord verify`. */
const BESIDE = /^apps\/api\/src\/history\//;

export function checkPlansInForce(root) {
  return filesOf(root, ["apps/api/src"], CODE)
    .filter((path) => !isTest(path) && !BESIDE.test(path))
    .flatMap((path) => {
      const text = read(root, path);
      return [...ofQueries(path, text), ...ofEntities(path, text)];
    });
}

function ofQueries(path, text) {
  return [...text.matchAll(QUERY)]
    .filter(({ index }) => {
      const literal = literalAround(text, index);
      return literal !== null && !/^\s*DELETE\b/i.test(literal) && !ASKS.test(literal) && !isExcused(text, index);
    })
    .map(({ index }) => `${path}:${lineOf(text, index)}: a query over plan asks neither isInForce nor says why not`);
}

/** TypeORM's own queries cannot ask; a statement's columns (`pick(planTable, …)`) stand beside a text that does. */
function ofEntities(path, text) {
  return [...text.matchAll(/\.\w+\(\s*planTable\b/g)]
    .slice(0, 1)
    .map(({ index }) => `${path}:${lineOf(text, index)}: plans are looked for in SQL that asks isInForce`);
}

/** The string on whose inside `index` lies, up to its end; null in a comment. */
function literalAround(text, index) {
  const open = Math.max(text.lastIndexOf("`", index), text.lastIndexOf('"', index));
  const line = text.slice(text.lastIndexOf("\n", index) + 1, index);
  if (open < 0 || /^\s*(?:\/\/|\/?\*)/.test(line)) return null;
  const sign = text[open];
  let depth = 0;
  for (let at = index; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text.startsWith("${", at)) depth += 1;
    else if (text[at] === "}" && depth > 0) depth -= 1;
    else if (text[at] === sign && depth === 0) return text.slice(open + 1, at);
  }
  return text.slice(open + 1);
}

function isExcused(text, index) {
  return EXCUSE.test(text.slice(0, index).split("\n").slice(-6).join("\n"));
}
