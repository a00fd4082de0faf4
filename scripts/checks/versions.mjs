// Version ranges as npm writes them in `engines`, as far as lock files use them.

const parse = (text) => text.trim().replace(/^v/, "").split(/[-+]/)[0].split(".");
const numbers = (text) => [0, 1, 2].map((at) => Number(parse(text)[at]) || 0);

/** Negative, 0 or positive, by major, minor and patch. */
export function compareVersions(a, b) {
  const [left, right] = [numbers(a), numbers(b)];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** How many of major, minor, patch a version names: `18` one, `18.x` one, `18.2` two. */
const precision = (text) => parse(text).filter((part) => /^\d+$/.test(part)).length;

function meets(version, comparator) {
  const [, sign = "", wanted = ""] = /^(>=|<=|>|<|=|\^|~)?\s*v?(.*)$/.exec(comparator) ?? [];
  if (wanted === "" || /^[*xX]/.test(wanted)) return true;
  const order = compareVersions(version, wanted);
  const [own, other] = [numbers(version), numbers(wanted)];
  const kept =
    sign === "^" ? (other[0] > 0 ? 1 : 2) : sign === "~" ? Math.min(2, precision(wanted)) : precision(wanted);
  const isSamePrefix = other.slice(0, kept).every((part, at) => part === own[at]);
  if (sign === ">=") return order >= 0;
  if (sign === ">") return precision(wanted) < 3 ? order > 0 && !isSamePrefix : order > 0;
  if (sign === "<=") return order <= 0 || isSamePrefix;
  if (sign === "<") return order < 0;
  if (sign === "^" || sign === "~") return isSamePrefix && order >= 0;
  return isSamePrefix;
}

/** Does `version` lie in `range`? */
export function satisfies(version, range) {
  return range.split("||").some((part) => {
    const hyphen = /^\s*(\S+)\s+-\s+(\S+)\s*$/.exec(part);
    const text = hyphen ? `>=${hyphen[1]} <=${hyphen[2]}` : part;
    const comparators = text
      .trim()
      .replace(/(>=|<=|>|<|=|\^|~)\s+/g, "$1")
      .split(/\s+/);
    return comparators.every((comparator) => meets(version, comparator));
  });
}
