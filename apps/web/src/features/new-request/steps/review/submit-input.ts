/** What submits a draft: the draft's own id is the idempotency key, so that a second click, tab or try makes no second request (R86, E1, E2). */
import { type AskedForm, answersToSend, type ContactDetails, type DraftContent } from "@accord/domain";

const contactInput = ({ givenName, familyName, email, phone, preferredContactMethod, isSelf }: ContactDetails) => ({
  givenName,
  familyName,
  email,
  phone,
  preferredContactMethod,
  isSelf,
});

/** The input of the mutation; what is still missing goes as empty text or null and comes back as a refusal with its field. */
export const submitInput = (draftId: string, content: DraftContent, form: AskedForm | null) => ({
  idempotencyKey: `draft-${draftId}`,
  draftId,
  productVersionId: content.productVersionId ?? "",
  categoryId: content.categoryId ?? "",
  problemId: content.problemId ?? "",
  title: content.title,
  description: content.description,
  planId: content.planId ?? "",
  severity: content.severity ?? ("MINIMAL" as const),
  support24x7: content.support24x7,
  country: content.country,
  timeZone: content.timeZone,
  primaryContact: contactInput(
    content.primaryContact ?? {
      givenName: "",
      familyName: "",
      email: "",
      phone: null,
      preferredContactMethod: "EMAIL",
      isSelf: false,
    },
  ),
  additionalContacts: content.additionalContacts.map(contactInput),
  answers: answersToSend(form, content.answers),
  dialogueWalk: content.dialogueWalk,
});
