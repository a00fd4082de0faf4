/** Addresses of the pages and of the sign-in routes; a `returnTo` is always a path of this portal. */

/** Keeps a path of this portal and turns anything else (other origins, the sign-in pages themselves) into the start page. */
export function safeReturnTo(text: string | null | undefined): string {
  if (!text?.startsWith("/") || text.startsWith("//") || text.includes("\\")) return "/requests";
  const isEntrance = ["/sign-in", "/welcome", "/auth/"].some(
    (path) => text === path || text.startsWith(`${path}?`) || text.startsWith("/auth/"),
  );
  return isEntrance || text === "/" ? "/requests" : text;
}

/** Where the browser is now, to come back to. */
export const currentPath = (location: { pathname: string; search: string; hash?: string }): string =>
  location.pathname + location.search + (location.hash ?? "");

export const signInPage = (returnTo: string, problem?: string): string =>
  `/sign-in?${new URLSearchParams({ returnTo, ...(problem === undefined ? {} : { problem }) })}`;

/** Where an answer that wants a sign-in leads; only who was signed in is told that a session has ended. */
export const signInAgainPage = (returnTo: string, wasSignedIn: boolean): string =>
  signInPage(returnTo, wasSignedIn ? "session-ended" : undefined);

export const welcomePage = (returnTo: string): string => `/welcome?${new URLSearchParams({ returnTo })}`;

export interface LoginOptions {
  readonly kind?: "personal" | "work";
  readonly prompt?: "login" | "select_account";
}

/** The server's route that starts a sign-in. */
export const loginAddress = (returnTo: string, options: LoginOptions = {}): string =>
  `/auth/login?${new URLSearchParams({ returnTo, ...options })}`;

/** A new request about a product version; `with`: what is to be got for it first. */
export const newRequestPage = (versionId: string, more: { readonly with?: "agreement" | "incident" } = {}): string =>
  `/requests/new?${new URLSearchParams({ version: versionId, ...more })}`;

/** Where somebody asks the vendor about an agreement, at no cost (R99). */
export const VENDOR_QUESTION = "/ask/agreement-or-balance";
