/** Who reads a page, as far as the page must know before its first script: the language it is spoken to in, by the domain's order over what a browser brings along (K8), and whether the frame of an account comes (K10). */
import type { IncomingHttpHeaders } from "node:http";
import { type Language, wishedLanguage } from "@accord/domain";
import type { PageReader } from "../../../kernel/http/spa.js";
import { languageFor, type Speaker, wishesOf } from "../../../kernel/text/language.js";
import type { Authenticate } from "./authenticate.js";

/** For a page that asks by itself who is signed in; a browser that cannot be recognised is spoken to as nobody's. */
export const createVisitorLanguage = (recognise: Authenticate, onFailure: (error: unknown) => void) => {
  const speakerOf = async (headers: IncomingHttpHeaders): Promise<Speaker> => {
    // A page is for people: a token says nothing about who reads it.
    if (headers.authorization !== undefined) return null;
    const principal = await recognise(headers).catch((error: unknown) => {
      // The page comes all the same, and asks again by itself.
      onFailure(error);
      return null;
    });
    return principal?.kind === "session" ? principal.account : null;
  };
  return {
    readerOf: async (headers: IncomingHttpHeaders): Promise<PageReader> => {
      const speaker = await speakerOf(headers);
      return { language: languageFor(headers, speaker), hasAccount: speaker?.profile != null };
    },
    /** What the person said themselves; null: nothing, so that another's page goes by the browser, in more languages than ours. */
    wishOf: async (headers: IncomingHttpHeaders): Promise<Language | null> =>
      wishedLanguage(wishesOf(headers, await speakerOf(headers))),
  };
};

export type VisitorLanguage = ReturnType<typeof createVisitorLanguage>;
