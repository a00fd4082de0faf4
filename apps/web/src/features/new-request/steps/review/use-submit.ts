/** Submits a draft once: the draft's own id is the idempotency key, so that a second click, tab or try makes no second request (R86, E1, E2). */
import type { ContactDetails, DraftContent } from "@accord/domain";
import { useMutation } from "@apollo/client/react";
import { useRef } from "react";
import { KEEPS_PAGE } from "../../../../lib/client";
import type { Confirmation } from "../confirmation/kept-confirmation";
import { SubmitRequestDocument, type SubmitRequestMutation } from "./submit.generated";

type Refusal = SubmitRequestMutation["createRequest"]["userErrors"][number];
export type SubmitAnswer = { readonly confirmation: Confirmation } | { readonly refusals: readonly Refusal[] };

const contactInput = ({ givenName, familyName, email, phone, preferredContactMethod, isSelf }: ContactDetails) => ({
  givenName,
  familyName,
  email,
  phone,
  preferredContactMethod,
  isSelf,
});

/** The input of the mutation; what is still missing goes as empty text and comes back as a refusal with its field. */
const inputOf = (draftId: string, content: DraftContent) => ({
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
  country: content.country ?? "",
  timeZone: content.timeZone ?? "",
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
});

/** `submit` answers null while an earlier call is under way or after one was confirmed. */
export function useSubmit(draftId: string) {
  const [mutate, { loading }] = useMutation(SubmitRequestDocument, { context: KEEPS_PAGE });
  const isUnderWay = useRef(false);
  const submit = async (content: DraftContent): Promise<SubmitAnswer | null> => {
    if (isUnderWay.current) return null;
    isUnderWay.current = true;
    let isConfirmed = false;
    try {
      const { data } = await mutate({ variables: { input: inputOf(draftId, content) } });
      const { confirmation, userErrors } = data?.createRequest ?? { confirmation: null, userErrors: [] };
      isConfirmed = confirmation !== null;
      return confirmation ? { confirmation } : { refusals: userErrors };
    } finally {
      // Nothing is sent again between the confirmation and the page that shows it.
      isUnderWay.current = isConfirmed;
    }
  };
  return { submit, isSubmitting: loading };
}
