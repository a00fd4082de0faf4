import { describe, expect, it } from "vitest";
import type { Language } from "./account.js";
import { acceptedLanguage, chosenLanguage, chosenLanguageCookie, spokenLanguage } from "./spoken-language.js";

describe("R54, F80, K8: the account, then what was chosen here, then the browser, then English", () => {
  const WISHES = [null, "en", "ro"] as const satisfies readonly (Language | null)[];
  const every = WISHES.flatMap((account) =>
    WISHES.flatMap((chosen) => WISHES.map((accepted) => ({ account, chosen, accepted }))),
  );
  it.each(every)("account $account, chosen $chosen, browser $accepted", (wishes) => {
    const first = [wishes.account, wishes.chosen, wishes.accepted, "en"].find((each) => each !== null);
    expect(spokenLanguage(wishes)).toBe(first);
  });
});

it.each([
  [undefined, null],
  ["", null],
  ["ro", "ro"],
  ["ro-RO,ro;q=0.9,en;q=0.8", "ro"],
  ["en-GB,ro-RO", "en"],
  ["ro, en", "ro"],
  ["en ro", "en"],
  ["de-DE, ro; q=0.5, en; q=0.4", "ro"],
  ["de, fr;q=0.9", null],
  ["en;q=0, ro;q=0.1", "ro"],
  ["romansh, rom", null],
  ["en;q=nonsense,ro;q=0.9", "en"],
  ["*".repeat(5000), null],
] as const)("F80: of %s the language is %s", (accepted, language) => {
  expect(acceptedLanguage(accepted)).toBe(language);
});

it.each(["en", "ro"] as const)("K8: %s chosen in a browser is read from the cookie that keeps it", (language) => {
  for (const isSecure of [false, true]) {
    const kept = chosenLanguageCookie(language, isSecure);
    expect(/; Secure$/.test(kept)).toBe(isSecure);
    expect(chosenLanguage(`sid=abc; ${kept.split(";")[0]}; other=x`)).toBe(language);
  }
});

it.each([undefined, "", "sid=ro", "accord.language=", "accord.language=de", "xaccord.language=ro", "accord.language"])(
  "K8: no language was chosen where the cookies are %s",
  (cookies) => {
    expect(chosenLanguage(cookies)).toBeNull();
  },
);
