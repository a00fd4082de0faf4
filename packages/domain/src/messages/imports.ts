/** Why a row of an import was not taken, in both languages; ICU text (F56). */
import type { Language } from "../account/account.js";
import type { ImportProblem } from "../agreement/import-row.js";

type Sentences = Readonly<Record<ImportProblem["code"], string>>;

const en: Sentences = {
  PROGRAMME_UNKNOWN: "There is no programme {programme}.",
  PROGRAMME_NOT_ISSUED: "{programme} is bought, not issued.",
  IDS_NOT_VALID: "An ID is missing, or has characters other than letters and digits.",
  STARTS_ON_NOT_VALID: "startsOn is not a day such as 2027-04-01.",
  ENDS_ON_NOT_VALID: "endsOn is not a day on or after startsOn.",
  COUNT_NOT_VALID: "incidents and used are whole numbers; incidents may be unlimited.",
  MORE_USED_THAN_GRANTED: "{used, plural, one {# incident is} other {# incidents are}} used of {incidents}.",
  RECIPIENT_NOT_VALID: "The recipient's name or e-mail address cannot be used.",
  LANGUAGE_NOT_VALID: "language is en or ro.",
  REPEATED: "The same pair of IDs stands on line {line} already.",
};

const ro: Sentences = {
  PROGRAMME_UNKNOWN: "Nu există programul {programme}.",
  PROGRAMME_NOT_ISSUED: "{programme} se cumpără, nu se emite.",
  IDS_NOT_VALID: "Lipsește un ID sau conține alte caractere decât litere și cifre.",
  STARTS_ON_NOT_VALID: "startsOn nu este o zi de forma 2027-04-01.",
  ENDS_ON_NOT_VALID: "endsOn nu este o zi egală cu startsOn sau ulterioară.",
  COUNT_NOT_VALID: "incidents și used sunt numere întregi; incidents poate fi unlimited.",
  MORE_USED_THAN_GRANTED:
    "{used, plural, one {Este folosit # incident} few {Sunt folosite # incidente} other {Sunt folosite # de incidente}} din {incidents}.",
  RECIPIENT_NOT_VALID: "Numele sau adresa de e-mail a destinatarului nu poate fi folosită.",
  LANGUAGE_NOT_VALID: "language este en sau ro.",
  REPEATED: "Aceeași pereche de ID-uri se află deja pe linia {line}.",
};

export const IMPORT_MESSAGES: Readonly<Record<Language, Sentences>> = { en, ro };
