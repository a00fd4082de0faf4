/** What a payment provider calls an account. */
import type { GatewayName } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { choice, text } from "../../../kernel/db/columns.js";

export interface PaymentCustomerRow {
  readonly accountId: string;
  readonly gateway: GatewayName;
  readonly customerRef: string;
}

export const paymentCustomerTable = new EntitySchema<PaymentCustomerRow>({
  name: "payment_customer",
  columns: {
    accountId: text("account_id", { primary: true }),
    gateway: choice("gateway", { primary: true }),
    customerRef: text("customer_ref"),
  },
  foreignKeys: [
    { name: "payment_customer_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
});
