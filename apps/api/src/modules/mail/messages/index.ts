/** Sentences of mails and of the mail page, ICU in both languages. */
import type { CivilDate, EpochMs, Language, TimeZoneName } from "@accord/domain";
import { createIntl, createIntlCache, type IntlShape } from "@formatjs/intl";
import en from "./en.json" with { type: "json" };
import ro from "./ro.json" with { type: "json" };

export type MailMessage = keyof typeof en;

const cache = createIntlCache();
/** Days are written as on the pages: 9 November 2026. */
const intlOf = (locale: string, messages: Readonly<Record<MailMessage, string>>): IntlShape<string> =>
  createIntl(
    {
      locale,
      defaultLocale: locale,
      messages,
      onError: (error) => {
        throw error;
      },
    },
    cache,
  );
const INTL: Readonly<Record<Language, IntlShape<string>>> = { en: intlOf("en-GB", en), ro: intlOf("ro", ro) };

/** The sentence `key` in `language`. */
export const tell = (
  language: Language,
  key: MailMessage,
  params: Readonly<Record<string, string | number>> = {},
): string => String(INTL[language].formatMessage({ id: key }, params));

/** Day and time with the name of the zone: "23 November 2026 at 12:30 EET". */
export const tellMoment = (language: Language, at: EpochMs, timeZone: TimeZoneName): string =>
  INTL[language].formatDate(at, {
    timeZone,
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });

/** A day of no zone: "23 November 2026". */
export const tellDay = (language: Language, day: CivilDate): string =>
  INTL[language].formatDate(`${day}T00:00:00Z`, { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });

/** Of the administrator's page, of receipts: no letter about a request says it. */
const NOT_IN_LETTERS = /^(page|state|receipt|activation)/;

/** What letters about requests say, in every language, the places of values left out: a quoted one is known by it. */
export const letterSentences = (): readonly string[] =>
  [en, ro].flatMap((catalogue) =>
    Object.entries(catalogue)
      .filter(([key]) => !NOT_IN_LETTERS.test(key))
      .flatMap(([, sentence]) => sentence.split(/[{}]/))
      .filter((part) => !/^\w*$|, (select|plural),/.test(part)),
  );

/** The sentence in every language. */
export const inEveryLanguage = (key: MailMessage): readonly string[] => [en[key], ro[key]];
