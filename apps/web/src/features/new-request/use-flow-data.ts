/** What the rules need beside the draft: the chosen product and this account's plans judged for the chosen version. */
import type { DraftContent } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { useMemo, useState } from "react";
import { KEEPS_PAGE } from "../../lib/client";
import { contextOf } from "./flow-rules";
import type { FlowStartQuery } from "./new-request-page.generated";
import { PlansForVersionDocument } from "./steps/plan/form.generated";
import { ChosenProductDocument } from "./steps/problem/form.generated";
import { useAskedForm } from "./steps/problem/questions/use-asked-form";

export function useFlowData(content: DraftContent, start: FlowStartQuery) {
  const { productId, productVersionId, country } = content;
  const chosen = useQuery(ChosenProductDocument, {
    variables: { id: productId ?? "" },
    skip: productId === null,
    context: KEEPS_PAGE,
  });
  // Judged anew whenever it is asked: balances and dates move while people type (E2, E3).
  const judged = useQuery(PlansForVersionDocument, {
    variables: { productVersionId: productVersionId ?? "", country },
    skip: productVersionId === null,
    fetchPolicy: "cache-and-network",
    context: KEEPS_PAGE,
  });
  const questions = useAskedForm(content);
  const product = productId === null ? undefined : (chosen.data ?? chosen.previousData)?.product;
  const ownProduct = product?.id === productId ? product : undefined;
  const plans = productVersionId === null ? undefined : (judged.data ?? judged.previousData);
  const context = useMemo(
    () => contextOf({ content, start, product: ownProduct, plans, form: questions.form }),
    [content, start, ownProduct, plans, questions.form],
  );
  const judgeAgain = async () => (await judged.refetch()).data;
  const [wasReady, setWasReady] = useState(false);
  const isReady =
    (productId === null || ownProduct !== undefined) &&
    (productVersionId === null || plans !== undefined || judged.error !== undefined) &&
    !questions.isWaiting;
  if (isReady && !wasReady) setWasReady(true);
  return {
    product: ownProduct,
    plans,
    /** False while the plans are those of the version chosen before. */
    isJudged: judged.data !== undefined,
    context,
    questions,
    productError: chosen.error,
    plansError: judged.error,
    askProductAgain: () => void chosen.refetch(),
    judgeAgain,
    /** False while a stored draft waits for what it is judged by; a later choice keeps the page as it is. */
    isReady: isReady || wasReady,
  };
}
