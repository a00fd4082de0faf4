/** Contents of packs by the digest of their files, kept in memory: the form of a catalogue takes a tenth of a second to read. */
import { createHash } from "node:crypto";
import type { PackKind } from "@accord/domain";
import { LRUCache } from "lru-cache";
import { type PackContents, STORED_SHAPES } from "./shapes.js";
import { isTable, readTenantsTable } from "./tenants-table.js";

/** What holds, what is planned, and what a preview compares with. */
const REMEMBERED = 24;
const known = new LRUCache<string, PackContents[PackKind]>({ max: REMEMBERED });

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Of a file that was examined once; `read` is asked where its content is not in memory. */
export const knownContent = async (
  kind: PackKind,
  digest: string,
  read: () => Promise<string>,
): Promise<PackContents[PackKind]> => known.get(`${kind} ${digest}`) ?? remember(kind, digest, await read());

/** The same for a text that is at hand. */
export const contentOfText = <Kind extends PackKind>(kind: Kind, text: string): PackContents[Kind] => {
  const digest = sha256(text);
  return (known.get(`${kind} ${digest}`) ?? remember(kind, digest, text)) as PackContents[Kind];
};

const remember = (kind: PackKind, digest: string, text: string): PackContents[PackKind] => {
  const content = STORED_SHAPES[kind].parse(parseContent(kind, text.replace(/^\uFEFF/, "")));
  known.set(`${kind} ${digest}`, content);
  return content;
};

const parseContent = (kind: PackKind, text: string): unknown => {
  if (kind !== "PARTNER_TENANTS" || !isTable(text)) return JSON.parse(text);
  const read = readTenantsTable(text);
  if (!read.ok) throw new Error("a loaded pack of partner tenants cannot be read");
  return read.value.value;
};
