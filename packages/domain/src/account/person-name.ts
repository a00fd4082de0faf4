/** Names as people have them: one word or many, told in parts or as one string (R53). */
import { checkText, type InputRefusal, TEXT_RULES } from "../shared/text.js";

export interface PersonName {
  readonly givenName: string;
  /** Empty for a person with one name, and where nothing told the parts apart. */
  readonly familyName: string;
}

/** What directories add behind a name: `(Extern)`, `[Contoso]`. */
const TRAILING_BRACKET = /\s*[([][^()[\]]*[)\]]\s*$/u;

/** A name told as one string: a comma puts the family first, a bracket behind it is dropped; else it is kept whole. */
export const splitName = (name: string): PersonName => {
  const bare = name.replace(TRAILING_BRACKET, "").trim();
  const whole = bare === "" ? name.trim() : bare;
  const [family = "", given = "", ...more] = whole.split(",").map((part) => part.trim());
  if (family === "" || given === "" || more.length > 0) return { givenName: whole, familyName: "" };
  return { givenName: given, familyName: family };
};

/** `Ana Ionescu`; `Plato`. */
export const joinName = ({ givenName, familyName }: PersonName): string =>
  [givenName, familyName].filter((part) => part !== "").join(" ");

/** Either part may be empty, not both. */
export const checkName = ({ givenName, familyName }: PersonName, path: readonly string[]): readonly InputRefusal[] => [
  ...checkText(givenName, { ...TEXT_RULES.personName, isRequired: familyName.trim() === "" }, [...path, "givenName"]),
  ...checkText(familyName, { ...TEXT_RULES.personName, isRequired: false }, [...path, "familyName"]),
];
