/** A new ID pair: as it is written down for a person, and as it is compared (R14, F9). */
import { randomBytes } from "node:crypto";
import { ID_PAIR_BYTES, type IdPair, issueIdPair, normaliseIdPair } from "@accord/domain";

export interface NewPair {
  readonly shown: IdPair;
  readonly normal: IdPair;
}

export const newPair = (random: (bytes: number) => Uint8Array = randomBytes): NewPair => {
  const shown = issueIdPair(random(ID_PAIR_BYTES));
  const normal = normaliseIdPair(shown.accessId, shown.agreementId);
  if (normal === null) throw new Error("a new ID pair is not usable");
  return { shown, normal };
};

/** IDs that have the length of our own, in groups of four; others as they are. */
export const writePair = ({ accessId, agreementId }: IdPair): IdPair => ({
  accessId: inGroups(accessId),
  agreementId: inGroups(agreementId),
});

const inGroups = (id: string): string =>
  id.length % 4 === 0 && id.length >= 12 ? id.replace(/(.{4})(?=.)/g, "$1-") : id;
