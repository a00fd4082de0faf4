/** Which language the screens speak: the account's, else what was chosen in this browser, else the browser's (R54, K8). */
import { chosenLanguage, chosenLanguageCookie, LANGUAGES, type Language, spokenLanguage } from "@accord/domain";
import { createContext, useContext } from "react";

export { LANGUAGES, type Language };

/** A language by its name in the API. */
export const LANGUAGE_OF_CODE = { EN: "en", RO: "ro" } as const satisfies Record<string, Language>;
/** The name of a language in the API. */
export const CODE_OF_LANGUAGE = { en: "EN", ro: "RO" } as const satisfies Record<Language, string>;
/** Languages are named in themselves. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", ro: "Română" };
/** How each is written here, dates included: English the British way. */
export const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", ro: "ro" };

/** Keeps the choice in this browser, for whenever nobody is signed in; the server's own pages read it too. */
export function storeLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Safari's cookie store came late, and answers later than a page can wait.
  document.cookie = chosenLanguageCookie(language, location.protocol === "https:");
}

/** The language to begin with: the server knows whose account it is, and says so in the page it sends. */
export function firstLanguage(): Language {
  const told = LANGUAGES.find((language) => language === document.documentElement.lang);
  const chosen = chosenLanguage(document.cookie);
  return told ?? spokenLanguage({ account: null, chosen, accepted: navigator.languages.join(",") });
}

export interface SpokenLanguage {
  readonly language: Language;
  /** Loads the catalogue of `language`, shows it, and asks the server again in it. Throws when it cannot be had. */
  readonly speak: (language: Language) => Promise<void>;
}

export const LanguageContext = createContext<SpokenLanguage | null>(null);

export function useLanguage(): SpokenLanguage {
  const spoken = useContext(LanguageContext);
  if (spoken === null) throw new Error("useLanguage needs the language provider");
  return spoken;
}
