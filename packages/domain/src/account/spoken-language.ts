/** Which language a person is spoken to in: one order for the pages, the server's own pages and letters (R54, F80, K8). */
import { LANGUAGES, type Language } from "./account.js";

export interface LanguageWishes {
  /** Of the account's profile; null: nobody is signed in, or the profile is still to come. */
  readonly account: Language | null;
  /** Chosen in this browser. */
  readonly chosen: Language | null;
  /** An `Accept-Language` header, or what stands for it: languages, the most wanted first. */
  readonly accepted: string | null | undefined;
}

/** The account first: it is spoken to alike wherever it signs in. English where nobody wishes anything. */
export const spokenLanguage = ({ account, chosen, accepted }: LanguageWishes): Language =>
  wishedLanguage({ account, chosen }) ?? acceptedLanguage(accepted) ?? "en";

/** What somebody said themselves, apart from what their browser was set to; null: nothing yet. */
export const wishedLanguage = ({ account, chosen }: Pick<LanguageWishes, "account" | "chosen">): Language | null =>
  account ?? chosen;

/** The cookie of what was chosen in this browser: the pages write it, and the server reads it for its own pages. */
const CHOSEN = "accord.language";
const A_YEAR = 31_536_000;

/** The language chosen in a browser that sends these cookies (`a=b; c=d`); null: none was. */
export const chosenLanguage = (cookies: string | null | undefined): Language | null => {
  const values = (cookies ?? "").split(";").map((each) => each.trim().split("="));
  const chosen = values.find(([name]) => name === CHOSEN)?.[1];
  return LANGUAGES.find((language) => language === chosen) ?? null;
};

/** The cookie that keeps the choice of `language` for a year, as `document.cookie` takes it. */
export const chosenLanguageCookie = (language: Language, isSecure: boolean): string =>
  `${CHOSEN}=${language}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax${isSecure ? "; Secure" : ""}`;

const LONGEST_HEADER = 200;

/** The most wanted of our languages that a header or list names, of two wanted alike the first; null when it names none. */
export const acceptedLanguage = (accepted: string | null | undefined): Language | null => {
  const wanted = (accepted ?? "")
    .slice(0, LONGEST_HEADER)
    .toLowerCase()
    .replace(/\s*;\s*/g, ";")
    .split(/[\s,]+/)
    .flatMap((part) => {
      const [range = "", ...parameters] = part.split(";");
      const told = parameters.map((text) => /^q=([\d.]+)$/.exec(text)?.[1]).find((text) => text !== undefined);
      const quality = Number(told ?? 1);
      const language = LANGUAGES.find((candidate) => range === candidate || range.startsWith(`${candidate}-`));
      return language !== undefined && quality > 0 ? [{ language, quality }] : [];
    });
  return wanted.sort((a, b) => b.quality - a.quality)[0]?.language ?? null;
};
