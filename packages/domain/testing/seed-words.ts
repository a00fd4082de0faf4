/** The words of the data files, as the domain says them. */
import type { AccountKind, Delivery, EndStatus } from "../src/index.js";
import type { SeedVersion } from "./seed-files.js";

export const KINDS = { msa: "PERSONAL", entra: "WORK", partner: "PARTNER" } as const satisfies Record<
  string,
  AccountKind
>;
export const DELIVERY: Record<string, Delivery> = { "on-premises": "ON_PREMISES", cloud: "CLOUD" };
export const END: Record<SeedVersion["endStatus"], EndStatus> = {
  dated: "DATED",
  open: "OPEN",
  unknown: "UNKNOWN",
  "follows-os": "FOLLOWS_HOST",
};
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
