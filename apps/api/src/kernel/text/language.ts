/** The language of an answer: what the client says it speaks, as our pages do; a client that says nothing hears the account's, else English (F80). */

import type { IncomingHttpHeaders } from "node:http";
import { type Account, acceptedLanguage, chosenLanguage, type Language, spokenLanguage } from "@accord/domain";
import type { Principal } from "../principal.js";
export const languageOf = (acceptLanguage: string | undefined, principal: Principal): Language =>
  acceptedLanguage(acceptLanguage) ??
  spokenLanguage({ account: languageOfAccount(principal), chosen: null, accepted: null });

/** The language of live events: a browser opens a socket with its own header, not with that of the page, so that its reader decides (K8). */
export const liveLanguageOf = (headers: IncomingHttpHeaders, principal: Principal): Language =>
  principal.kind === "session"
    ? languageFor(headers, principal.account)
    : languageOf(headers["accept-language"], principal);

const languageOfAccount = (principal: Principal): Language | null =>
  principal.kind === "anonymous" ? null : (principal.account.profile?.language ?? null);
/** For a page whose reader is known already: `account` is who is signed in, null nobody. */
export const languageFor = (headers: IncomingHttpHeaders, account: Speaker): Language =>
  spokenLanguage({ ...wishesOf(headers, account), accepted: headers["accept-language"] });
export const wishesOf = ({ cookie }: IncomingHttpHeaders, account: Speaker) => ({
  account: account?.profile?.language ?? null,
  chosen: chosenLanguage(cookie),
});
export type Speaker = Pick<Account, "profile"> | null;
