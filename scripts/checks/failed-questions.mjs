// A failed question is never a verdict: what was caught does not become an answer ("there is none", "no") without being looked at.
import { CODE, filesOf, isTest, lineOf, ROOM_FOLDERS, read, withoutComments } from "./sources.mjs";

const LITERAL = String.raw`(?:null|undefined|true|false|0|""|\[\]|\(\{\}\)|\(\[\]\))`;
/** `.catch(() => null)`: whatever happened, the answer is the same. */
const CAUGHT = new RegExp(
  String.raw`\.catch\(\s*(?:\(\s*\w*(?:\s*:\s*\w+)?\s*\)|\w+)\s*=>\s*(${LITERAL})\s*,?\s*\)`,
  "g",
);
const RETURNS = new RegExp(String.raw`\breturn(?:\s+${LITERAL})?\s*;`);
/** Whoever asks for the value: nothing is done with that of a statement of its own. */
const IS_USED = /(?:=>|[=(,?:[&|]|\breturn)\s*(?:\(?\s*await\s+)?$/;

export function checkFailedQuestions(root) {
  return filesOf(root, ROOM_FOLDERS, CODE)
    .filter((path) => !isTest(path))
    .flatMap((path) => {
      const code = withoutComments(read(root, path));
      const found = [...ofPromises(code), ...ofBlocks(code)];
      return found.map(
        ({ index, what }) => `${path}:${lineOf(code, index)}: a failed question becomes an answer (${what})`,
      );
    });
}

function* ofPromises(code) {
  for (const { 0: what, 1: literal, index } of code.matchAll(CAUGHT)) {
    const isAnswer = literal !== "undefined" || IS_USED.test(code.slice(0, startOfChain(code, index)));
    if (isAnswer) yield { index, what };
  }
}

/** Where the expression begins that ends before `end`: names, calls and members, brackets in pairs. */
function startOfChain(code, end) {
  let at = end;
  let depth = 0;
  while (at > 0) {
    const sign = code[at - 1];
    if (")]}".includes(sign)) depth += 1;
    else if ("([{".includes(sign)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0 && !/[\w$.?!#\s]/.test(sign)) break;
    else if (depth === 0 && /\s/.test(sign) && !/^\s*[.?]/.test(code.slice(at - 1))) break;
    at -= 1;
  }
  return at;
}

/** `try { … await … } catch { return null; }`: an error that nobody looks at, as an answer. */
function* ofBlocks(code) {
  for (const { index } of code.matchAll(/\btry\s*\{/g)) {
    const tried = blockAt(code, code.indexOf("{", index));
    const rest = code.slice(tried.end);
    const head = /^\s*catch\s*(?:\(\s*(\w+)[^)]*\)\s*)?\{/.exec(rest);
    if (head === null || !/\bawait\b/.test(tried.text)) continue;
    const caught = blockAt(code, tried.end + head[0].length - 1);
    const isLookedAt = head[1] !== undefined && new RegExp(`\\b${head[1]}\\b`).test(caught.text);
    if (!isLookedAt && RETURNS.test(caught.text)) yield { index, what: caught.text.trim().split("\n")[0] };
  }
}

function blockAt(code, open) {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if (code[at] === "{") depth += 1;
    else if (code[at] === "}") depth -= 1;
    if (depth === 0) return { text: code.slice(open + 1, at), end: at + 1 };
  }
  return { text: code.slice(open + 1), end: code.length };
}
