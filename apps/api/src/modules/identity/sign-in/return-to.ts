/** Where the browser goes after sign-in: a path of this origin, whatever was asked for (I-9: no open redirect). */

/** The path and query of `wanted` when it stays on this origin, else `/`. */
export const safeReturnTo = (wanted: string | undefined, publicOrigin: string): string => {
  if (wanted === undefined || wanted.length > 2048 || !wanted.startsWith("/")) return "/";
  // Backslashes and control characters are read as slashes or dropped by browsers.
  if (/[\\\s\p{Cc}]/u.test(wanted) || wanted.startsWith("//")) return "/";
  if (!URL.canParse(wanted, publicOrigin)) return "/";
  const url = new URL(wanted, publicOrigin);
  if (url.origin !== publicOrigin || url.username !== "" || url.pathname.startsWith("//")) return "/";
  // The routes of the sign-in itself would turn in a circle.
  if (/^\/(auth|idp|graphql|files|webhooks)(\/|$)/i.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
};
