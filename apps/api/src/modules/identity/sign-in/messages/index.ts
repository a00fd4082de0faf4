/** Sentences of the pages the server itself renders: the persona page, sign-in problems, outgoing mail. */
import type { Language } from "@accord/domain";
import en from "./en.json" with { type: "json" };
import ro from "./ro.json" with { type: "json" };

export type PageMessage = keyof typeof en;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<PageMessage, string>>>> = { en, ro };

/** The sentence `key` in `language`, with `{name}` replaced from `params`. */
export const say = (language: Language, key: PageMessage, params: Readonly<Record<string, string>> = {}): string =>
  CATALOGUES[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
