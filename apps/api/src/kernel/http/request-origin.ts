/** Where a request comes from: the client's address behind a trusted proxy, and whether our own pages sent it (I-9). */
import type { IncomingHttpHeaders } from "node:http";

/**
 * Refuses what another site made the browser send: `Origin` must be ours, and `Sec-Fetch-Site` same-origin.
 * A request with neither header is no browser's (every browser sends `Origin` with a POST).
 */
export const isSameOrigin = (headers: IncomingHttpHeaders, publicOrigin: string): boolean => {
  if (headers.origin !== undefined && headers.origin !== publicOrigin) return false;
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || (site === "none" && headers.origin === undefined);
};

/** The address limits are counted by: an IPv6 client is its /64 network, an IPv4-mapped one is IPv4. */
export const limitAddress = (ip: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!ip.includes(":")) return ip;
  const [head = "", tail] = ip.split("%")[0]?.split("::") ?? [];
  const start = head.split(":").filter(Boolean);
  const end = (tail ?? "").split(":").filter(Boolean);
  const groups =
    tail === undefined
      ? start
      : [...start, ...Array<string>(Math.max(0, 8 - start.length - end.length)).fill("0"), ...end];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
};
