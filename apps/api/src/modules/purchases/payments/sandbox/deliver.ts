/** Delivers the sandbox's news to the portal, again and again until it says that it has them. */
import type { Clock } from "../../../../kernel/clock.js";
import { SIGNATURE_HEADER, signBody } from "./signature.js";
import type { Vault, VaultEvent } from "./vault.js";

const AGAIN_AFTER_MS = 2000;
const MOST_TRIES = 100;
const ANSWER_WITHIN_MS = 5000;

export interface Delivery {
  /** Something is to be delivered. */
  poke(): void;
  /** Resolves when everything was tried once. */
  round(): Promise<void>;
  stop(): Promise<void>;
}

export const startDelivery = (vault: Vault, clock: Clock, target: string): Delivery => {
  let running: Promise<void> | null = null;
  let isStopped = false;
  const round = async (): Promise<void> => {
    // One that runs may have begun before the newest event.
    await running;
    running ??= deliverAll(vault, clock, target, () => isStopped).finally(() => {
      running = null;
    });
    await running;
  };
  const timer = setInterval(() => {
    if (Object.keys(vault.content.events).length > 0) void round();
  }, AGAIN_AFTER_MS);
  timer.unref();
  return {
    // The reply to the call itself goes first.
    poke: () => void setTimeout(() => !isStopped && void round(), 100).unref(),
    round,
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
};

const deliverAll = async (vault: Vault, clock: Clock, target: string, isStopped: () => boolean): Promise<void> => {
  for (const event of Object.values(vault.content.events)) {
    if (isStopped()) return;
    const isTaken = await deliver(vault, clock, target, event);
    if (isTaken || event.tries + 1 >= MOST_TRIES) vault.forget("events", event.id);
    else vault.keep("events", event.id, { ...event, tries: event.tries + 1 });
  }
};

const deliver = async (
  vault: Vault,
  clock: Clock,
  target: string,
  { id, purchaseId, state }: VaultEvent,
): Promise<boolean> => {
  const body = Buffer.from(JSON.stringify({ id, purchaseId, state }));
  const post = async (): Promise<boolean> => {
    const response = await fetch(target, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        [SIGNATURE_HEADER]: signBody(vault.content.webhookSecret, body, clock.now()),
      },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  };
  // What was not acknowledged is sent again.
  const [posted] = await Promise.allSettled([post()]);
  return posted.status === "fulfilled" && posted.value;
};
