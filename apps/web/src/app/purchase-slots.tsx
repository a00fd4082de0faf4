/** Hands the buy panel to the pages that offer it; its code is loaded when it is first opened (R34, F24). */
import { lazy, type ReactNode, Suspense } from "react";
import { type BuyPanelProps, type PurchaseSlots, PurchaseSlotsContext } from "../lib/purchase-slots";
import { TextSkeleton } from "../ui/skeletons";
import { parts } from "./loads";

const LazyBuyPanel = lazy(parts.buyPanel);

const slots: PurchaseSlots = {
  BuyPanel: (props: BuyPanelProps) => (
    <Suspense fallback={<TextSkeleton />}>
      <LazyBuyPanel {...props} />
    </Suspense>
  ),
};

export function WithPurchases({ children }: { readonly children: ReactNode }) {
  return <PurchaseSlotsContext value={slots}>{children}</PurchaseSlotsContext>;
}
