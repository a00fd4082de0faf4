/** What the owner of an account is told when a token was made for it (F74). */
import type { Account } from "@accord/domain";
import type { AccessToken } from "../../identity/module.js";
import { tell, tellMoment } from "../messages/index.js";
import { type Letter, type Reader, write } from "./letter.js";
import { typedWords } from "./typed-words.js";

/** Null where the address is nobody's for certain. */
export const writeTokenNotice = (token: AccessToken, account: Account, publicOrigin: string): Letter | null => {
  if (!account.isEmailProven) return null;
  const { language = "en", timeZone = "UTC" } = account.profile ?? {};
  const reader: Reader = { to: account.email, language, timeZone };
  const letter = write(reader, {
    subject: tell(language, "tokenSubject"),
    title: tell(language, "tokenTitle"),
    lead: tell(language, "tokenLead"),
    facts: [
      [tell(language, "tokenName"), typedWords(token.name, 100)],
      [tell(language, "tokenScopes"), token.scopes.join(", ")],
      [tell(language, "tokenEndsAt"), tellMoment(language, token.expiresAt, timeZone)],
    ],
    button: { label: tell(language, "tokenLink"), url: `${publicOrigin}/settings/tokens` },
    notes: [tell(language, "tokenNote")],
    footer: [tell(language, "automatic")],
    marker: null,
  });
  const nobodyElse = { requestId: null, contactId: null, unsubscribeUrl: null, stranger: null, sharesWith: null };
  return { to: reader.to, ...letter, ...nobodyElse };
};
