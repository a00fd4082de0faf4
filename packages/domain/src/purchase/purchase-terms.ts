/** Which text of the terms a buyer agrees to: another text is another version, and consent to an older one is none (R79, F28). */
export const PURCHASE_TERMS_VERSION = "2026-11-01";
