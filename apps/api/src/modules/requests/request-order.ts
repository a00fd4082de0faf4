/** In which order an account's requests are told: by creation, or by the last change, so that what others did since is at one end. */
import type { ListOrder, PageArguments } from "../../kernel/graphql/page.js";

interface Order {
  readonly isByUpdate: boolean;
  readonly orderBy: ListOrder;
}

export const ORDERS = {
  NEWEST_FIRST: { isByUpdate: false, orderBy: "LISTED" },
  OLDEST_FIRST: { isByUpdate: false, orderBy: "REVERSED" },
  LATEST_UPDATE_FIRST: { isByUpdate: true, orderBy: "LISTED" },
  LATEST_UPDATE_LAST: { isByUpdate: true, orderBy: "REVERSED" },
} as const satisfies Readonly<Record<string, Order>>;

export type RequestOrder = keyof typeof ORDERS;

export interface RequestPageArguments extends Omit<PageArguments, "orderBy"> {
  readonly orderBy: RequestOrder;
}
