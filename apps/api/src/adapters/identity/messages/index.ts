/** Sentences of the pages the server itself renders: the persona page, sign-in problems, outgoing mail. */
import type { Language } from "@accord/domain";
import en from "./en.json" with { type: "json" };
import ro from "./ro.json" with { type: "json" };

export type PageMessage = keyof typeof en;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<PageMessage, string>>>> = { en, ro };

/** The sentence `key` in `language`, with `{name}` replaced from `params`. */
export const say = (language: Language, key: PageMessage, params: Readonly<Record<string, string>> = {}): string =>
  CATALOGUES[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);

/** English or Romanian, whichever `Accept-Language` (or a list such as `ui_locales`) prefers; English when neither is named. */
export const preferredLanguage = (accepted: string | undefined): Language => {
  const ranked = (accepted ?? "").split(/[\s,]+/).map((part) => {
    const [tag = "", ...options] = part.split(";");
    const weight = options
      .map((option) => /^q=([\d.]+)$/.exec(option.trim())?.[1])
      .find((value) => value !== undefined);
    return { language: tag.toLowerCase().split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  const weightOf = (language: Language): number =>
    Math.max(0, ...ranked.filter((each) => each.language === language).map((each) => each.weight));
  return weightOf("ro") > weightOf("en") ? "ro" : "en";
};
