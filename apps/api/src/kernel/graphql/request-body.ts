/** The JSON body of an operation, and answers that need no operation (I-4). */
import type { Language } from "@accord/domain";
import type { GraphqlResponse } from "../http/graphql-exchange.js";
import { REQUEST_ERRORS, type RequestErrorCode, requestErrorMessage } from "./request-error.js";

/** Levels of nesting of a body: variables are no deeper than our inputs. */
const DEEPEST = 32;

/** The parsed body, or null for what is no JSON object, an array of operations, or too deep. */
export const readBody = (text: string): Record<string, unknown> | null => {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== "object" || body === null || Array.isArray(body)) return null;
    return isDeeper(body, DEEPEST) ? null : (body as Record<string, unknown>);
  } catch {
    return null;
  }
};

const isDeeper = (value: unknown, levels: number): boolean => {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
};

export const problemResponse = (
  status: number,
  code: RequestErrorCode,
  { language, requestId }: { readonly language: Language; readonly requestId: string },
  headers: Readonly<Record<string, string>> = {},
): GraphqlResponse => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
  body: JSON.stringify({
    errors: [
      {
        message: requestErrorMessage(code, language),
        extensions: {
          code,
          requestId,
          retryable: REQUEST_ERRORS[code].retryable,
          ...(headers["retry-after"] === undefined ? {} : { retryAfter: Number(headers["retry-after"]) }),
        },
      },
    ],
  }),
});
