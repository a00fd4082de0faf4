/** Which form of the long proofs runs: the short one in `npm test`, the long one in `npm run test:t1` (docs/proof.md). */
export const isLong = process.env.TEST_TIER === "1";

/** The tag of a journey that only the long form tells, because another story proves the same in short. */
export const LONG = "@long";

/** The details of a journey: told in short as well when `isShort`. */
export const toldInShort = (isShort: boolean): { tag: string[] } => ({ tag: isShort ? [] : [LONG] });
