/** Top-level errors: the closed list of contract.md, with status, headers and whether trying again may help. */
import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { Language } from "@accord/domain";

export const REQUEST_ERRORS = {
  UNAUTHENTICATED: { retryable: false, status: null, en: "Sign in first.", ro: "Conectați-vă mai întâi." },
  FORBIDDEN: { retryable: false, status: null, en: "You may not do this.", ro: "Nu aveți dreptul să faceți acest lucru." },
  NOT_FOUND: {
    retryable: false, status: null,
    en: "This does not exist, or you may not see it.", ro: "Acest element nu există sau nu îl puteți vedea.",
  },
  BAD_USER_INPUT: { retryable: false, status: 400, en: "The request is not well formed.", ro: "Cererea nu este formată corect." },
  RATE_LIMITED: {
    retryable: true, status: 429, en: "Too many requests. Try again later.", ro: "Prea multe cereri. Încercați din nou mai târziu.",
  },
  QUERY_TOO_COMPLEX: {
    retryable: false, status: 400, en: "The operation asks for too much at once.", ro: "Operația cere prea multe date deodată.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    retryable: false, status: null,
    en: "This idempotency key was used with other parameters.", ro: "Această cheie de idempotență a fost folosită cu alți parametri.",
  },
  OVERLOADED: {
    retryable: true, status: 503, en: "The portal is busy. Try again in a moment.", ro: "Portalul este ocupat. Încercați din nou imediat.",
  },
  UNAVAILABLE: {
    retryable: true, status: 503,
    en: "The portal cannot do this right now. Try again later.", ro: "Portalul nu poate face acest lucru acum. Încercați mai târziu.",
  },
  INTERNAL_SERVER_ERROR: {
    retryable: true, status: null, en: "Something went wrong here. Try again later.", ro: "Ceva nu a mers bine aici. Încercați mai târziu.",
  },
} as const;

export type RequestErrorCode = keyof typeof REQUEST_ERRORS;

export const isRequestErrorCode = (code: unknown): code is RequestErrorCode => typeof code === "string" && code in REQUEST_ERRORS;

export const requestErrorMessage = (code: RequestErrorCode, language: Language): string => REQUEST_ERRORS[code][language];

/** Thrown by policies, limits and use cases; told to the client by its code. */
export class RequestError extends GraphQLError {
  /** `detail` (English, about the request's own text) replaces the sentence of BAD_USER_INPUT; `retryAfterMs` is told in a header. */
  constructor(code: RequestErrorCode, options: { readonly detail?: string; readonly retryAfterMs?: number } = {}) {
    const { status, en } = REQUEST_ERRORS[code];
    const headers = new HeaderMap();
    if (options.retryAfterMs !== undefined) headers.set("retry-after", String(Math.max(1, Math.ceil(options.retryAfterMs / 1000))));
    super(options.detail ?? en, {
      extensions: { code, ...(options.detail === undefined ? {} : { hasDetail: true }), http: status === null ? { headers } : { status, headers } },
    });
  }
}
