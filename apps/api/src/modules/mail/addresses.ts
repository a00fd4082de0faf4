/** Signed addresses that answers and returned mail come back to, and the names of messages (F50, E24). */
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** What an address of ours stands for. */
export type OwnAddress =
  | { readonly kind: "reply"; readonly contactId: string; readonly signature: string }
  | { readonly kind: "bounce"; readonly messageId: string };

export interface MailAddresses {
  /** Message-ID of an outgoing message: the same whenever it is sent. */
  messageIdOf(outboxId: string): string;
  /** The name of the confirmation of a request; every later mail about it refers to it, so that they stay together. */
  rootIdOf(requestId: string): string;
  /** Whether a Message-ID was made here. */
  isOwnMessageId(messageId: string): boolean;
  replyAddress(domain: string, requestId: string, contactId: string): string;
  bounceAddress(domain: string, outboxId: string): string;
  /** What the local part of an address means; null for any other, and for a bounce address that was not made here. */
  read(localPart: string): OwnAddress | null;
  /** Whether the reply address of a contact was made for this request. */
  isReplyOf(signature: string, requestId: string, contactId: string): boolean;
  /** Keyed hash: mails to one address are counted, the address is not kept. */
  recipientHash(address: string): string;
}

/** 104 bits: with prefix and id the local part stays below its 64 characters. */
const SIGNATURE_HEX = 26;
const SUFFIX = /^(reply|bounce)\+([0-9a-hjkmnp-tv-z]{26})([0-9a-f]{26})$/;

export const createMailAddresses = (
  encryptionKey: Uint8Array,
  publicOrigin: string,
  older: readonly Uint8Array[] = [],
): MailAddresses => {
  const keyOf = (secret: Uint8Array): Buffer =>
    Buffer.from(hkdfSync("sha256", secret, "", "accord mail addresses", 32));
  const key = keyOf(encryptionKey);
  const keys = [key, ...older.map(keyOf)];
  const host = new URL(publicOrigin).hostname;
  const signWith = (secret: Buffer, parts: readonly string[]): string =>
    createHmac("sha256", secret).update(JSON.stringify(parts)).digest("hex").slice(0, SIGNATURE_HEX);
  const sign = (...parts: readonly string[]): string => signWith(key, parts);
  const suffixOf = (id: string): string => id.slice(id.indexOf("_") + 1);
  const isSigned = (signature: string, ...parts: readonly string[]): boolean =>
    keys.some((one) => isSame(signature, signWith(one, parts)));
  return {
    messageIdOf: (outboxId) => `<${outboxId}@${host}>`,
    rootIdOf: (requestId) => `<${requestId}@${host}>`,
    isOwnMessageId: (messageId) => /^<(msg|req)_/.test(messageId) && messageId.endsWith(`@${host}>`),
    replyAddress: (domain, requestId, contactId) =>
      `reply+${suffixOf(contactId)}${sign("reply", requestId, contactId)}@${domain}`,
    bounceAddress: (domain, outboxId) => `bounce+${suffixOf(outboxId)}${sign("bounce", outboxId)}@${domain}`,
    read: (localPart) => {
      const [, kind, suffix = "", signature = ""] = SUFFIX.exec(localPart.toLowerCase()) ?? [];
      if (kind === "reply") return { kind, contactId: `con_${suffix}`, signature };
      const messageId = `msg_${suffix}`;
      return kind === "bounce" && isSigned(signature, "bounce", messageId) ? { kind, messageId } : null;
    },
    isReplyOf: (signature, requestId, contactId) => isSigned(signature, "reply", requestId, contactId),
    recipientHash: (address) => createHmac("sha256", key).update(`to ${address.toLowerCase()}`).digest("hex"),
  };
};

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
