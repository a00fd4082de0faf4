/** Names and attributes of the cookies of the sign-in: `__Host-`, HttpOnly, Secure, SameSite=Lax. */
import type { IncomingHttpHeaders } from "node:http";
import { fastifyCookie } from "@fastify/cookie";

export interface Cookies {
  /** False where the origin is plain http on a host other than localhost: browsers would drop a Secure cookie there. */
  readonly isSecure: boolean;
  read(headers: IncomingHttpHeaders, name: CookieName): string | null;
  /** A Set-Cookie value; without `seconds` the cookie lasts as long as the browser session. */
  write(name: CookieName, value: string, seconds?: number): string;
  clear(name: CookieName): string;
}

export type CookieName = "sid" | "handover" | `signin-${string}`;

export const createCookies = (publicOrigin: string): Cookies => {
  const { protocol, hostname } = new URL(publicOrigin);
  const isSecure = protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  const fullName = (name: CookieName): string => (isSecure ? `__Host-${name}` : name);
  const attributes = { httpOnly: true, secure: isSecure, sameSite: "lax", path: "/" } as const;
  return {
    isSecure,
    read: (headers, name) => {
      if (headers.cookie === undefined) return null;
      return fastifyCookie.parse(headers.cookie)[fullName(name)] || null;
    },
    write: (name, value, seconds) =>
      fastifyCookie.serialize(
        fullName(name),
        value,
        seconds === undefined ? attributes : { ...attributes, maxAge: seconds },
      ),
    clear: (name) => fastifyCookie.serialize(fullName(name), "", { ...attributes, maxAge: 0 }),
  };
};
