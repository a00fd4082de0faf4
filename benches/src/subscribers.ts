/** People who listen to one request over real WebSockets, and how long a message takes to each of them. */
import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { questionOf } from "./documents.js";

/** The product's own limit. */
const PER_CONNECTION = 10;
const SETTLE_MS = 1500;
const LATE_MS = 10_000;

export interface Delivery {
  readonly subscribers: number;
  readonly messages: number;
  /** Milliseconds from the post being sent to the event being there, over all subscribers and messages. */
  readonly p50: number;
  readonly p99: number;
  readonly missing: number;
}

interface Audience {
  readonly port: number;
  readonly token: string;
  readonly requestId: string;
  readonly subscribers: number;
  readonly messages: number;
}

/** Posts `messages` times, one after another; a message that some have not after ten seconds is missing for them. */
export const deliver = async (audience: Audience): Promise<Delivery> => {
  const { port, token, requestId, subscribers, messages } = audience;
  const times: number[] = [];
  let heard = (): void => undefined;
  const clients = Array.from({ length: Math.ceil(subscribers / PER_CONNECTION) }, () =>
    createClient({
      url: `ws://127.0.0.1:${port}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      lazy: false,
      retryAttempts: 0,
    }),
  );
  for (let number = 0; number < subscribers; number += 1)
    clients[Math.floor(number / PER_CONNECTION)]?.subscribe(
      { query: questionOf("Listen"), variables: { id: requestId } },
      {
        next: () => heard(),
        error: (problem) => console.error("a subscriber was lost", problem),
        complete: () => undefined,
      },
    );
  await delay(SETTLE_MS);
  let missing = 0;
  for (let message = 0; message < messages; message += 1) {
    let left = subscribers;
    const sent = performance.now();
    const all = new Promise<void>((done) => {
      heard = () => {
        times.push(performance.now() - sent);
        left -= 1;
        if (left === 0) done();
      };
    });
    await post(audience, `Message ${message} of ${subscribers}`);
    await Promise.race([all, delay(LATE_MS, undefined, { ref: false })]);
    missing += left;
  }
  for (const client of clients) await client.dispose();
  times.sort((one, other) => one - other);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { subscribers, messages, p50: at(0.5), p99: at(0.99), missing };
};

/** One message by the product's own mutation. */
export const post = async (
  { port, token, requestId }: Pick<Audience, "port" | "token" | "requestId">,
  text: string,
): Promise<void> => {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: questionOf("W5"), variables: { input: { requestId, text } } }),
  });
  const answer = (await response.json()) as { errors?: unknown; data?: { addCommunication: { userErrors: object[] } } };
  if (answer.errors !== undefined || answer.data?.addCommunication.userErrors.length !== 0)
    throw new Error(`a message was not taken: ${JSON.stringify(answer)}`);
};
