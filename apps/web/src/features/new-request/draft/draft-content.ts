/** The draft between the wire and the rules: one shape, without the wire's type names. */
import type { ContactDetails, DialogueWalk, DraftAnswers, DraftContent } from "@accord/domain";
import type { DraftContentInput, FlowStoredDraftFragment } from "../new-request-page.generated";
import type { StoredDraft } from "./draft-session";

type WireContact = FlowStoredDraftFragment["content"]["additionalContacts"][number];
type WireWalk = NonNullable<FlowStoredDraftFragment["content"]["dialogueWalk"]>;

const contactOf = ({ __typename, ...contact }: WireContact): ContactDetails => contact;
const walkOf = ({ treeSlug, version, steps }: WireWalk): DialogueWalk => ({
  treeSlug,
  version,
  steps: steps.map(({ __typename, ...move }) => move),
});

type WireAnswers = FlowStoredDraftFragment["content"]["answers"][number];
const answersOf = ({ formSlug, version, values }: WireAnswers): DraftAnswers => ({
  formSlug,
  version,
  values: values.map(({ __typename, ...answer }) => answer),
});

export function storedDraftOf({ id, revision, updatedAt, content: wire }: FlowStoredDraftFragment): StoredDraft {
  const { __typename, primaryContact, additionalContacts, dialogueWalk, answers, ...rest } = wire;
  const content: DraftContent = {
    ...rest,
    primaryContact: primaryContact ? contactOf(primaryContact) : null,
    additionalContacts: additionalContacts.map(contactOf),
    dialogueWalk: dialogueWalk ? walkOf(dialogueWalk) : null,
    answers: answers.map(answersOf),
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
