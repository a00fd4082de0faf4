// The arguments and plural forms of an ICU message: as much of its grammar as catalogues use (quotes of apostrophes aside).

/** `{names, plurals}`: names of all arguments; per `plural` argument with words the forms it offers. Throws SyntaxError on unbalanced braces. */
export function readIcu(text) {
  const found = { names: new Set(), plurals: [] };
  const end = readMessage(text, 0, found, 0);
  if (end < text.length) throw new SyntaxError(`a brace too many: ${text}`);
  return found;
}

/** Reads text and arguments up to the brace that ends this message; returns where it stands. */
function readMessage(text, start, found, depth) {
  let at = start;
  while (at < text.length) {
    if (text[at] === "}") {
      if (depth === 0) throw new SyntaxError(`a brace too many: ${text}`);
      return at;
    }
    at = text[at] === "{" ? readArgument(text, at + 1, found, depth) : at + 1;
  }
  if (depth > 0) throw new SyntaxError(`a brace is missing: ${text}`);
  return at;
}

/** Reads `name}`, `name, number}` or `name, plural, one {…} other {…}}`; returns the place after its closing brace. */
function readArgument(text, start, found, depth) {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?([,}])/.exec(text.slice(start));
  if (!head) throw new SyntaxError(`not an argument: ${text.slice(start - 1, start + 20)}`);
  const [whole, name, kind, mark] = head;
  found.names.add(name);
  const at = start + whole.length;
  if (mark === "}") return at;
  if (!["plural", "select", "selectordinal"].includes(kind)) return text.indexOf("}", at) + 1;
  const { forms, end, hasWords } = readForms(text, at, found, depth + 1);
  // Numbers alone have no grammar: `{n, plural, =0 {} other {(#)}}`.
  if (kind === "plural" && hasWords) found.plurals.push(forms);
  return end;
}

function readForms(text, start, found, depth) {
  const forms = [];
  let hasWords = false;
  let at = start;
  for (;;) {
    const next = /^\s*(?:offset:\d+\s*)?(?:(=?\w+)\s*\{|\})/.exec(text.slice(at));
    if (!next) throw new SyntaxError(`not a form: ${text.slice(at, at + 20)}`);
    at += next[0].length;
    if (next[1] === undefined) return { forms, end: at, hasWords };
    forms.push(next[1]);
    const begins = at;
    at = readMessage(text, at, found, depth) + 1;
    hasWords ||= /\p{L}/u.test(text.slice(begins, at));
  }
}
