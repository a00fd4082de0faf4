/** The routes of the server beside `/graphql`, with what each is asked with. */
import type { Target } from "./target.js";

export interface Route {
  /** Method and pattern, as they were registered. */
  readonly key: string;
  readonly method: string;
  readonly address: (target: Target) => string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The embedded provider and the files of the pages answer everybody alike, and have tests of their own. */
const FILES_OF_PAGES = /^\/(?:idp|assets)(?:\/|$)|\*|^\/(?:mark\.svg|theme\.js)$/;

/** The payment sandbox has an origin of its own: no cookie of ours reaches it (sandbox.test.ts). */
const PAGES_OF_SANDBOX = /^\/(?:(?:cards|challenges)\/:ref)?$/;

/** HEAD answers as GET does, but for uploads. */
export const isOurs = (method: string, url: string): boolean =>
  !FILES_OF_PAGES.test(url) && !PAGES_OF_SANDBOX.test(url) && (method !== "HEAD" || url.startsWith("/files"));

export const routeKey = (method: string, url: string): string => `${method} ${url}`;

const route = (
  key: string,
  address: Route["address"] = () => key.slice(key.indexOf(" ") + 1),
  more: Pick<Route, "headers"> & { readonly body?: string } = { headers: {} },
): Route => ({ key, method: key.slice(0, key.indexOf(" ")), address, ...more });

export const addressOf = ({ address }: Route, target: Target): string => address(target);

const tus = { "tus-resumable": "1.0.0" };
const form = { "content-type": "application/x-www-form-urlencoded" };

export const ROUTES: readonly Route[] = [
  route("GET /livez"),
  route("GET /readyz"),
  route("GET /version"),
  route("GET /auth/login"),
  route("GET /auth/callback"),
  route("GET /auth/pages.css"),
  // From another site: whoever they are, their session stays theirs.
  route("POST /auth/logout", undefined, { headers: { ...form, origin: "https://elsewhere.example" }, body: "" }),
  route("POST /auth/continue-with-another-account", undefined, {
    headers: { ...form, origin: "https://elsewhere.example" },
    body: "draftId=none",
  }),
  route("GET /account/export.zip"),
  route("GET /admin/mail"),
  route("GET /admin/mail/:id", () => "/admin/mail/msg_01m83p7w80e0erqd6kybk3cat8"),
  route("GET /admin/mail/:id/page", () => "/admin/mail/msg_01m83p7w80e0erqd6kybk3cat8/page"),
  // Unsigned: nobody is the payment provider.
  route("POST /webhooks/payments", undefined, { headers: { "content-type": "application/json" }, body: "{}" }),
  route("POST /admin/imports", undefined, { headers: { "content-type": "text/csv" }, body: "programme\n" }),
  ...["csv", "xlsx"].flatMap((form) => [
    route(
      `GET /admin/imports/:id/rejected.${form}`,
      () => `/admin/imports/imp_01m83p7w80e0erqd6kybk3cat8/rejected.${form}`,
    ),
    ...["agreements", "accounts", "audit", "overview"].map((name) => route(`GET /admin/export/${name}.${form}`)),
  ]),
  route("GET /admin/packs/:kind", () => "/admin/packs/taxes"),
  route("POST /admin/packs/:kind", () => "/admin/packs/taxes", {
    headers: { "content-type": "text/plain" },
    body: "{",
  }),
  ...["partner-tenants", "portals", "products", "programmes", "regions", "taxes", "teams", "topics"].map((kind) =>
    route(`GET /schemas/${kind}.json`),
  ),
  route("GET /admin/letters/:id", () => "/admin/letters/pln_01m83p7w80e0erqd6kybk3cat8"),
  route("GET /docs/api"),
  route("GET /docs/api.css"),
  route("GET /docs/schema.graphql"),
  route("GET /explorer"),
  route("GET /files/:id", ({ attachmentId }) => `/files/${attachmentId}`),
  route("HEAD /files/:id", ({ attachmentId }) => `/files/${attachmentId}`, { headers: tus }),
  route("PATCH /files/:id", ({ attachmentId }) => `/files/${attachmentId}`, {
    headers: { ...tus, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
    body: "what happened\n",
  }),
  route("DELETE /files/:id", ({ looseFileId }) => `/files/${looseFileId}`, { headers: tus }),
  route("OPTIONS /files"),
  route("POST /files", undefined, { headers: { ...tus, "upload-length": "1" } }),
];
