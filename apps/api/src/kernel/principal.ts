import type { Account, EpochMs } from "@accord/domain";
export const SCOPES = [
  "agreements:read",
  "agreements:write",
  "requests:read",
  "requests:write",
  "purchases:write",
  "webhooks:manage",
] as const;
export type Scope = (typeof SCOPES)[number];
export const isScope = (text: string): text is Scope => (SCOPES as readonly string[]).includes(text);
export type Principal =
  | { readonly kind: "anonymous" }
  | {
      readonly kind: "session";
      readonly account: Account;
      readonly sessionId: string;
      readonly authenticatedAt: EpochMs;
    }
  | {
      readonly kind: "token";
      readonly account: Account;
      readonly tokenId: string;
      readonly scopes: ReadonlySet<Scope>;
    };
