/** Packs by kind and version, never changed (F57); which hold, which held together, and files waiting to be looked at. */
import { type CivilDate, type EpochMs, PACK_KINDS, type PackKind } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { count, document, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export interface PackRow {
  readonly kind: PackKind;
  readonly version: number;
  /** SHA-256 of the content. */
  readonly digest: string;
  readonly effectiveOn: CivilDate;
  /** The file, to the letter. */
  readonly content: string;
  readonly loadedAt: EpochMs;
  /** Null: the seed or the command line. */
  readonly loadedBy: string | null;
}

export const packTable = new EntitySchema<PackRow>({
  name: "pack",
  columns: {
    kind: key("kind"),
    version: count("version", { primary: true }),
    digest: text("digest"),
    effectiveOn: text("effective_on"),
    content: text("content"),
    loadedAt: instant("loaded_at"),
    loadedBy: text("loaded_by", orNull),
  },
  checks: [oneOf("pack_kind", "kind", PACK_KINDS)],
  foreignKeys: [{ name: "pack_loader", target: "account", columnNames: ["loadedBy"], referencedColumnNames: ["id"] }],
});

/** The pack of each kind that catalogue, teams and partner tenants are made of now. */
export interface PackInForceRow {
  readonly kind: PackKind;
  readonly version: number;
}

export const packInForceTable = new EntitySchema<PackInForceRow>({
  name: "pack_in_force",
  columns: { kind: key("kind"), version: count("version") },
  foreignKeys: [
    {
      name: "pack_in_force_pack",
      target: "pack",
      columnNames: ["kind", "version"],
      referencedColumnNames: ["kind", "version"],
    },
  ],
});

/** Digests of packs that held together, under the hash of them all: what a request names (F58). */
export interface PackSetRow {
  readonly id: string;
  readonly members: Readonly<Partial<Record<PackKind, string>>>;
}

export const packSetTable = new EntitySchema<PackSetRow>({
  name: "pack_set",
  columns: { id: key("id"), members: document("members") },
});

/** A file larger than a GraphQL request, between its upload and its loading. */
export interface PackUploadRow {
  readonly id: string;
  readonly kind: string;
  readonly content: string;
  readonly creatorId: string;
  readonly createdAt: EpochMs;
}

export const packUploadTable = new EntitySchema<PackUploadRow>({
  name: "pack_upload",
  columns: {
    id: key("id"),
    kind: text("kind"),
    content: text("content"),
    creatorId: text("creator_id"),
    createdAt: instant("created_at"),
  },
  foreignKeys: [
    { name: "pack_upload_creator", target: "account", columnNames: ["creatorId"], referencedColumnNames: ["id"] },
  ],
});
