/** The one place where text comes in through the API: what nobody can read is made readable before a use case sees it (R6, K8). */
import { makeReadable } from "@accord/domain";

/** Fields whose text may have several lines, by the name they have in every input. */
const MULTILINE: ReadonlySet<string> = new Set([
  "text",
  "description",
  "reason",
  "comment",
  "note",
  "address",
  "body",
  "bodyRo",
  "value",
]);

/** An address, an id or what another system calls it is not corrected but refused: another one would be meant. */
const EXACT: ReadonlySet<string> = new Set([
  "email",
  "recipientEmail",
  "token",
  "digest",
  "returnTo",
  "after",
  "before",
  "externalReference",
]);
const isExact = (name: string): boolean => EXACT.has(name) || /Ids?$|Key$|^ids?$/.test(name);

type Values = Readonly<Record<string, unknown>>;

/** The arguments as they came when there is nothing to do. */
export const readableInput = <Args extends Values>(args: Args): Args => {
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(args)) {
    const readable = readableValue(name, value);
    if (readable !== value) changed[name] = readable;
  }
  return Object.keys(changed).length === 0 ? args : { ...args, ...changed };
};

const readableValue = (name: string, value: unknown): unknown => {
  if (typeof value === "string") return isExact(name) ? value : makeReadable(value, MULTILINE.has(name));
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => readableValue(name, item));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  return typeof value === "object" && value !== null ? readableInput(value as Values) : value;
};
