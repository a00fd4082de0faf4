/** What a request needs of a plan: the product version it is about, judged at an instant. */
import type { Product, ProductVersion } from "../catalogue/product.js";
import type { EpochMs, TimeZoneName } from "../shared/calendar.js";

export interface Need {
  readonly product: Product;
  readonly version: ProductVersion;
  readonly at: EpochMs;
  /** Zone in which lifecycle days end: the catalogue's (E23), America/Los_Angeles in the example pack. */
  readonly lifecycleZone: TimeZoneName;
}
