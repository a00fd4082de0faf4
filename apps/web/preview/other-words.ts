/** Languages nobody speaks, made of a catalogue: what a third language would show before there is one (F80). */
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."aáeéiíoóuúyýcčnňsšzžrřdďtťAÁEÉIÍOÓUÚYÝCČNŇSŠZŽRŘDĎTŤ"].flatMap((letter, place, all) =>
    place % 2 === 0 ? [[letter, all[place + 1] ?? letter]] : [],
  ),
);
/** Stands at the end of everything that is longer. */
export const LONGER_BY = " ōō ōō";
/** Draws every letter between them from the right to the left. */
const [FROM_RIGHT, AS_BEFORE] = ["\u202e", "\u202c"];

type Catalogue = Readonly<Record<string, string>>;

/** Rewrites the words of a message: neither its arguments nor its tags. */
function rewriteWords(message: string, rewrite: (words: string) => string): string {
  let depth = 0;
  return message
    .split(/([{}]|<[^>]*>)/)
    .map((part) => {
      if (part === "{") depth += 1;
      if (part === "}") depth -= 1;
      return depth % 2 === 1 || /^[{}<]|^\s*$/.test(part) ? part : rewrite(part);
    })
    .join("");
}

const rewriteAll = (catalogue: Catalogue, rewrite: (message: string) => string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(catalogue).map(([id, message]) => [id, id === "direction" ? message : rewrite(message)]),
  );

/** The same with other letters, and longer. */
export const disguise = (catalogue: Catalogue): Record<string, string> =>
  rewriteAll(
    catalogue,
    (message) =>
      rewriteWords(message, (words) => [...words].map((letter) => LETTERS[letter] ?? letter).join("")) + LONGER_BY,
  );

/** The same, written from the right to the left. */
export const mirror = (catalogue: Catalogue): Record<string, string> => ({
  ...rewriteAll(catalogue, (message) => rewriteWords(message, (words) => FROM_RIGHT + words + AS_BEFORE)),
  direction: "RTL",
});
