/** Packs by kind and version, which of them hold, which held together, uploads; what held when a request was made. By hand; frozen: a later change is a later migration. */

export const PACKS: readonly string[] = [
  `CREATE TABLE "pack" (
    "kind" text NOT NULL,
    "version" integer NOT NULL,
    "digest" text NOT NULL,
    "effective_on" text NOT NULL,
    "content" text NOT NULL,
    "loaded_at" bigint NOT NULL,
    "loaded_by" text,
    CONSTRAINT "pack_kind" CHECK ("kind" IN ('PROGRAMMES', 'PRODUCTS', 'TOPICS', 'PORTALS', 'REGIONS', 'TEAMS', 'PARTNER_TENANTS', 'TAXES')),
    PRIMARY KEY ("kind", "version"),
    CONSTRAINT "pack_loader" FOREIGN KEY ("loaded_by") REFERENCES "account" ("id")
  )`,
  `CREATE TABLE "pack_in_force" (
    "kind" text NOT NULL,
    "version" integer NOT NULL,
    PRIMARY KEY ("kind"),
    CONSTRAINT "pack_in_force_pack" FOREIGN KEY ("kind", "version") REFERENCES "pack" ("kind", "version")
  )`,
  `CREATE TABLE "pack_set" (
    "id" text NOT NULL,
    "members" text NOT NULL,
    PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "pack_upload" (
    "id" text NOT NULL,
    "kind" text NOT NULL,
    "content" text NOT NULL,
    "creator_id" text NOT NULL,
    "created_at" bigint NOT NULL,
    PRIMARY KEY ("id"),
    CONSTRAINT "pack_upload_creator" FOREIGN KEY ("creator_id") REFERENCES "account" ("id")
  )`,
  `ALTER TABLE "support_request" ADD COLUMN\n    "pack_set_id" text`,
];
