/** Signatures of the sandbox's deliveries: a time and a keyed digest over it and the body, compared in constant time. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { EpochMs } from "@accord/domain";
import { WEBHOOK_TOLERANCE_MS, WebhookRejected } from "../gateway.js";

export const SIGNATURE_HEADER = "x-sandbox-signature";

const digest = (secret: string, seconds: number, body: Buffer): string =>
  createHmac("sha256", secret).update(`${seconds}.`).update(body).digest("hex");

export const signBody = (secret: string, body: Buffer, at: EpochMs): string => {
  const seconds = Math.floor(at / 1000);
  return `t=${seconds},v1=${digest(secret, seconds, body)}`;
};

/** @throws WebhookRejected forged, or older than the tolerance */
export const checkSignature = (secret: string, body: Buffer, header: unknown, now: EpochMs): void => {
  const [, seconds, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(typeof header === "string" ? header : "") ?? [];
  if (seconds === undefined || given === undefined) throw new WebhookRejected("no signature");
  const expected = digest(secret, Number(seconds), body);
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(expected))) throw new WebhookRejected("the signature is forged");
  if (Math.abs(now - Number(seconds) * 1000) > WEBHOOK_TOLERANCE_MS) throw new WebhookRejected("the delivery is stale");
};
