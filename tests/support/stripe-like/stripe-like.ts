/** A local server that keeps Stripe's documented behaviour for our calls: keys with stored replay, declines, challenges, faults, signed deliveries. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { StripeSettings } from "../../../apps/api/src/modules/purchases/module.js";
import { Book, type LikeEvent } from "./book.js";
import { type Answer, answerCall, type Call, refusal } from "./calls.js";
import { readStripeForm } from "./form.js";
import { signStripeBody } from "./sign.js";

/** How one call goes wrong: what is done, and what the caller hears of it. SLOW answers after so many ms; HOLD never does. */
export type Fault =
  | "HOLD_BEFORE"
  | "HOLD_AFTER"
  | "ERROR_500_AFTER"
  | "RESET_AFTER"
  | "RATE_LIMITED"
  | "OTHER_CURRENCY"
  | { readonly slow: number };

export interface StripeLike {
  readonly settings: StripeSettings;
  readonly book: Book;
  /** Names of the calls as they came: `POST /v1/payment_intents`. */
  readonly calls: string[];
  /** Decides for each call how it goes wrong; null: it does not. */
  fault: ((call: Call) => Fault | null) | null;
  /** Runs between what a call did and its answer; one that never ends leaves the caller without. */
  beforeAnswer: ((call: Call) => Promise<void>) | null;
  /** As after a day: results under keys are forgotten. */
  forgetKeys(): void;
  /** Delivers an event to the portal as Stripe does, or with another secret or time; answers the status, 0 where nobody listens. */
  deliver(origin: string, event: LikeEvent, how?: { readonly at?: number; readonly secret?: string }): Promise<number>;
  stop(): Promise<void>;
}

const SECRET_KEY = "sk_test_like";
const WEBHOOK_SECRET = "whsec_like";

interface Kept {
  readonly fingerprint: string;
  /** Null: the first call under the key is still running. */
  answer: Answer | null;
}

export const startStripeLike = async (): Promise<StripeLike> => {
  const kept = new Map<string, Kept>();
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const book = new Book(origin);

  const like: StripeLike = {
    settings: {
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      publishableKey: "pk_test_like",
      apiBase: origin,
    },
    book,
    calls: [],
    fault: null,
    beforeAnswer: null,
    forgetKeys: () => kept.clear(),
    deliver: async (portal, { body }, { at = Date.now(), secret = WEBHOOK_SECRET } = {}) => {
      const headers = { "content-type": "application/json", ...signStripeBody(body, at, secret) };
      const reply = await fetch(`${portal}/webhooks/payments`, { method: "POST", headers, body }).catch(() => null);
      await reply?.arrayBuffer().catch(() => null);
      return reply?.status ?? 0;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await readCall(request);
    like.calls.push(`${call.method} ${call.path}`);
    if (request.headers.authorization !== `Bearer ${SECRET_KEY}`)
      return send(response, refusal(401, { type: "invalid_request_error", message: "Invalid API Key" }));
    const fault = like.fault?.(call) ?? null;
    if (fault === "HOLD_BEFORE") return;
    if (fault === "RATE_LIMITED")
      return send(response, refusal(429, { type: "invalid_request_error", code: "rate_limit", message: "Too many" }));
    const answer = answerOnce(call, fault);
    await like.beforeAnswer?.(call);
    if (fault === "HOLD_AFTER") return;
    if (fault === "RESET_AFTER") return void request.socket.resetAndDestroy();
    if (typeof fault === "object" && fault !== null) await new Promise((done) => setTimeout(done, fault.slow).unref());
    send(response, answer);
  };

  /** The first result under a key is the result, whatever it was; the key belongs to what it was first used for. */
  const answerOnce = (call: Call, fault: Fault | null): Answer => {
    if (call.method !== "POST" || call.key === null) return answerNow(call, fault);
    const fingerprint = createHash("sha256")
      .update(`${call.path}\n${JSON.stringify(call.form)}`)
      .digest("hex");
    const known = kept.get(call.key);
    if (known !== undefined && known.fingerprint !== fingerprint)
      return refusal(400, { type: "idempotency_error", message: "Keys can only be used with the same parameters" });
    if (known?.answer) return known.answer;
    const answer = answerNow(call, fault);
    if (answer.isKept) kept.set(call.key, { fingerprint, answer });
    return answer;
  };

  const answerNow = (call: Call, fault: Fault | null): Answer => {
    const isOther = fault === "OTHER_CURRENCY" && typeof call.form.currency === "string";
    const asked = isOther ? { ...call, form: { ...call.form, currency: "xts" } } : call;
    const answer = answerCall(book, asked);
    if (answer === null) return refusal(404, { type: "invalid_request_error", message: "Unrecognized request URL" });
    return fault === "ERROR_500_AFTER" ? refusal(500, { type: "api_error", message: "Internal" }, true) : answer;
  };
  return like;
};

const readCall = async (request: IncomingMessage): Promise<Call> => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const { pathname, search } = new URL(request.url ?? "/", "http://stripe.example");
  const method = request.method ?? "GET";
  const key = request.headers["idempotency-key"];
  return {
    method,
    path: pathname,
    form: readStripeForm(method === "GET" ? search.slice(1) : Buffer.concat(parts).toString("utf8")),
    key: typeof key === "string" ? key : null,
  };
};

const send = (response: ServerResponse, { status, body }: Answer): void => {
  response.writeHead(status, { "content-type": "application/json", "request-id": "req_like" });
  response.end(JSON.stringify(body));
};
