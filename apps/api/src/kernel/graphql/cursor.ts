/** Opaque keyset cursors: a row's own id, wrapped. */
import { RequestError } from "./request-error.js";

const VERSION = "1:";
const ID = /^[\w.:-]{1,128}$/;

export const cursorOf = (id: string): string => Buffer.from(VERSION + id, "utf8").toString("base64url");

/** A cursor that was made for another list, or by nobody. */
export const noCursor = (argument: "after" | "before"): RequestError =>
  new RequestError("BAD_USER_INPUT", {
    detail: `\`${argument}\` is no cursor of this list.`,
    inputPath: [argument],
  });

/** The id in a cursor; null when none is given. @throws RequestError BAD_USER_INPUT for anything `cursorOf` did not make */
export const idOfCursor = (cursor: string | null | undefined, argument: "after" | "before"): string | null => {
  if (cursor === null || cursor === undefined) return null;
  const text = cursor.length > 256 ? "" : Buffer.from(cursor, "base64url").toString("utf8");
  const id = text.startsWith(VERSION) ? text.slice(VERSION.length) : "";
  if (!ID.test(id) || cursorOf(id) !== cursor) throw noCursor(argument);
  return id;
};
