/** The language of an answer: what the client says it speaks, as our pages do; a client that says nothing hears the account's, else English (F80). */
import { acceptedLanguage, type Language, spokenLanguage } from "@accord/domain";
import type { Principal } from "../adapters/identity/authenticate.js";

export const languageOf = (acceptLanguage: string | undefined, principal: Principal): Language =>
  acceptedLanguage(acceptLanguage) ??
  spokenLanguage({ account: languageOfAccount(principal), chosen: null, accepted: null });

const languageOfAccount = (principal: Principal): Language | null =>
  principal.kind === "anonymous" ? null : (principal.account.profile?.language ?? null);
