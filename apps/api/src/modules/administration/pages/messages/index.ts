/** Sentences of the letter with the two IDs. */
import type { Language } from "@accord/domain";
import { createIntl, createIntlCache } from "@formatjs/intl";
import en from "./en.json" with { type: "json" };
import ro from "./ro.json" with { type: "json" };

export type LetterWord = keyof typeof en;

const cache = createIntlCache();
const CATALOGUES: Readonly<Record<Language, Readonly<Record<LetterWord, string>>>> = { en, ro };
const INTL = {
  en: createIntl({ locale: "en-GB", messages: en }, cache),
  ro: createIntl({ locale: "ro", messages: ro }, cache),
};

export const sayInLetter = (
  language: Language,
  word: LetterWord,
  params: Readonly<Record<string, string | number>> = {},
): string =>
  String(INTL[language].formatMessage({ id: word, defaultMessage: CATALOGUES[language][word] }, { ...params }));
