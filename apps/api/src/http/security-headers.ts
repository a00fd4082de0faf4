/** Headers of every response: pages, assets, JSON, redirects and errors alike (reliability.md, 5.9, I-9). */
import { randomBytes } from "node:crypto";
import type { Config } from "../config.js";

export interface HeaderOptions {
  /** HSTS is sent only where the public origin is https. */
  readonly isHttps: boolean;
  /** Further origins a form may lead to: the outside identity provider, after sign-out and re-sign-in. */
  readonly formTargets: readonly string[];
  /** Development only: the live-reload socket of Vite, and its inline preamble. */
  readonly isDevelopment: boolean;
}

/** Makes the headers; those without a page nonce are computed once. */
export const createSecurityHeaders = (options: HeaderOptions) => {
  const fixed = Object.freeze({ ...baseHeaders(options), "content-security-policy": contentPolicy(options, null) });
  return {
    /** For everything that is not the page of the SPA. */
    fixed: fixed as Readonly<Record<string, string>>,
    /** The policy of one page whose style and script tags carry `nonce`. */
    pagePolicy: (nonce: string): string => contentPolicy(options, nonce),
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

const contentPolicy = ({ formTargets, isDevelopment }: HeaderOptions, nonce: string | null): string => {
  const nonces = nonce === null ? "" : ` 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src 'self'${isDevelopment ? nonces : ""}`,
    `style-src 'self'${nonces}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws: wss:" : ""}`,
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(isDevelopment ? [] : ["require-trusted-types-for 'script'"]),
  ].join("; ");
};

/** The headers this configuration asks for. */
export const headersFor = (config: Config, isDevelopment: boolean): SecurityHeaders =>
  createSecurityHeaders({
    isHttps: config.publicOrigin.startsWith("https:"),
    formTargets: config.oidc === null ? [] : [new URL(config.oidc.issuer).origin],
    isDevelopment,
  });
