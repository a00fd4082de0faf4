/** What a root field asks of who asks it. */
import type { StaffRight } from "@accord/domain";
import type { Scope } from "../principal.js";

export interface RootPolicy {
  /** `public`: nobody needs to sign in. `session`: a browser session, never a token. */
  readonly who: "public" | "signedIn" | "session";
  /** What a token needs; null: any token. */
  readonly scope: Scope | null;
  /** What the role of whoever asks must allow, by the matrix of the domain; none: nothing of the kind. */
  readonly right?: StaffRight;
}

export const open: RootPolicy = { who: "public", scope: null };
export const signedIn: RootPolicy = { who: "signedIn", scope: null };
export const session: RootPolicy = { who: "session", scope: null };
/** For staff in a browser session, never by token. */
export const staff = (right: StaffRight): RootPolicy => ({ who: "session", scope: null, right });
export const withScope = (scope: Scope): RootPolicy => ({ who: "signedIn", scope });

/** The two types of a list that grows. */
export const connection = (name: string): Readonly<Record<string, string>> => ({
  [`${name}Connection`]: "edges nodes pageInfo totalCount",
  [`${name}Edge`]: "cursor node",
});
