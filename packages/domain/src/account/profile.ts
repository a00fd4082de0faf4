/** The one-time profile: country, zone, language, phone and how to reach the person (R52-R54). */
import type { Country } from "../region/region.js";
import { isTimeZone } from "../shared/calendar.js";
import { accept, type Result, refuseAll } from "../shared/result.js";
import { type InputRefusal, invalid, type TextRefusalCode } from "../shared/text.js";
import { z } from "../shared/validation.js";
import { type Account, CONTACT_METHODS, LANGUAGES, type Profile } from "./account.js";
import { checkName, type PersonName } from "./person-name.js";
import { normalisePhone } from "./phone.js";

/** The name is part of it only where the issuer did not tell its parts apart (R53). */
export interface ProfileInput {
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  readonly country?: string | null;
  readonly timeZone?: string | null;
  readonly language: string;
  readonly phone?: string | null;
  readonly preferredContactMethod: string;
}

const FIELDS = z.object({
  country: z.string().min(1).max(2),
  timeZone: z.string().min(1).max(64),
  language: z.enum(LANGUAGES),
  phone: z.string().max(40).nullish(),
  preferredContactMethod: z.enum(CONTACT_METHODS),
});

const EXPECTED = {
  country: "country",
  timeZone: "timeZone",
  language: "language",
  phone: "phone",
  preferredContactMethod: "choice",
} as const;

/** The profile as it is stored, or every refusal with the path of its field. */
export const decideProfile = (input: ProfileInput, countries: readonly Country[]): Result<Profile, TextRefusalCode> => {
  const parsed = FIELDS.safeParse(input);
  const refusals = parsed.success ? [] : parsed.error.issues.map((issue) => refusalOf(issue, input));
  const isFree = (field: keyof typeof EXPECTED): boolean => !refusals.some((refusal) => refusal.path?.[0] === field);
  const country = countries.find((candidate) => candidate.code === input.country);
  const phone = typeof input.phone === "string" && input.phone.trim() !== "" ? input.phone : null;
  if (isFree("country") && country === undefined) refusals.push(invalid(["country"], "country"));
  if (isFree("timeZone") && !isTimeZone(input.timeZone ?? "")) refusals.push(invalid(["timeZone"], "timeZone"));
  if (isFree("phone") && phone !== null && normalisePhone(phone) === null) refusals.push(invalid(["phone"], "phone"));
  if (isFree("phone") && phone === null && input.preferredContactMethod === "PHONE") {
    refusals.push({ code: "INPUT_REQUIRED", path: ["phone"], params: {} });
  }
  if (!parsed.success || refusals.length > 0) return refuseAll(refusals);
  return accept({ ...parsed.data, phone: phone === null ? null : normalisePhone(phone) });
};

/**
 * The name the person corrects; null: none is given. What the issuer states is not ours to change: INPUT_INVALID.
 */
export const decideOwnName = (
  { givenName, familyName }: Pick<ProfileInput, "givenName" | "familyName">,
  account: Pick<Account, "givenName" | "familyName" | "nameSource">,
): Result<PersonName | null, TextRefusalCode> => {
  if (givenName == null && familyName == null) return accept(null);
  const name = {
    givenName: givenName?.trim() ?? account.givenName,
    familyName: familyName?.trim() ?? account.familyName,
  };
  if (name.givenName === account.givenName && name.familyName === account.familyName) return accept(null);
  if (account.nameSource === "STATED") return refuseAll([invalid(["givenName"], "nameOfIssuer")]);
  const refusals = checkName(name, []);
  return refusals.length > 0 ? refuseAll(refusals) : accept(name);
};

/** One zod issue as a refusal: the code and the form expected, never zod's own sentence. */
const refusalOf = (issue: z.core.$ZodIssue, input: ProfileInput): InputRefusal => {
  const field = String(issue.path[0]) as keyof typeof EXPECTED;
  const value = input[field];
  if (value === undefined || value === null || value === "")
    return { code: "INPUT_REQUIRED", path: [field], params: {} };
  if (issue.code === "too_big" && field !== "country") {
    return { code: "INPUT_TOO_LONG", path: [field], params: { max: Number(issue.maximum) } };
  }
  return invalid([field], EXPECTED[field]);
};
