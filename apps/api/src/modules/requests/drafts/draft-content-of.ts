/** What came over the wire as a draft's content: nothing missing, nothing judged. */
import { type ContactDetails, type ContactMethod, type DraftContent, EMPTY_DRAFT } from "@accord/domain";
import { keptAnswersOf, walkOf } from "../../help/graphql.js";
import type { DraftAnswersInput } from "../../help/module.js";

type Loose<Shape> = { readonly [Name in keyof Shape]?: Shape[Name] | null };
export interface DraftInput extends Loose<Omit<DraftContent, "primaryContact" | "additionalContacts" | "answers">> {
  readonly primaryContact?: Loose<ContactDetails> | null;
  readonly additionalContacts?: readonly Loose<ContactDetails>[] | null;
  readonly answers?: readonly DraftAnswersInput[] | null;
}

const DEFAULT_METHOD: ContactMethod = "EMAIL";

export const draftContentOf = (input: DraftInput): DraftContent => ({
  productId: input.productId ?? null,
  productVersionId: input.productVersionId ?? null,
  categoryId: input.categoryId ?? null,
  problemId: input.problemId ?? null,
  title: input.title ?? EMPTY_DRAFT.title,
  description: input.description ?? EMPTY_DRAFT.description,
  planId: input.planId ?? null,
  severity: input.severity ?? null,
  support24x7: input.support24x7 ?? false,
  country: input.country ?? null,
  timeZone: input.timeZone ?? null,
  primaryContact:
    input.primaryContact === null || input.primaryContact === undefined ? null : contactOf(input.primaryContact),
  additionalContacts: (input.additionalContacts ?? []).map(contactOf),
  dialogueWalk: walkOf(input.dialogueWalk),
  answers: (input.answers ?? []).map(keptAnswersOf),
  completedSteps: [...new Set(input.completedSteps ?? [])],
});

const contactOf = (input: Loose<ContactDetails>): ContactDetails => ({
  givenName: input.givenName ?? "",
  familyName: input.familyName ?? "",
  email: input.email ?? "",
  phone: input.phone ?? null,
  preferredContactMethod: input.preferredContactMethod ?? DEFAULT_METHOD,
  isSelf: input.isSelf ?? false,
});
