/** One command: sent again under the same key while its content is the same, its refusals and failures ready to show. */
import { useCallback, useRef, useState } from "react";
import { newIdempotencyKey } from "./idempotency-key";
import { type RefusalText, type UserErrorFields, useRefusalText } from "./refusal-text";

export interface Command {
  readonly isBusy: boolean;
  readonly refusals: readonly UserErrorFields[];
  /** What belongs to no field: the command as a whole was refused, or had no answer. */
  readonly problem: RefusalText | null;
  /** `run` gets the idempotency key and gives the refusals. True: it is done. */
  readonly send: (
    content: object,
    run: (idempotencyKey: string) => Promise<readonly UserErrorFields[] | undefined>,
  ) => Promise<boolean>;
  readonly reset: () => void;
}

const NONE: readonly UserErrorFields[] = [];

/** `fields`: names of the fields that show their refusals themselves. */
export function useCommand(fields: readonly string[] = []): Command {
  const refusalText = useRefusalText();
  const [isBusy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState(NONE);
  const [failure, setFailure] = useState<unknown>(null);
  const intention = useRef({ content: "", key: "" });
  const whole = refusals.find((refusal) => !fields.includes(refusal.path?.at(-1) ?? ""));
  return {
    isBusy,
    refusals,
    problem: failure !== null ? refusalText(failure) : whole === undefined ? null : refusalText(whole),
    send: async (content, run) => {
      const text = JSON.stringify(content);
      if (intention.current.content !== text) intention.current = { content: text, key: newIdempotencyKey() };
      setBusy(true);
      setFailure(null);
      try {
        const errors = (await run(intention.current.key)) ?? NONE;
        setRefusals(errors);
        // The next one is another, even with the same content.
        if (errors.length === 0) intention.current = { content: "", key: "" };
        return errors.length === 0;
      } catch (error) {
        setRefusals(NONE);
        setFailure(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
    reset: useCallback(() => {
      setRefusals(NONE);
      setFailure(null);
    }, []),
  };
}
