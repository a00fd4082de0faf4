/** The tables of purchases; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { cardSetupTable } from "./card-setup.table.js";
import { paymentCustomerTable } from "./payment-customer.table.js";
import { paymentMethodTable } from "./payment-method.table.js";
import { purchaseTable } from "./purchase.table.js";
import { receiptCountTable } from "./receipt-count.table.js";
import { webhookEventTable } from "./webhook-event.table.js";

export const purchasesStorage: StoragePart = {
  tables: [
    cardSetupTable,
    paymentCustomerTable,
    paymentMethodTable,
    purchaseTable,
    receiptCountTable,
    webhookEventTable,
  ],
};
