/** Sentences of the sandbox's pages. */
import type { Language } from "@accord/domain";
import en from "./en.json" with { type: "json" };
import ro from "./ro.json" with { type: "json" };

export type SandboxMessage = keyof typeof en;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<SandboxMessage, string>>>> = { en, ro };

/** The sentence `key` in `language`, with `{name}` replaced from `params`. */
export const say = (language: Language, key: SandboxMessage, params: Readonly<Record<string, string>> = {}): string =>
  CATALOGUES[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
