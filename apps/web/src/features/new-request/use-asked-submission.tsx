/** Submitting asks first when a file did not arrive (F47, K12). */
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { SendGate } from "../files";

interface Options {
  readonly draftId: string;
  /** Whether the review is open: a question is over once it is left. */
  readonly isOpen: boolean;
  /** What is done once nothing is missing, or is to go without. */
  readonly send: () => unknown;
}

/** `gate` belongs on the page. */
export function useAskedSubmission({ draftId, isOpen, send }: Options): { submit: () => void; gate: ReactNode } {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!isOpen) setAsked(false);
  }, [isOpen]);
  const go = useCallback(() => {
    setAsked(false);
    void send();
  }, [send]);
  return {
    submit: () => setAsked(true),
    gate: isOpen && <SendGate owner={{ draftId }} isAsked={isAsked} onGo={go} onStay={() => setAsked(false)} />,
  };
}
