/** Top-level errors: the closed list of contract.md, with status, headers and whether trying again may help. */
import type { Language } from "@accord/domain";
import { GraphQLError } from "graphql";

export const REQUEST_ERRORS = {
  UNAUTHENTICATED: { retryable: false, status: null, en: "Sign in first.", ro: "Conectați-vă mai întâi." },
  FORBIDDEN: {
    retryable: false,
    status: null,
    en: "You may not do this.",
    ro: "Nu aveți dreptul să faceți acest lucru.",
  },
  NOT_FOUND: {
    retryable: false,
    status: null,
    en: "This does not exist, or you may not see it.",
    ro: "Acest element nu există sau nu îl puteți vedea.",
  },
  BAD_USER_INPUT: {
    retryable: false,
    status: null,
    en: "The request is not well formed.",
    ro: "Cererea nu este formată corect.",
  },
  RATE_LIMITED: {
    retryable: true,
    status: 429,
    en: "Too many requests. Try again later.",
    ro: "Prea multe cereri. Încercați din nou mai târziu.",
  },
  QUERY_TOO_COMPLEX: {
    retryable: false,
    status: 400,
    en: "The operation asks for too much at once.",
    ro: "Operația cere prea multe date deodată.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    retryable: false,
    status: null,
    en: "This idempotency key was used with other parameters.",
    ro: "Această cheie de idempotență a fost folosită cu alți parametri.",
  },
  OVERLOADED: {
    retryable: true,
    status: 503,
    en: "The portal is busy. Try again in a moment.",
    ro: "Portalul este ocupat. Încercați din nou imediat.",
  },
  UNAVAILABLE: {
    retryable: true,
    status: 503,
    en: "The portal cannot do this right now. Try again later.",
    ro: "Portalul nu poate face acest lucru acum. Încercați mai târziu.",
  },
  INTERNAL_SERVER_ERROR: {
    retryable: true,
    status: null,
    en: "Something went wrong here. Try again later.",
    ro: "Ceva nu a mers bine aici. Încercați mai târziu.",
  },
} as const;

export type RequestErrorCode = keyof typeof REQUEST_ERRORS;

export const isRequestErrorCode = (code: unknown): code is RequestErrorCode =>
  typeof code === "string" && Object.hasOwn(REQUEST_ERRORS, code);

export const requestErrorMessage = (code: RequestErrorCode, language: Language): string =>
  REQUEST_ERRORS[code][language];

/** Where a value stands: names of arguments, input fields and variables, and places in lists. */
export type InputPath = readonly (string | number)[];

/** What an error names beside its code, so that a program can act on it (contract.md, Errors). */
export interface ErrorFacts {
  /** The value at fault: within the arguments of the field at `path`, or from a variable where there is no `path`. */
  readonly inputPath?: InputPath;
  /** Scopes of which the token lacks all. */
  readonly requiredScopes?: readonly string[];
  /** Points asked for (null: more than is reckoned) and allowed. */
  readonly cost?: { readonly asked: number | null; readonly allowed: number };
}

export interface RequestErrorOptions extends ErrorFacts {
  /** English, about the request's own form, without any value of it; told instead of the sentence of the code. */
  readonly detail?: string;
  /** The id that was looked for: never told, but its place among the arguments is. */
  readonly id?: string | null;
  readonly retryAfterMs?: number;
}

/** Thrown by policies, limits and use cases; told to the client by its code. */
export class RequestError extends GraphQLError {
  readonly options: RequestErrorOptions;
  readonly code: RequestErrorCode;

  constructor(code: RequestErrorCode, options: RequestErrorOptions = {}) {
    super(options.detail ?? REQUEST_ERRORS[code].en, {
      extensions: {
        code,
        isAboutRequest: options.detail !== undefined,
        retryAfterMs: options.retryAfterMs ?? null,
        ...factsOf(options),
      },
    });
    this.code = code;
    this.options = options;
  }
}

/** The facts among the extensions of an error; nothing else of them is ever told. */
export const factsOf = (extensions: Readonly<Record<string, unknown>> | ErrorFacts | undefined): ErrorFacts => {
  const { inputPath, requiredScopes, cost } = (extensions ?? {}) as ErrorFacts;
  return {
    ...(inputPath === undefined ? {} : { inputPath }),
    ...(requiredScopes === undefined ? {} : { requiredScopes }),
    ...(cost === undefined ? {} : { cost }),
  };
};
