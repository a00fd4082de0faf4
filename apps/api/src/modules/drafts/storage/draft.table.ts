/** What a person has typed so far (F32). */
import type { DraftContent, EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { count, document, instant, key, text } from "../../../kernel/db/columns.js";

export interface DraftRow {
  readonly id: string;
  readonly accountId: string;
  readonly content: DraftContent;
  readonly revision: number;
  readonly createdAt: EpochMs;
  readonly updatedAt: EpochMs;
  readonly expiresAt: EpochMs;
}

export const draftTable = new EntitySchema<DraftRow>({
  name: "draft",
  columns: {
    id: key("id"),
    accountId: text("account_id"),
    content: document("content"),
    revision: count("revision"),
    createdAt: instant("created_at"),
    updatedAt: instant("updated_at"),
    expiresAt: instant("expires_at"),
  },
  foreignKeys: [
    { name: "draft_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [
    { name: "draft_by_account", columns: ["accountId", "updatedAt"] },
    { name: "draft_by_expiry", columns: ["expiresAt"] },
  ],
});
