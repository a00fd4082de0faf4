/** Access ID and Agreement ID: together they name one agreement (R14), in whatever way people paste them (E13, E14). */

export interface IdPair {
  readonly accessId: string;
  readonly agreementId: string;
}

const MAX_ID = 64;
/** White space, every kind of dash, minus signs, underscores and invisible format characters carry no meaning in an ID. */
const NOISE = /[\s\p{Pd}\p{Cf}\u2212_]/gu;

/** Both IDs in their comparable form: NFKC, upper case, no separators, leading zeros kept; null when one cannot be an ID. */
export const normaliseIdPair = (accessId: string, agreementId: string): IdPair | null => {
  const access = normaliseId(accessId);
  const agreement = normaliseId(agreementId);
  return access === null || agreement === null ? null : { accessId: access, agreementId: agreement };
};

/** One ID in its comparable form, or null. */
export const normaliseId = (text: string): string | null => {
  // Bound before the work: a pasted book is no ID.
  if (text.length > MAX_ID * 4) return null;
  const compact = text.normalize("NFKC").replace(NOISE, "");
  return compact.length <= MAX_ID && /^[A-Za-z0-9]+$/.test(compact) ? compact.toUpperCase() : null;
};
