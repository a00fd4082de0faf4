/** The draft between the wire and the rules: one shape, without the wire's type names. */
import type { ContactDetails, DraftContent } from "@accord/domain";
import type { DraftContentInput, FlowStoredDraftFragment } from "../new-request-page.generated";
import type { StoredDraft } from "./draft-session";

type WireContact = FlowStoredDraftFragment["content"]["additionalContacts"][number];

const contactOf = ({ __typename, ...contact }: WireContact): ContactDetails => contact;

export function storedDraftOf({ id, revision, updatedAt, content: wire }: FlowStoredDraftFragment): StoredDraft {
  const { __typename, primaryContact, additionalContacts, ...rest } = wire;
  const content: DraftContent = {
    ...rest,
    primaryContact: primaryContact ? contactOf(primaryContact) : null,
    additionalContacts: additionalContacts.map(contactOf),
  };
  return { id, revision, updatedAt, content };
}

export const toInput = (content: DraftContent): DraftContentInput => content;

/** True when nothing was typed or chosen yet beyond what the profile filled in. */
export const isUntouched = (content: DraftContent): boolean =>
  content.productId === null &&
  content.title === "" &&
  content.description === "" &&
  content.additionalContacts.length === 0;
