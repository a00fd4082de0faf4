/** A draft keeps what was typed, right or wrong; only what cannot be stored or is far too long is refused (I-2). */
import {
  type ContactDetails,
  checkKeptAnswers,
  checkKeptWalk,
  checkText,
  type DraftContent,
  type Refusal,
  TEXT_RULES,
} from "@accord/domain";

const LONGEST_FIELD = 254;
const CHOICES = ["productId", "productVersionId", "categoryId", "problemId", "planId", "country", "timeZone"] as const;
const CONTACT_FIELDS = ["givenName", "familyName", "email", "phone"] as const;

type Rule = Parameters<typeof checkText>[1];
const field: Rule = { max: LONGEST_FIELD, isRequired: false, isMultiline: false };

export const checkDraft = (
  content: DraftContent,
): readonly Refusal<"INPUT_REQUIRED" | "INPUT_TOO_LONG" | "INPUT_INVALID">[] => [
  ...checkText(content.title, { ...TEXT_RULES.title, isRequired: false }, ["content", "title"]),
  ...checkText(content.description, { ...TEXT_RULES.description, isRequired: false }, ["content", "description"]),
  ...CHOICES.flatMap((name) => checkText(content[name], field, ["content", name])),
  ...(content.primaryContact === null ? [] : checkContact(content.primaryContact, ["content", "primaryContact"])),
  ...content.additionalContacts.flatMap((contact, place) =>
    checkContact(contact, ["content", "additionalContacts", String(place)]),
  ),
  ...(content.dialogueWalk === null ? [] : checkKeptWalk(content.dialogueWalk, ["content", "dialogueWalk"])),
  ...checkKeptAnswers(content.answers, ["content", "answers"]),
];

const checkContact = (contact: ContactDetails, path: readonly string[]): ReturnType<typeof checkDraft> =>
  CONTACT_FIELDS.flatMap((name) => checkText(contact[name], field, [...path, name]));
