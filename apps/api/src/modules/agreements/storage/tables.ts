/** The tables of agreements; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { activationLinkTable } from "./activation-link.table.js";
import { agreementPairTable } from "./agreement-pair.table.js";
import { agreementRecipientTable } from "./agreement-recipient.table.js";
import { entitlementLedgerTable } from "./entitlement-ledger.table.js";
import { planTable } from "./plan.table.js";
import { planActivationTable } from "./plan-activation.table.js";
import { registrationTable } from "./registration.table.js";

export const agreementsStorage: StoragePart = {
  tables: [
    activationLinkTable,
    agreementPairTable,
    agreementRecipientTable,
    entitlementLedgerTable,
    planActivationTable,
    planTable,
    registrationTable,
  ],
  appendOnly: ["entitlement_ledger"],
};
