/** Buying within other features (R34, F24). */
import { lazyPart } from "../../lib/lazy-part";
import { TextSkeleton } from "../../ui/skeletons";

export const BuyPanel = lazyPart(() => import("./buy-panel/buy-panel"), <TextSkeleton />);
