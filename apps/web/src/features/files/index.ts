/** Files within other features (F37, F47). */
import { lazyPart } from "../../lib/lazy-part";

/** Chooses and uploads files, with progress. */
export const AttachmentPicker = lazyPart(() => import("./picker"));
/** Chips with state, download and preview. */
export const AttachmentList = lazyPart(() => import("./list"));
/** Asks before something goes without a file that did not arrive. */
export const SendGate = lazyPart(() => import("./send-gate"));
/** Chooses, uploads and sends files with a request, without a text. */
export const AttachmentSender = lazyPart(() => import("./sender"));
