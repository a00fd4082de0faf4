/** One row of an import of agreements: what it describes, or the one thing that is wrong with it (F56, F77, E14). */
import { LANGUAGES } from "../account/account.js";
import { normaliseEmail } from "../account/email.js";
import type { Programme } from "../plan/support-plan.js";
import { type CivilDate, isCivilDate } from "../shared/calendar.js";
import { makeReadable } from "../shared/readable-text.js";
import { TEXT_RULES } from "../shared/text.js";
import { type IdPair, normaliseIdPair } from "./id-pair.js";
import type { Recipient } from "./manage-agreement.js";

export const IMPORT_COLUMNS = [
  "programme",
  "accessId",
  "agreementId",
  "startsOn",
  "endsOn",
  "incidents",
  "used",
  "recipientName",
  "recipientEmail",
  "language",
] as const;
/** What every row must have. */
export const IMPORT_COLUMNS_NEEDED = IMPORT_COLUMNS.slice(0, 4);
export type ImportRow = Partial<Record<(typeof IMPORT_COLUMNS)[number], string>>;

export const IMPORT_PROBLEMS = [
  "PROGRAMME_UNKNOWN",
  "PROGRAMME_NOT_ISSUED",
  "IDS_NOT_VALID",
  "STARTS_ON_NOT_VALID",
  "ENDS_ON_NOT_VALID",
  "COUNT_NOT_VALID",
  "MORE_USED_THAN_GRANTED",
  "RECIPIENT_NOT_VALID",
  "LANGUAGE_NOT_VALID",
  "REPEATED",
] as const;
export interface ImportProblem {
  readonly code: (typeof IMPORT_PROBLEMS)[number];
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ImportedAgreement {
  readonly programme: Programme;
  readonly pair: IdPair;
  readonly startsOn: CivilDate;
  /** Null: by the programme's term. */
  readonly endsOn: CivilDate | null;
  /** Null: unlimited. */
  readonly incidents: number | null;
  /** Used elsewhere before: one opening entry. */
  readonly used: number;
  readonly recipient: Recipient;
}

export type ReadRow =
  | { readonly ok: true; readonly agreement: ImportedAgreement }
  | { readonly ok: false; readonly problem: ImportProblem };

const problem = (code: ImportProblem["code"], params: ImportProblem["params"] = {}): ReadRow => ({
  ok: false,
  problem: { code, params },
});

/** IDs stay text: leading zeros are kept, and a missing check digit is no fault. */
export const readImportRow = (row: ImportRow, programmes: ReadonlyMap<string, Programme>): ReadRow => {
  const programme = programmes.get(row.programme ?? "");
  if (programme === undefined) return problem("PROGRAMME_UNKNOWN", { programme: (row.programme ?? "").slice(0, 64) });
  if (programme.origin !== "AGREEMENT") return problem("PROGRAMME_NOT_ISSUED", { programme: programme.id });
  const pair = normaliseIdPair(row.accessId ?? "", row.agreementId ?? "");
  if (pair === null) return problem("IDS_NOT_VALID");
  const { startsOn = "", endsOn = "" } = row;
  if (!isCivilDate(startsOn)) return problem("STARTS_ON_NOT_VALID");
  if (endsOn !== "" && (!isCivilDate(endsOn) || endsOn < startsOn)) return problem("ENDS_ON_NOT_VALID");
  const incidents = readCount(row.incidents, programme.incidents);
  const used = readCount(row.used, 0);
  if (incidents === undefined || used === undefined || used === null) return problem("COUNT_NOT_VALID");
  if (incidents !== null && used > incidents) return problem("MORE_USED_THAN_GRANTED", { used, incidents });
  const recipient = readRecipient(row);
  if ("code" in recipient) return { ok: false, problem: recipient };
  return {
    ok: true,
    agreement: { programme, pair, startsOn, endsOn: endsOn || null, incidents, used, recipient },
  };
};

/** Undefined: not a count. */
const readCount = (text: string | undefined, otherwise: number | null): number | null | undefined => {
  if (text === undefined || text === "") return otherwise;
  if (text === "unlimited") return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
};

const readRecipient = (row: ImportRow): Recipient | ImportProblem => {
  const name = makeReadable(row.recipientName ?? "", false).trim() || null;
  const email = row.recipientEmail?.trim() || null;
  const address = email === null ? null : normaliseEmail(email);
  const isNameBad = name !== null && name.length > TEXT_RULES.personName.max;
  if (isNameBad || (email !== null && address === null)) return { code: "RECIPIENT_NOT_VALID", params: {} };
  const language = LANGUAGES.find((each) => each === (row.language || "en"));
  if (language === undefined) return { code: "LANGUAGE_NOT_VALID", params: {} };
  return { name, email: address, language };
};
