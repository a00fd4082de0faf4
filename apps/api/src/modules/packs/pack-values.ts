/** Values that entries of packs are made of; the message of each is the code of what was expected (domain: PACK_MESSAGES, WRONG_FORM). */
import { hasForbiddenCharacters, isCivilDate, isCurrency, isTimeZone, z } from "@accord/domain";

const NAME_MOST = 200;
export const TEXT_MOST = 2000;

// The message of a check is the code of what was expected (domain: PACK_MESSAGES, WRONG_FORM).
export const textOf = (max: number) =>
  z
    .string()
    .min(1, "TEXT")
    .max(max, "TEXT")
    .refine((value) => !hasForbiddenCharacters(value), "TEXT");
export const name = textOf(NAME_MOST);
export const text = textOf(TEXT_MOST);
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, "SLUG");
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "DAY")
  .refine(isCivilDate, "DAY");
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "TIME");
export const closingTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "TIME");
export const zone = z.string().max(100, "ZONE").refine(isTimeZone, "ZONE");
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "SLUG");
export const countryCode = z.string().regex(/^[A-Z]{2}$/, "SLUG");
export const currency = z.string().refine(isCurrency, "CURRENCY");
export const weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
export const count = z.number().int("NUMBER").min(0, "NUMBER").max(1_000_000, "NUMBER");
export const note = z.unknown().optional();
/** Where a fact comes from, and what its readers should know. */
export const NOTES = { note, source: note, sources: note, basis: note, confidence: note };
