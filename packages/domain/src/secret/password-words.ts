/** What after "password:" is a password, and what is a sentence about one. */

/** Words that logs and people write there instead. */
const ORDINARY = new Set(
  `accepted ascuns ascunsa asked blank blocata blocked bad cannot change changed cleared corect corecta correct default denied
  disabled empty enabled encrypted entered error eronat eronata expira expirat expirata expired expires failed failure fals false
  forgotten gol goala good greșit greșita greșită gresit gresita hash hashed hidden history ignored ignorat incorect incorecta
  incorectă incorrect input invalid invalida invalidă isnull length lipsa lipsă lipsește lipseste locked lungime mandatory masked
  minimum mismatch missing must necesar necesara necesară need needed neschimbat never nici niciodata nimic none null nula
  obligatoriu omitted optional policy prompt protected provided recent redacted rejected removed required reset resetat resetata
  resetată same saved schimbat schimbata schimbată secret secure sters stored string strong supplied text true undefined unchanged
  unknown unset user uitat uitata uitată valid valida validă veche verified weak wrong yesterday`.split(/\s+/),
);

/** Something that stands for a password: `***`, `${PASSWORD}`, `%PASSWORD%`, `[removed]`, `xxxx`. */
const PLACEHOLDER = /^(?:[*•.#_\-?]+|x{3,}|[[({].*|[$%@]+[{(a-z_][a-z_]*[)}%]*|.*\.{3})$/i;
/** Not typed by anybody: an error code, a GUID, a path, a time, an address of the web. */
const TECHNICAL =
  /^(?:0x[0-9a-f]+|\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?|[a-z]:\\.*|\/.*|\\\\.*|https?:.*|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\d{1,4}[/-]\d{1,2}[/-]\d{1,4})$/i;

const bare = (word: string): string => word.replace(/[.!?:)\]}]+$/, "").toLowerCase();
const isOrdinary = (word: string): boolean =>
  PLACEHOLDER.test(word) || TECHNICAL.test(word) || ORDINARY.has(bare(word));
const hasMixture = (word: string): boolean => /\d/.test(word) && /[^\d\s.,:]/.test(word);

/** After a colon or an equals sign: what has a digit or a sign in it, or a plain word that ends its line. */
export const isWrittenPassword = (word: string, isLast: boolean): boolean => {
  if (isOrdinary(word)) return false;
  const hasSign = /[\d!@#$%^&*+=?~|]/.test(word.replace(/[.!?:)]+$/, ""));
  return hasSign || (isLast && /^[\p{L}._-]+$/u.test(bare(word)));
};

/** In a sentence ("the password is …"), or after an option of a command: letters and digits together. */
export const isSpokenPassword = (word: string): boolean => !isOrdinary(word) && hasMixture(bare(word));
