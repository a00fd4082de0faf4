/** The machine's clock, for what a page counts down or calls today; whatever decides is the server's clock. */

/** Epoch milliseconds. */
export const now = (): number => Date.now();
