/** The key of an account: (issuer, subject), never an address. */
import { EntitySchema } from "typeorm";
import { key, text } from "../../../kernel/db/columns.js";

export interface AccountIdentityRow {
  readonly issuer: string;
  readonly subject: string;
  readonly accountId: string;
}

export const accountIdentityTable = new EntitySchema<AccountIdentityRow>({
  name: "account_identity",
  columns: {
    issuer: key("issuer"),
    subject: key("subject"),
    accountId: text("account_id"),
  },
  foreignKeys: [
    { name: "account_identity_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "account_identity_by_account", columns: ["accountId"] }],
});
