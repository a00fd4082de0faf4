/** What of a draft goes along when a person continues with another account: all that was typed, never the plan (F32, reliability.md 5.9). */
import type { DraftContent } from "@accord/domain";

export const carriedContent = (content: DraftContent): DraftContent => ({
  ...content,
  planId: null,
  // "Myself" was the account before: the entry stays as typed, bound to nobody.
  primaryContact: content.primaryContact && { ...content.primaryContact, isSelf: false },
  additionalContacts: content.additionalContacts.map((contact) => ({ ...contact, isSelf: false })),
  completedSteps: content.completedSteps.filter((step) => step === "PROBLEM"),
});
