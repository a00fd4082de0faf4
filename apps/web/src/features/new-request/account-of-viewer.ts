/** The signed-in person in the words of the rules, and their own contact entry. */
import { type ContactDetails, ownContact } from "@accord/domain";
import { LANGUAGE_OF_CODE } from "../../lib/language";
import type { FlowStartQuery } from "./new-request-page.generated";

type WireAccount = FlowStartQuery["viewer"]["account"];

/** The profile with the language code of the rules. */
export const profileOf = ({ profile }: WireAccount) =>
  profile ? { ...profile, language: LANGUAGE_OF_CODE[profile.language] } : null;

/** Oneself, from the account and the profile (R53, R54). */
export const ownContactOf = (account: WireAccount): ContactDetails =>
  ownContact({ ...account, profile: profileOf(account) });
