/** One's own request beside the queue; its code is loaded when the first is opened there (F52). */
import { lazyPart } from "../../lib/lazy-part";
import { RowSkeletons } from "../../ui/skeletons";

export const OwnRequest = lazyPart(() => import("./request/request-desk"), <RowSkeletons count={4} />);
