/** Packs by kind and version, never changed (F57); which hold, which held together, and files waiting to be looked at. */
import { PACK_KINDS, type PackKind } from "@accord/domain";
import { count, defineTable, document, instant, key, oneOf, orNull, text } from "../../../kernel/db/columns.js";
import { migration } from "../../../kernel/db/migrations.js";

export const packTable = defineTable({
  name: "pack",
  columns: {
    kind: key<PackKind>("kind", "CONFIGURATION"),
    version: count("version", "CONFIGURATION", { primary: true }),
    /** SHA-256 of the content. */
    digest: text("digest", "CONFIGURATION"),
    effectiveOn: text("effective_on", "CONFIGURATION"),
    /** The file, to the letter. */
    content: text("content", "CONFIGURATION"),
    loadedAt: instant("loaded_at", "CONFIGURATION"),
    /** Null: the seed or the command line. */
    loadedBy: text("loaded_by", "ID", orNull),
  },
  checks: [oneOf("pack_kind", "kind", PACK_KINDS)],
  foreignKeys: [{ name: "pack_loader", target: "account", columnNames: ["loadedBy"], referencedColumnNames: ["id"] }],
});

/** Of packs in force already, the best there is. */
const inForceSince = migration("PackInForceSince1795400073000", {
  up: [
    `ALTER TABLE "pack_in_force" ADD COLUMN "since" bigint NOT NULL DEFAULT 0`,
    `UPDATE "pack_in_force" SET "since" = (SELECT p."loaded_at" FROM "pack" p
      WHERE p."kind" = "pack_in_force"."kind" AND p."version" = "pack_in_force"."version")`,
  ],
  down: [`ALTER TABLE "pack_in_force" DROP COLUMN "since"`],
});

/** The pack of each kind that catalogue, teams and partner tenants are made of now. */
export const packInForceTable = defineTable({
  name: "pack_in_force",
  migrations: [inForceSince],
  columns: {
    kind: key<PackKind>("kind", "CONFIGURATION"),
    version: count("version", "CONFIGURATION"),
    /** When it took effect. */
    since: instant("since", "CONFIGURATION", { default: 0 }),
  },
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
export const packSetTable = defineTable({
  name: "pack_set",
  columns: {
    id: key("id", "ID"),
    members: document<Readonly<Partial<Record<PackKind, string>>>>("members", "CONFIGURATION"),
  },
});

/** A file larger than a GraphQL request, between its upload and its loading. */
export const packUploadTable = defineTable({
  name: "pack_upload",
  columns: {
    id: key("id", "ID"),
    kind: text<PackKind>("kind", "CONFIGURATION"),
    content: text("content", "CONFIGURATION"),
    creatorId: text("creator_id", "ID"),
    createdAt: instant("created_at", "FACT"),
  },
  foreignKeys: [
    { name: "pack_upload_creator", target: "account", columnNames: ["creatorId"], referencedColumnNames: ["id"] },
  ],
});
