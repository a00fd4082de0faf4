import type { Account, EpochMs, Scope } from "@accord/domain";

export { isScope, SCOPES, type Scope } from "@accord/domain";

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
      /** Incidents it may give or take in a day; null: none. */
      readonly dailyIncidents: number | null;
    };
