/** What a backup says of itself: the last part of its archive but for its own digest (docs/contract.md, Backups). */
import { createHash } from "node:crypto";
import { z } from "@accord/domain";

export const FORMAT = "accord-backup";
export const FORMAT_VERSION = 1;
export const MANIFEST = "manifest";
export const MANIFEST_DIGEST = "manifest.sha256";
/** Files that were there when the backup began, and those that came while it ran. */
export const FILE_PARTS = ["files/first", "files/later"] as const;
export const KEYS_PART = "keys.sealed";
export const rowsPart = (table: string): string => `rows/${table}.jsonl`;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();
const name = z.string().regex(/^[a-z][a-z0-9_]*$/);

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  formatVersion: count,
  /** Of the program that wrote it. */
  application: z.string(),
  /** The host of PUBLIC_ORIGIN. */
  installation: z.string(),
  engine: z.enum(["sqlite", "postgres"]),
  /** Epoch milliseconds: what was committed before is in it. */
  takenAt: count,
  /** Migrations the rows have been through, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name, columns: z.array(name), rows: count })),
  files: z.object({ count, bytes: count, lost: z.array(digest) }),
  auditHead: z.object({ seq: count, hash: digest }),
  /** By what each key is known. */
  keyChecks: z.record(z.string(), z.string()),
  /** Every other part. */
  parts: z.array(z.object({ name: z.string(), bytes: count, sha256: digest })),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const writeManifest = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** The digest of a manifest, as `sha256sum` writes and checks it. */
export const writtenDigest = (text: string): string =>
  `${createHash("sha256").update(text).digest("hex")}  ${MANIFEST}\n`;

/** Null: it is no manifest of a backup. */
export const readManifest = (text: string): Manifest | null => {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};
