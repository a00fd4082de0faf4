/** Why a row of an import was not taken, in both languages; ICU text (F56, K2). */
import type { Language } from "../account/account.js";
import type { ImportProblem } from "../agreement/import-row.js";

/** PLACE stands before each sentence that is about one cell. */
type Sentences = Readonly<Record<ImportProblem["code"] | "PLACE", string>>;

const en: Sentences = {
  PLACE: "{cell, select, none {Column {column}} other {Cell {cell} ({column})}}",
  PROGRAMME_UNKNOWN: "There is no programme {programme}.",
  PROGRAMME_NOT_ISSUED: "{programme} is bought, not issued.",
  CELL_NOT_VALID:
    "{fault, select, EMPTY {Empty, and needed.} LONG {Longer than 1,000 characters.} FORMULA {A formula. Replace it by its value.} ERROR {An error of the spreadsheet. Correct it there.} FLAG {True or false is no value here.} TIME {A time of day is no value here.} LIST {A list or an object is no value here.} DAY_OTHER_ORDER {Countries differ in which part of {value} is the day. Write it as 2026-10-01.} DAY_IMPOSSIBLE {There is no day {value}.} DAY_NUMBER {{value} is a number, not a day. Write it as 2026-10-01, or format the cell as a date.} DAY_OTHER {{value} is not a day as 2026-10-01.} COUNT_DECIMAL {{value} is not a whole number. Write it without decimals, as 20.} COUNT_GROUPED {{value} is not written in digits alone. Write it as 1000.} COUNT_SCIENTIFIC {{value} is in scientific form. Write all digits.} COUNT_LEADING_ZERO {{value} begins with a zero. Write it as 5.} COUNT_NEGATIVE {{value} is below zero.} COUNT_LARGE {{value} is more than 999999.} COUNT_OTHER {{value} is not a whole number as 20.} IDENTIFIER_NUMBER {{value} is stored as a number, which loses leading zeros. Enter the ID as text.} IDENTIFIER_SCIENTIFIC {{value} is a number in scientific form, not the ID. Format the column as text and enter the ID again.} IDENTIFIER_DAY {{value} is a day, not an ID. Format the column as text and enter the ID again.} IDENTIFIER_OTHER {An ID has 1 to 64 letters and digits.} TEXT_NUMBER {{value} is stored as a number. Enter it as text.} TEXT_DAY {{value} is stored as a day. Enter it as text.} other {This value cannot be used.}}",
  CELLS_TOO_MANY:
    "The line has {cells, plural, one {# cell} other {# cells}}, the head {columns}. {form, select, XLSX {Remove what stands beside the columns, or name its column in the head.} other {A cell with a separator in it, such as 20,5, needs quotation marks around it.}}",
  ENDS_BEFORE_START: "The last day is before the first.",
  MORE_USED_THAN_GRANTED: "{used, plural, one {# incident is} other {# incidents are}} used of {incidents}.",
  RECIPIENT_NOT_VALID: "This name or e-mail address cannot be used.",
  LANGUAGE_NOT_VALID: "The language is en or ro.",
  REPEATED: "The same pair of IDs stands on line {line} already.",
};

const ro: Sentences = {
  PLACE: "{cell, select, none {Coloana {column}} other {Celula {cell} ({column})}}",
  PROGRAMME_UNKNOWN: "Nu există programul {programme}.",
  PROGRAMME_NOT_ISSUED: "{programme} se cumpără, nu se emite.",
  CELL_NOT_VALID:
    "{fault, select, EMPTY {Este goală, dar este necesară.} LONG {Are peste 1.000 de caractere.} FORMULA {Conține o formulă. Înlocuiți-o cu valoarea ei.} ERROR {Conține o eroare a foii de calcul. Corectați-o acolo.} FLAG {Adevărat sau fals nu este o valoare potrivită aici.} TIME {O oră nu este o valoare potrivită aici.} LIST {O listă sau un obiect nu este o valoare potrivită aici.} DAY_OTHER_ORDER {Ordinea zilei și a lunii din {value} diferă de la o țară la alta. Scrieți ziua ca 2026-10-01.} DAY_IMPOSSIBLE {Ziua {value} nu există.} DAY_NUMBER {{value} este un număr, nu o zi. Scrieți ziua ca 2026-10-01 sau formatați celula ca dată.} DAY_OTHER {{value} nu este o zi de forma 2026-10-01.} COUNT_DECIMAL {{value} nu este un număr întreg. Scrieți-l fără zecimale, ca 20.} COUNT_GROUPED {{value} nu este scris doar cu cifre. Scrieți-l ca 1000.} COUNT_SCIENTIFIC {{value} este în formă științifică. Scrieți toate cifrele.} COUNT_LEADING_ZERO {{value} începe cu zero. Scrieți-l ca 5.} COUNT_NEGATIVE {{value} este sub zero.} COUNT_LARGE {{value} este mai mult de 999999.} COUNT_OTHER {{value} nu este un număr întreg ca 20.} IDENTIFIER_NUMBER {{value} este salvat ca număr, care pierde zerourile de la început. Introduceți ID-ul ca text.} IDENTIFIER_SCIENTIFIC {{value} este un număr în formă științifică, nu ID-ul. Formatați coloana ca text și introduceți din nou ID-ul.} IDENTIFIER_DAY {{value} este o zi, nu un ID. Formatați coloana ca text și introduceți din nou ID-ul.} IDENTIFIER_OTHER {Un ID are între 1 și 64 de litere și cifre.} TEXT_NUMBER {{value} este salvat ca număr. Introduceți-l ca text.} TEXT_DAY {{value} este salvat ca dată. Introduceți-l ca text.} other {Această valoare nu poate fi folosită.}}",
  CELLS_TOO_MANY:
    "Linia are {cells, plural, one {o celulă} few {# celule} other {# de celule}}, iar antetul {columns}. {form, select, XLSX {Ștergeți ce se află lângă coloane sau numiți coloana în antet.} other {O celulă care conține un separator, precum 20,5, trebuie pusă între ghilimele.}}",
  ENDS_BEFORE_START: "Ultima zi este înaintea primei.",
  MORE_USED_THAN_GRANTED:
    "{used, plural, one {Este folosit # incident} few {Sunt folosite # incidente} other {Sunt folosite # de incidente}} din {incidents}.",
  RECIPIENT_NOT_VALID: "Acest nume sau această adresă de e-mail nu poate fi folosită.",
  LANGUAGE_NOT_VALID: "Limba este en sau ro.",
  REPEATED: "Aceeași pereche de ID-uri se află deja pe linia {line}.",
};

export const IMPORT_MESSAGES: Readonly<Record<Language, Sentences>> = { en, ro };
