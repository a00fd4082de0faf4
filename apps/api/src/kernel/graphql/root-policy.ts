/** What a root field asks of who asks it. */
import { type GrantableRight, STAFF_SCOPES, type StaffRight } from "@accord/domain";
import type { Scope } from "../principal.js";

/** `right`: what the role of whoever asks must allow, by the matrix of the domain; none: nothing of the kind. */
export type RootPolicy =
  | {
      /** `public`: nobody needs to sign in. */
      readonly who: "public" | "signedIn";
      /** What a token needs; null: any token. */
      readonly scope: Scope | null;
      readonly right?: StaffRight;
    }
  | {
      /** A browser session, never a token. */
      readonly who: "session";
      readonly scope: null;
      /** Why no token may; the reference tells it. */
      readonly reason: string;
      readonly right?: StaffRight;
    };

export const open: RootPolicy = { who: "public", scope: null };
export const signedIn: RootPolicy = { who: "signedIn", scope: null };
export const withScope = (scope: Scope): RootPolicy => ({ who: "signedIn", scope });
/** For staff, by token too where it carries the right. */
export const staff = (right: GrantableRight): RootPolicy => ({
  who: "signedIn",
  scope: STAFF_SCOPES[right],
  right,
});
export const inSession = (reason: string): RootPolicy => ({ who: "session", scope: null, reason });
/** For staff before a browser. */
export const staffInSession = (right: StaffRight, reason: string): RootPolicy => ({
  who: "session",
  scope: null,
  reason,
  right,
});

/** The two types of a list that grows. */
export const connection = (name: string): Readonly<Record<string, string>> => ({
  [`${name}Connection`]: "edges nodes pageInfo totalCount",
  [`${name}Edge`]: "cursor node",
});
