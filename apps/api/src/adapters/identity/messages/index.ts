/** Sentences of the pages the server itself renders: the persona page, sign-in problems, outgoing mail. */
import { type Account, type Language, spokenLanguage } from "@accord/domain";
import en from "./en.json" with { type: "json" };
import ro from "./ro.json" with { type: "json" };

export type PageMessage = keyof typeof en;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<PageMessage, string>>>> = { en, ro };

/** The sentence `key` in `language`, with `{name}` replaced from `params`. */
export const say = (language: Language, key: PageMessage, params: Readonly<Record<string, string>> = {}): string =>
  CATALOGUES[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);

/** For pages that nobody is signed in to: what `Accept-Language` (or a list such as `ui_locales`) prefers; English when it names neither. */
export const preferredLanguage = (accepted: string | undefined): Language =>
  spokenLanguage({ account: null, chosen: null, accepted });

/** For pages of the server that somebody is signed in to. */
export const languageFor = (account: Pick<Account, "profile">, accepted: string | undefined): Language =>
  spokenLanguage({ account: account.profile?.language ?? null, chosen: null, accepted });
