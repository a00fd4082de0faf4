/** Where an outgoing message stands, in one sentence for an administrator. */
import type { Language } from "@accord/domain";
import type { OutboxMessage } from "../../kernel/jobs/outbox.store.js";
import { tell, tellMoment } from "./messages/index.js";

export const stateOf = (language: Language, message: OutboxMessage): string => {
  const { sentAt, deadAt, bouncedAt, unsentBecause, attempts, lastError, availableAt } = message;
  const error = lastError ?? "";
  if (deadAt !== null) return tell(language, "stateDead", { error });
  if (bouncedAt !== null) return tell(language, "stateBounced");
  if (unsentBecause !== null) return tell(language, `state${unsentBecause}`);
  if (sentAt !== null) return tell(language, "stateSent");
  if (message.heldSince !== null) return tell(language, "stateHeldBack");
  const when = tellMoment(language, availableAt, "UTC");
  if (attempts > 0) return tell(language, "stateFailing", { count: attempts, when, error });
  return message.isHeld ? tell(language, "stateHeld", { when }) : tell(language, "stateWaiting");
};
