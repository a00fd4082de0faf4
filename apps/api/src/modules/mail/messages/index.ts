/** Sentences of mails and of the mail page, ICU in both languages. */
import { createTell } from "../../../kernel/text/intl.js";
import en from "./en.json" with { type: "json" };
import ro from "./ro.json" with { type: "json" };

export { tellDay, tellMoment } from "../../../kernel/text/intl.js";

export type MailMessage = keyof typeof en;

/** The sentence `key` in `language`. */
export const tell = createTell<MailMessage>({ en, ro });

/** Of the administrator's page, of receipts and tokens: no letter about a request says it. */
const NOT_IN_LETTERS = /^(page|state|receipt|activation|token)/;

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
