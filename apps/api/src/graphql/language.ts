/** The language of an answer: Accept-Language when it names one of ours, else the account's, else English (F80). */
import { LANGUAGES, type Language } from "@accord/domain";
import type { Principal } from "../adapters/identity/authenticate.js";

const LONGEST_HEADER = 200;

export const languageOf = (acceptLanguage: string | undefined, principal: Principal): Language =>
  named(acceptLanguage) ?? profileLanguage(principal) ?? "en";

const profileLanguage = (principal: Principal): Language | undefined =>
  principal.kind === "anonymous" ? undefined : principal.account.profile?.language;

/** The most wanted of our languages a header names; null when it names none. */
const named = (header: string | undefined): Language | null => {
  if (header === undefined) return null;
  const wanted = header
    .slice(0, LONGEST_HEADER)
    .split(",")
    .flatMap((part) => {
      const [range = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = Number(
        parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined) ?? 1,
      );
      const language = LANGUAGES.find((candidate) => range === candidate || range.startsWith(`${candidate}-`));
      return language !== undefined && quality > 0 ? [{ language, quality }] : [];
    });
  return wanted.sort((a, b) => b.quality - a.quality)[0]?.language ?? null;
};
