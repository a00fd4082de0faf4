/** The terms a buyer agrees to, and where they stand (R79, F28). */
import { PURCHASE_TERMS_VERSION } from "@accord/domain";

export const PURCHASE_TERMS = { version: PURCHASE_TERMS_VERSION, url: "/help/purchase-terms" } as const;
