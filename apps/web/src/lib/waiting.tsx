/** What stands on a page until its question is answered: its shape, or why there was no answer. */
import type { ReactNode } from "react";
import { FailureNotice } from "../ui/failure-notice";
import { askAgain } from "./ask-again";
import { useRefusalText } from "./refusal-text";

interface Props {
  /** Undefined while the answer is on its way. */
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
  /** Of what is coming. */
  readonly shape?: ReactNode;
}

export function Waiting({ error, refetch, shape = null }: Props) {
  const refusalText = useRefusalText();
  if (error === undefined) return shape;
  return <FailureNotice text={refusalText(error)} onRetry={() => void askAgain(refetch)} />;
}
