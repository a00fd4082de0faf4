/** What is wrong with a pack, in both languages; ICU text (F57, F59). */
import type { Language } from "../account/account.js";
import type { PackProblemCode } from "../pack/pack.js";
import { IMPORT_MESSAGES } from "./imports.js";
import { refusalsEn } from "./refusals.en.js";
import { refusalsRo } from "./refusals.ro.js";

type Sentences = Readonly<Record<PackProblemCode, string>>;

const en: Sentences = {
  NOT_JSON: "The file is not JSON from here on.",
  NOT_A_TABLE: refusalsEn.TABLE_NOT_READ.message,
  CELLS_TOO_MANY: IMPORT_MESSAGES.en.CELLS_TOO_MANY,
  CELL_NOT_VALID: `{column}: ${IMPORT_MESSAGES.en.CELL_NOT_VALID}`,
  TOO_LARGE: "There is more here than a pack may have: at most {max}.",
  NAME_TWICE: "{name} stands here twice.",
  MISSING: "{name} is missing.",
  UNKNOWN_NAME: "Nothing is known by the name {name}.",
  WRONG_FORM:
    "Expected {expected, select, DAY {a day such as 2027-04-01} TIME {a time such as 09:00} TEXT {a text of 1 to {max} characters} NUMBER {a whole number in its bounds} FLAG {true or false} LIST {a list} OBJECT {an object} ZONE {an IANA time zone} SLUG {a slug of small letters, digits and hyphens} CHOICE {one of: {options}} AMOUNT {an amount such as 499.00, with no more decimals than its currency has} CURRENCY {a currency of ISO 4217 such as EUR} other {another value}}.",
  REPEATED: "{value} is there already, on line {first}.",
  ENDS_BEFORE_START: "The end, {end}, lies before the start, {start}.",
  NOT_THERE:
    "There is no {what, select, PORTAL {portal} PRODUCT {product} VERSION {version} REGION {region} COUNTRY {country} TEAM {team} MEMBER {member of this team} ZONE {time zone of the country} other {topic of the family}} {value}.",
  IN_USE:
    "{value} is missing here and still in use: {usedBy, select, PLANS {{count, plural, one {# plan} other {# plans}}} REQUESTS {{count, plural, one {# request} other {# requests}}} DRAFTS {{count, plural, one {# draft} other {# drafts}}} other {{count, plural, one {# profile} other {# profiles}}}}. What is in use stays.",
  NO_STAFF: "{value} is not the address of exactly one engineer or lead.",
  DAY_PAST: "{value} is past: a pack takes effect today or later.",
};

const ro: Sentences = {
  NOT_JSON: "De aici înainte, fișierul nu este JSON.",
  NOT_A_TABLE: refusalsRo.TABLE_NOT_READ.message,
  CELLS_TOO_MANY: IMPORT_MESSAGES.ro.CELLS_TOO_MANY,
  CELL_NOT_VALID: `{column}: ${IMPORT_MESSAGES.ro.CELL_NOT_VALID}`,
  TOO_LARGE: "Conține mai mult decât poate avea un pachet: cel mult {max}.",
  NAME_TWICE: "{name} apare aici de două ori.",
  MISSING: "Lipsește {name}.",
  UNKNOWN_NAME: "Numele {name} nu este cunoscut.",
  WRONG_FORM:
    "Se așteaptă {expected, select, DAY {o zi de forma 2027-04-01} TIME {o oră de forma 09:00} TEXT {un text de 1 până la {max} caractere} NUMBER {un număr întreg între limitele sale} FLAG {true sau false} LIST {o listă} OBJECT {un obiect} ZONE {un fus orar IANA} SLUG {un nume din litere mici, cifre și cratime} CHOICE {una dintre valorile: {options}} AMOUNT {o sumă de forma 499.00, cu cel mult atâtea zecimale câte are moneda ei} CURRENCY {o monedă din ISO 4217, precum EUR} other {altă valoare}}.",
  REPEATED: "{value} există deja, pe linia {first}.",
  ENDS_BEFORE_START: "Sfârșitul, {end}, este înainte de început, {start}.",
  NOT_THERE:
    "Nu există {what, select, PORTAL {portalul} PRODUCT {produsul} VERSION {versiunea} REGION {regiunea} COUNTRY {țara} TEAM {echipa} MEMBER {în această echipă} ZONE {în această țară fusul orar} other {lista de subiecte a familiei}} {value}.",
  IN_USE:
    "{value} lipsește de aici, dar se folosește încă: {usedBy, select, PLANS {{count, plural, one {# plan} few {# planuri} other {# de planuri}}} REQUESTS {{count, plural, one {# solicitare} few {# solicitări} other {# de solicitări}}} DRAFTS {{count, plural, one {# schiță} few {# schițe} other {# de schițe}}} other {{count, plural, one {# profil} few {# profiluri} other {# de profiluri}}}}. Ce se folosește rămâne.",
  NO_STAFF: "{value} nu este adresa exact a unui inginer sau a unui coordonator.",
  DAY_PAST: "{value} a trecut: un pachet intră în vigoare astăzi sau mai târziu.",
};

export const PACK_MESSAGES: Readonly<Record<Language, Sentences>> = { en, ro };
