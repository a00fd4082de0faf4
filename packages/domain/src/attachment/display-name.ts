/** The name of a file as it is shown and offered for saving: what came, without what deceives or breaks (I-8). */

/** Most bytes of UTF-8: every file system takes 255, with room for " (1)". */
const MOST_BYTES = 200;
const FALLBACK = "file";

/** Controls, line and paragraph separators, marks and overrides of direction, characters without width, half characters. */
const HIDDEN =
  /\p{Cc}|\p{Cs}|[\u2028\u2029\ufff9-\ufffb]|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}/gu;
/** Joiners belong to scripts and emoji: beside ASCII they only hide. */
const LONE_JOINER = /(?<=^|\p{ASCII})[\u200c\u200d]|[\u200c\u200d](?=$|\p{ASCII})/gu;
const RESERVED_CHARACTERS = /[<>:"|?*]/g;
/** Names of devices on Windows, whatever follows the first dot. */
const RESERVED_NAMES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|clock\$|conin\$|conout\$)(?=$|\.)/iu;

/** Never empty, never a path, at most 200 bytes; the ending stays. */
export const displayNameOf = (given: string): string => {
  const last = given.normalize("NFC").split(/[/\\]/).filter(isMore).at(-1) ?? "";
  const plain = last
    .replace(HIDDEN, "")
    .replace(LONE_JOINER, "")
    .replace(RESERVED_CHARACTERS, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .replace(RESERVED_NAMES, "_$1");
  return shorten(plain) || FALLBACK;
};

/** A part of a path that names something: not empty, not `.` or `..`. */
const isMore = (part: string): boolean => !/^[.\s]*$/u.test(part);

const shorten = (name: string): string => {
  if (bytesOf(name) <= MOST_BYTES) return name;
  const ending = /\.\p{ASCII}{1,16}$/u.exec(name)?.[0] ?? "";
  let kept = "";
  let left = MOST_BYTES - bytesOf(ending);
  for (const character of name.slice(0, name.length - ending.length)) {
    left -= bytesOf(character);
    if (left < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}${ending}`;
};

/** Length in UTF-8. */
const bytesOf = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};
