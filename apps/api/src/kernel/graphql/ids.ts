/** Ids as they come in: what cannot be an id of ours is told as one that does not exist, and never reaches the database. */
import { RequestError } from "./request-error.js";

/** A TypeID: prefix and 26 characters of Crockford's base 32. */
const SUFFIX = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

export const isIdOf = (prefix: string, id: string): boolean =>
  id.startsWith(`${prefix}_`) && SUFFIX.test(id.slice(prefix.length + 1));

/** The id itself. @throws RequestError NOT_FOUND when it cannot be an id with this prefix */
export const idOf = (prefix: string, id: string): string => {
  if (!isIdOf(prefix, id)) throw new RequestError("NOT_FOUND", { id });
  return id;
};

/** A key the client chose for its command: printable, up to 255 characters. @throws RequestError BAD_USER_INPUT */
export const idempotencyKeyOf = (key: string): string => {
  if (/^[\x20-\x7e]{1,255}$/.test(key)) return key;
  throw new RequestError("BAD_USER_INPUT", {
    detail: "`idempotencyKey` holds 1 to 255 printable ASCII characters.",
    inputPath: ["input", "idempotencyKey"],
  });
};
