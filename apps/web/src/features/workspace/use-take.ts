/** Taking a request from the queue: sent once however often it is tried (F52). */
import { useMutation } from "@apollo/client/react";
import { useRef, useState } from "react";
import { newIdempotencyKey } from "../../lib/idempotency-key";
import { type RefusalText, useRefusalText } from "../../lib/refusal-text";
import { TakeRequestDocument } from "./workspace.generated";

interface Taking {
  readonly isBusy: boolean;
  readonly problem: RefusalText | null;
  readonly take: (requestId: string) => Promise<void>;
}

/** `onTaken` runs once the request is this account's; a refusal stays to be read. */
export function useTake(onTaken: () => void): Taking {
  const refusalText = useRefusalText();
  const [send, { loading }] = useMutation(TakeRequestDocument);
  const [failed, setFailed] = useState<{ readonly error: unknown } | null>(null);
  const intention = useRef({ requestId: "", key: "" });
  const take = async (requestId: string): Promise<void> => {
    if (intention.current.requestId !== requestId) intention.current = { requestId, key: newIdempotencyKey() };
    setFailed(null);
    try {
      const { data } = await send({ variables: { input: { requestId, idempotencyKey: intention.current.key } } });
      const refusal = data?.takeRequest.userErrors[0];
      // An answer ends the intention; without one the next try is the same command.
      intention.current = { requestId: "", key: "" };
      if (refusal !== undefined) setFailed({ error: refusal });
      else onTaken();
    } catch (error) {
      setFailed({ error });
    }
  };
  return { isBusy: loading, problem: failed === null ? null : refusalText(failed.error), take };
}
