/** Views of the queue that an engineer keeps under a name (F41, F52). */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { document, instant, key, text } from "../../../kernel/db/columns.js";

export interface SavedViewRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly content: object;
  readonly updatedAt: EpochMs;
}

export const savedViewTable = new EntitySchema<SavedViewRow>({
  name: "saved_view",
  columns: {
    id: key("id"),
    accountId: text("account_id"),
    name: text("name"),
    content: document("content"),
    updatedAt: instant("updated_at"),
  },
  uniques: [{ name: "saved_view_name", columns: ["accountId", "name"] }],
  foreignKeys: [
    { name: "saved_view_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
});
