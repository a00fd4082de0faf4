/** Which of the two languages the screens speak: the person's choice, else the account's, else the browser's. */
import { spokenLanguage } from "@accord/domain";
import { createContext, useContext } from "react";

export type Language = "en" | "ro";
export const LANGUAGES: readonly Language[] = ["en", "ro"];

const KEY = "accord.language";

/** The language chosen in this browser, or null when none was chosen. */
export function storedLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === "en" || stored === "ro" ? stored : null;
  } catch {
    return null;
  }
}

/** Keeps the choice for the next visit; a browser that forbids storage keeps it for this page only. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The choice lives as long as the page.
  }
}

/** The language to begin with, before anybody knows whose account it is. */
export function firstLanguage(): Language {
  return spokenLanguage({ account: null, chosen: storedLanguage(), accepted: navigator.languages.join(",") });
}

export interface LanguageChoice {
  readonly language: Language;
  /** Loads the catalogue of `language`, shows it, and asks the server again in it; `isKept` (the default) remembers it in this browser. */
  readonly choose: (language: Language, isKept?: boolean) => Promise<void>;
}

export const LanguageContext = createContext<LanguageChoice | null>(null);

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error("useLanguage needs the language provider");
  return choice;
}
