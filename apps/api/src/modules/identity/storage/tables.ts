/** The tables of identity; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { accountTable } from "./account.table.js";
import { accountIdentityTable } from "./account-identity.table.js";
import { accountRoleTable } from "./account-role.table.js";
import { addressConfirmationTable } from "./address-confirmation.table.js";
import { oidcModelTable } from "./oidc-model.table.js";
import { partnerTenantTable } from "./partner-tenant.table.js";
import { sessionTable } from "./session.table.js";
import { tokenTable } from "./token.table.js";

export const identityStorage: StoragePart = {
  tables: [
    accountIdentityTable,
    accountRoleTable,
    accountTable,
    addressConfirmationTable,
    oidcModelTable,
    partnerTenantTable,
    sessionTable,
    tokenTable,
  ],
};
