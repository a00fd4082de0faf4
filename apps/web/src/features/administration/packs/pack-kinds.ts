/** The kinds of packs, their addresses and files (F57). */
import { PACK_KINDS, type PackKind, packName } from "@accord/domain";

export { PACK_KINDS, type PackKind };

export const packPage = (kind: PackKind): string => `/administration/packs/${packName(kind)}`;

/** Null: no kind has this address. */
export const kindOfAddress = (name: string | undefined): PackKind | null =>
  PACK_KINDS.find((kind) => packName(kind) === name) ?? null;

/** The file of what holds, from the server. */
export const packFile = (kind: PackKind): string => `/admin/packs/${packName(kind)}`;
export const packSchema = (kind: PackKind): string => `/schemas/${packName(kind)}.json`;
