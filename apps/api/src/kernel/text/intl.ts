/** The one way sentences are made of ICU texts, days and moments written, in each language (F80). */
import type { CivilDate, EpochMs, Language, TimeZoneName } from "@accord/domain";
import { createIntl, createIntlCache, type IntlShape } from "@formatjs/intl";

type Params = Readonly<Record<string, string | number>>;

const cache = createIntlCache();
/** Texts come as default messages of their own language; a text that cannot be formatted is a defect of the catalogue. */
const createIntlOf = (locale: string): IntlShape<string> =>
  createIntl(
    {
      locale,
      defaultLocale: locale,
      messages: {},
      onError: (error) => {
        throw error;
      },
    },
    cache,
  );
/** English is written the British way, as on the pages: 9 November 2026. */
const INTL: Readonly<Record<Language, IntlShape<string>>> = { en: createIntlOf("en-GB"), ro: createIntlOf("ro") };

/** Formats one ICU text. */
export const formatText = (language: Language, text: string, params: Params): string =>
  String(INTL[language].formatMessage({ id: text, defaultMessage: text }, params));

/** How the sentences of a catalogue are told: by language and key. */
export const createTell =
  <Key extends string>(catalogues: Readonly<Record<Language, Readonly<Record<Key, string>>>>) =>
  (language: Language, key: Key, params: Params = {}): string =>
    formatText(language, catalogues[language][key], params);

/** A day of no zone: "23 November 2026". */
export const tellDay = (language: Language, day: CivilDate): string =>
  INTL[language].formatDate(`${day}T00:00:00Z`, { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });

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
