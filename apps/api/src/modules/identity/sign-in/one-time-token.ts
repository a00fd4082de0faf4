/** Tokens of one-time links: 128 random bits, shown once; only the SHA-256 is kept. */
import { createHash, randomBytes } from "node:crypto";

export interface OneTimeToken {
  readonly token: string;
  readonly hash: string;
}

/** Sixteen bytes as base64url. */
const FORM = /^[A-Za-z0-9_-]{22}$/;

const digest = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const newToken = (): OneTimeToken => {
  const token = randomBytes(16).toString("base64url");
  return { token, hash: digest(token) };
};

/** What a token is found by; null for text that is none. */
export const tokenHash = (token: string): string | null => (FORM.test(token) ? digest(token) : null);

export const invitationUrl = (publicOrigin: string, token: string): string => `${publicOrigin}/invitations/${token}`;

export const confirmationUrl = (publicOrigin: string, token: string): string =>
  `${publicOrigin}/confirm-address/${token}`;

export const activationUrl = (publicOrigin: string, token: string): string => `${publicOrigin}/activate/${token}`;
