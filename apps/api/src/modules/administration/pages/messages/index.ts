/** Sentences of the letter with the two IDs. */
import { createTell } from "../../../../kernel/text/intl.js";
import en from "./en.json" with { type: "json" };
import ro from "./ro.json" with { type: "json" };

export type LetterWord = keyof typeof en;

/** The sentence `key` in `language`. */
export const sayInLetter = createTell<LetterWord>({ en, ro });
