/** Loads the sentences of one language; each language is one file. */
import type { Language } from "./language";

const CATALOGUES: Readonly<Record<Language, () => Promise<{ readonly default: Record<string, string> }>>> = {
  en: () => import("../messages/en"),
  ro: () => import("../messages/ro"),
};

/** Whether lines begin at the left or at the right: a datum of the catalogue, as its sentences are. */
export const readDirection = (messages: Record<string, string>): "ltr" | "rtl" =>
  messages.direction === "RTL" ? "rtl" : "ltr";

/** Tells the browser, and whoever has the page read out, which language it is in and where its lines begin. */
export function markDocument(language: Language, messages: Record<string, string>): void {
  document.documentElement.lang = language;
  document.documentElement.dir = readDirection(messages);
}

/** All sentences of the screens in `language`. */
export const loadMessages = async (language: Language): Promise<Record<string, string>> =>
  (await CATALOGUES[language]()).default;
