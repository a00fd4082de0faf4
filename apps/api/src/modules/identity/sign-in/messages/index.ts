/** Sentences of the pages the server itself renders: the persona page, sign-in problems, outgoing mail. */
import { createTell } from "../../../../kernel/text/intl.js";
import en from "./en.json" with { type: "json" };
import ro from "./ro.json" with { type: "json" };

export type PageMessage = keyof typeof en;

/** The sentence `key` in `language`. */
export const say = createTell<PageMessage>({ en, ro });
