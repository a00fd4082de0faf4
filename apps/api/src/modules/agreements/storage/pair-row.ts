/** An ID pair as a row of `agreement_pair`: found by a keyed hash, kept encrypted, shown by its endings. */

import type { IdPair } from "@accord/domain";
import type { RowOf } from "../../../kernel/db/columns.js";
import type { PairCipher } from "../../../kernel/db/pair-cipher.js";
import type { agreementPairTable } from "./agreement-pair.table.js";

type PairRow = Omit<RowOf<typeof agreementPairTable>, "planId">;

export const pairRowOf = (cipher: PairCipher, planId: string, pair: IdPair): PairRow => ({
  lookup: cipher.lookup(pair),
  keyId: cipher.keyId,
  sealed: cipher.seal(pair, planId),
  accessIdEnding: endingOf(pair.accessId),
  agreementIdEnding: endingOf(pair.agreementId),
});

/** The last four characters; of a short id never more than half. */
const endingOf = (id: string): string => id.slice(-Math.min(4, Math.max(1, Math.floor(id.length / 2))));
