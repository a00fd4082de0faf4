/** Reads asked by GET, for a token or for nobody in particular; what nobody in particular is answered has a digest (decision 41). */
import { createHash } from "node:crypto";
import type { GraphqlRequest, GraphqlResponse } from "../http/graphql-exchange.js";
import type { Principal } from "../principal.js";
import type { Operations } from "./operations.js";
import { readBody } from "./request-body.js";

const PARSED = ["variables", "extensions"];

interface Refused {
  readonly refused: 400 | 405;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is asked; or the status that refuses a method, a form, and a GET that would change something. */
export const readAsked = (
  { method, body }: Pick<GraphqlRequest<unknown>, "method" | "body">,
  operations: Operations,
): { readonly body: Record<string, unknown> } | Refused => {
  if (method !== "GET" && method !== "POST") return { refused: 405, headers: { allow: "GET, POST" } };
  const asked = method === "GET" ? readSearch(body) : readBody(body);
  if (asked === null) return { refused: 400 };
  return method === "GET" && isMutation(operations, asked)
    ? { refused: 405, headers: { allow: "POST" } }
    : { body: asked };
};

/** What a POST would have in its body; null for what no body may be. */
const readSearch = (search: string): Record<string, unknown> | null => {
  const body: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    if (Object.hasOwn(body, name)) return null;
    const isParsed = PARSED.includes(name);
    const parsed = isParsed ? readBody(value) : value;
    if (parsed === null) return null;
    body[name] = parsed;
  }
  return body;
};

/** Whether it would change something. What cannot be prepared is refused by whoever answers. */
const isMutation = (operations: Operations, { query, operationName = null }: Record<string, unknown>): boolean => {
  if (typeof query !== "string" || (operationName !== null && typeof operationName !== "string")) return false;
  try {
    return operations.prepare(query, operationName).operation.operation === "mutation";
  } catch {
    return false;
  }
};

const PUBLIC = { "cache-control": "no-cache", vary: "accept, accept-language, authorization" };

/**
 * What a GET was answered: to nobody in particular with a digest of its data, or without a body where the client has the
 * same; what it cost is of no interest then.
 */
export const withDigest = (
  told: GraphqlResponse,
  { method, principal, headers }: GraphqlRequest<Principal>,
): GraphqlResponse => {
  if (method !== "GET" || principal.kind !== "anonymous" || told.status !== 200) return told;
  const { data, errors } = JSON.parse(told.body) as { readonly data?: unknown; readonly errors?: unknown };
  if (errors !== undefined) return told;
  const etag = `W/"${createHash("sha256").update(JSON.stringify(data)).digest("base64url").slice(0, 22)}"`;
  const known = headers["if-none-match"]?.split(",").map((one) => one.trim()) ?? [];
  const answer = { ...told, headers: { ...told.headers, ...PUBLIC, etag } };
  return known.includes(etag) ? { ...answer, status: 304, body: "" } : answer;
};
