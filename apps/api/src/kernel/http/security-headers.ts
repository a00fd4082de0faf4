/** Headers of every response: pages, assets, JSON, redirects and errors alike (I-9). */
import { randomBytes } from "node:crypto";

export interface HeaderOptions {
  /** HSTS is sent only where the public origin is https. */
  readonly isHttps: boolean;
  /** Further origins a form may lead to: the outside identity provider, after sign-out and re-sign-in. */
  readonly formTargets: readonly string[];
  /** Development only: the live-reload socket of Vite, and its inline preamble. */
  readonly isDevelopment: boolean;
  /** Cards are entered in frames of Stripe's, on one page. */
  readonly hasStripe: boolean;
}

/** The page where cards are entered: it is loaded as a document of its own, no other page may load anything of Stripe's. */
const CARD_PAGE = /^\/payment-methods\/?(\?|$)/;
/** What Stripe asks a page to allow for its card fields; its script knows no trusted types. */
const STRIPE = {
  scripts: " https://js.stripe.com https://*.js.stripe.com",
  frames: ["frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com"],
  calls: " https://api.stripe.com",
} as const;

/** Makes the headers; those without a page nonce are computed once. */
export const createSecurityHeaders = (options: HeaderOptions) => {
  const fixed = Object.freeze({ ...baseHeaders(options), "content-security-policy": contentPolicy(options, null) });
  return {
    /** For everything that is not the page of the SPA. */
    fixed: fixed as Readonly<Record<string, string>>,
    /** The policy of the page at `path` (with or without its query), whose style and script tags carry `nonce`. */
    pagePolicy: (nonce: string, path: string): string =>
      contentPolicy(options, nonce, options.hasStripe && CARD_PAGE.test(path)),
  };
};

export type SecurityHeaders = ReturnType<typeof createSecurityHeaders>;

/** 128 random bits, fresh for each page. */
export const newNonce = (): string => randomBytes(16).toString("base64url");

const baseHeaders = ({ isHttps }: HeaderOptions): Record<string, string> => ({
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "permissions-policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-frame-options": "DENY",
  ...(isHttps ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
});

const contentPolicy = (
  { formTargets, isDevelopment }: HeaderOptions,
  nonce: string | null,
  isCardPage = false,
): string => {
  const nonces = nonce === null ? "" : ` 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self'${isDevelopment ? nonces : ""}${isCardPage ? STRIPE.scripts : ""}`,
    `style-src 'self'${nonces}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws: wss:" : ""}${isCardPage ? STRIPE.calls : ""}`,
    ...(isCardPage ? STRIPE.frames : []),
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(isDevelopment || isCardPage ? [] : ["require-trusted-types-for 'script'"]),
  ].join("; ");
};

interface Surroundings {
  readonly publicOrigin: string;
  readonly oidc: { readonly issuer: string } | null;
  readonly stripe: object | null;
}

/** The headers this configuration asks for. */
export const headersFor = (config: Surroundings, isDevelopment: boolean): SecurityHeaders =>
  createSecurityHeaders({
    isHttps: config.publicOrigin.startsWith("https:"),
    formTargets: config.oidc === null ? [] : [new URL(config.oidc.issuer).origin],
    isDevelopment,
    hasStripe: config.stripe !== null,
  });
