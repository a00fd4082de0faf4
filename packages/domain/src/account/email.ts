/** Addresses compared and stored in one form (E7); an address is never a key of an account. */
import { domainToAscii, domainToUnicode } from "../shared/idna.js";
import { hasForbiddenCharacters } from "../shared/text.js";

const MAX_ADDRESS = 254;
const MAX_LOCAL = 64;
/** No separators of address lists and no invisible format characters, which would make two addresses look alike. */
const LOCAL = /^[^\s\p{Cf}@,;:<>()[\]\\"]+$/u;
/** The Kelvin sign: its lower case is an ASCII k, and a foreign address would become somebody's. */
const LOOKALIKE = /\u212A/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/**
 * The address in the one form in which it is stored and compared, or null when it is not one single address: trimmed, lower case,
 * letters composed (NFC), the domain as it goes over the wire.
 * Lists (`a@x,b@y`), display names, control characters and anything above 254 characters are no addresses.
 */
export const normaliseEmail = (text: string): string | null => {
  if (hasForbiddenCharacters(text) || LOOKALIKE.test(text)) return null;
  const address = wireForm(text.trim().toLowerCase().normalize("NFC"));
  if (address === null || address.length === 0 || address.length > MAX_ADDRESS) return null;
  const at = address.indexOf("@");
  if (at < 1 || at !== address.lastIndexOf("@")) return null;
  const local = address.slice(0, at);
  const labels = address.slice(at + 1).split(".");
  if (local.length > MAX_LOCAL || !LOCAL.test(local)) return null;
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return null;
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) ? address : null;
};

/** The domain behind the last @ in its ASCII form; the address as it came where it has none. */
const wireForm = (address: string): string | null => {
  const at = address.lastIndexOf("@");
  if (at < 0) return address;
  const domain = domainToAscii(address.slice(at + 1));
  return domain === null ? null : `${address.slice(0, at)}@${domain}`;
};

/** The stored form of `text`; what is no address stays what it is, in lower case: for comparing, never for sending. */
export const comparableEmail = (text: string): string => normaliseEmail(text) ?? text.trim().toLowerCase();

/** A stored address as people read it: `ana@münchen.example`. */
export const readableEmail = (email: string): string => {
  const at = email.lastIndexOf("@");
  return at < 0 ? email : `${email.slice(0, at)}@${domainToUnicode(email.slice(at + 1))}`;
};
