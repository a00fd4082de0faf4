/** What buying needs beyond a request: the provider of this installation, and where people come back to. */
import type { Price, Purchase, TimeZoneName } from "@accord/domain";
import type { Clock } from "../../kernel/clock.js";
import type { Database } from "../../kernel/db/index.js";
import { given } from "../../kernel/service.js";
import type { CatalogueIndex } from "../catalogue/module.js";
import type { PaymentGateway } from "./payments/gateway.js";

export interface Shop {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: ShopLog;
  readonly gateway: PaymentGateway;
  readonly publicOrigin: string;
  readonly entitlementZone: TimeZoneName;
  readonly catalogue: () => Promise<CatalogueIndex>;
  /** Calls that run in this process, by purchase: whoever asks again waits for the same. */
  readonly running: Map<string, Promise<Purchase>>;
}

export interface ShopLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The shop of this program; null: nothing is sold here. */
export const vendorShop = given<Shop | null>("a shop");

export const createShop = (parts: Omit<Shop, "running">): Shop => ({ ...parts, running: new Map() });

/** Whether a price can be charged here: every one where nothing is sold. */
export const takenBy =
  (shop: Shop | null) =>
  (price: Price): boolean =>
    shop === null || shop.gateway.takes(price);

/** The page of a purchase: where a browser comes back to from the bank's question. */
export const purchaseUrl = ({ publicOrigin }: Pick<Shop, "publicOrigin">, purchaseId: string): string =>
  `${publicOrigin}/purchases/${purchaseId}`;

declare module "../../kernel/graphql/context.js" {
  interface ModuleContext {
    /** Who incidents are paid through; null: nothing is sold here. */
    readonly shop: Shop | null;
    /** Signs what a receipt says. */
    readonly signReceipt: (statement: string) => string;
  }
}
