/** What is asked about the chosen problem (F34). */
import type { AskedForm, DraftContent } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { useMemo } from "react";
import { KEEPS_PAGE } from "../../../../../lib/client";
import { askedFormOf } from "./asked-form";
import { ProblemQuestionsDocument } from "./questions.generated";

export interface AskedQuestions {
  /** Null: nothing is asked. Undefined: not known, because no problem is chosen or no answer came yet. */
  readonly form: AskedForm | null | undefined;
  /** A problem is chosen, and what is asked about it is not known yet. */
  readonly isWaiting: boolean;
  /** No answer came. */
  readonly error: unknown;
  /** The questions as they are now; what was known before where no answer comes. */
  readonly askAgain: () => Promise<AskedForm | null | undefined>;
}

export function useAskedForm({ productVersionId, categoryId, problemId }: DraftContent): AskedQuestions {
  const isChosen = productVersionId !== null && categoryId !== null && problemId !== null;
  const asked = useQuery(ProblemQuestionsDocument, {
    variables: { productVersionId: productVersionId ?? "", categoryId: categoryId ?? "", problemId: problemId ?? "" },
    skip: !isChosen,
    // A form may move on while a draft is open.
    fetchPolicy: "cache-and-network",
    context: KEEPS_PAGE,
  });
  const wire = isChosen ? asked.data?.problemForm : undefined;
  const form = useMemo(() => (wire ? askedFormOf(wire) : wire), [wire]);
  const askAgain = async () => {
    if (!isChosen) return undefined;
    try {
      const { data } = await asked.refetch();
      const now = data?.problemForm;
      return now ? askedFormOf(now) : now === null ? null : undefined;
    } catch {
      return form;
    }
  };
  const error = form === undefined && isChosen ? asked.error : undefined;
  return { form, isWaiting: isChosen && form === undefined && error === undefined, error, askAgain };
}
