/** Loads the sentences of one language; each language is one file. */
import type { Language } from "./language";

const CATALOGUES: Readonly<Record<Language, () => Promise<{ readonly default: Record<string, string> }>>> = {
  en: () => import("../messages/en"),
  ro: () => import("../messages/ro"),
};

/** All sentences of the screens in `language`. */
export const loadMessages = async (language: Language): Promise<Record<string, string>> =>
  (await CATALOGUES[language]()).default;
