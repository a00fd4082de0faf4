/** What each name of the environment may hold: one problem a name, in words that help (contract.md, Environment). */
import { isIP } from "node:net";
import { isTimeZone, LEAST_RETENTION_DAYS, RETENTION_CLASSES, type RetentionClass, z } from "@accord/domain";
import proxyAddr from "@fastify/proxy-addr";
import { limitsSchema } from "./kernel/limits/limits.js";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export const SEEDS = ["none", "reference", "demo"] as const;
export type SeedKind = (typeof SEEDS)[number];

const file = z.string().regex(/^[^\0]+$/, "must be a file");
const port = z
  .string()
  .regex(/^\d{1,5}$/, "must be a port, 1 to 65535")
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65535, "must be a port, 1 to 65535");
const url = (...protocols: string[]) =>
  z.string().refine((text) => isUrl(text, protocols), `must be a URL (${protocols.join(" ")})`);
const isUrl = (text: string, protocols: readonly string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== "";
const origin = z
  .string()
  .refine((text) => isUrl(text, ["http:", "https:"]), "must be an origin such as https://support.example.com")
  .refine(
    (text) => !URL.canParse(text) || new URL(text).origin === text.replace(/\/$/, ""),
    "must be an origin without a path",
  )
  .transform((text) => (URL.canParse(text) ? new URL(text).origin : text));
const mailAddress = z
  .string()
  .regex(/^[^\s@<>,;:"()]+@[\da-z-]+(\.[\da-z-]+)*$/i, "must be one address such as support@example.com");
const zone = z.string().refine(isTimeZone, "must be an IANA time zone such as Europe/Bucharest");
const instant = z.iso
  .datetime({ offset: true, error: "must be an ISO instant such as 2026-11-23T08:30:00Z" })
  .transform((text) => Date.parse(text));
const database = z
  .string()
  .refine(
    (text) => /^sqlite:[^\0]+$/.test(text) || isUrl(text, ["postgres:", "postgresql:"]),
    "must be sqlite:<file> or postgres://…",
  );
const listed = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);
/** Origins of other pages, or all of them. */
const origins = listed.pipe(
  z.array(z.literal("*").or(origin), "must list origins such as https://app.example.com, or be *"),
);
/** Addresses of this machine; `localhost` is both of its kinds. */
const addresses = listed
  .transform((parts) => parts.flatMap((part) => (part === "localhost" ? LOOPBACK : [part])))
  .refine(
    (parts) => parts.length > 0 && parts.every((part) => isIP(part) !== 0),
    "must list IP addresses such as 127.0.0.1 or ::",
  );
const LOOPBACK = ["127.0.0.1", "::1"];
const isProxyList = (parts: readonly string[]): boolean => {
  try {
    proxyAddr.compile([...parts]);
    return true;
  } catch {
    return false;
  }
};

const retentionDays = z.number().int().min(LEAST_RETENTION_DAYS).nullable().default(null);
/** What is not named stays. */
const retentionSchema = z.strictObject(
  Object.fromEntries(RETENTION_CLASSES.map((name) => [name, retentionDays])) as Record<
    RetentionClass,
    typeof retentionDays
  >,
);

export const environmentSchema = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], "must be production, development or test")
    .default("development"),
  PORT: port.default(4000),
  PUBLIC_ORIGIN: origin.optional(),
  BIND: addresses.optional(),
  DATABASE_URL: database.optional(),
  DATABASE_READ_URL: listed.pipe(z.array(database)).optional(),
  DATA_DIR: z
    .string()
    .regex(/^[^\0]+$/, "must be a folder")
    .default("./data"),
  KEYS_DIR: z
    .string()
    .regex(/^[^\0]+$/, "must be a folder")
    .optional(),
  ACCORD_KEY_PAIR_PEPPER: z.string().optional(),
  ACCORD_KEY_PAIR_PEPPER_FILE: file.optional(),
  ACCORD_KEY_ENCRYPTION: z.string().optional(),
  ACCORD_KEY_ENCRYPTION_FILE: file.optional(),
  ACCORD_KEY_COOKIE: z.string().optional(),
  ACCORD_KEY_COOKIE_FILE: file.optional(),
  ACCORD_KEY_RECEIPT: z.string().optional(),
  ACCORD_KEY_RECEIPT_FILE: file.optional(),
  ACCORD_KEY_PROVIDER_JWKS: z.string().optional(),
  ACCORD_KEY_PROVIDER_JWKS_FILE: file.optional(),
  BLOB_URL: z
    .string()
    .refine((text) => /^file:[^\0]+$/.test(text) || isUrl(text, ["s3:"]), "must be file:<folder> or s3://bucket/prefix")
    .optional(),
  CLAMD_URL: z
    .string()
    .refine(
      (text) => /^unix:\/[^\0]+$/.test(text) || (isUrl(text, ["tcp:"]) && new URL(text).port !== ""),
      "must be tcp://host:port or unix:/path",
    )
    .optional(),
  SMTP_URL: url("smtp:", "smtps:").optional(),
  MAIL_FROM: mailAddress.optional(),
  INBOUND_SMTP_PORT: port.optional(),
  INBOUND_DOMAIN: z
    .string()
    .regex(/^[\da-z-]+(\.[\da-z-]+)*$/i, "must be a mail domain such as reply.example.com")
    .transform((text) => text.toLowerCase())
    .optional(),
  OIDC_ISSUER: url("http:", "https:").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SANDBOX_PORT: port.optional(),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_PUBLISHABLE_KEY: z.string().optional(),
  STRIPE_API_BASE: url("http:", "https:").optional(),
  ENTITLEMENT_TZ: zone.default("UTC"),
  ACCORD_NOW: instant.optional(),
  ACCORD_DEMO: z.enum(["on", "off"], "must be on or off").optional(),
  ACCORD_MIGRATE: z.enum(["on", "off"], "must be on or off").default("on"),
  ACCORD_SEED: z.enum(SEEDS, `must be one of ${SEEDS.join(", ")}`).optional(),
  ACCORD_LIMITS: z.string().transform(parseJson).pipe(limitsSchema).optional(),
  ACCORD_RETENTION: z.string().transform(parseJson).pipe(retentionSchema).optional(),
  ACCORD_BACKUP_PASSPHRASE_FILE: file.optional(),
  CORS_ORIGINS: origins.optional(),
  TRUST_PROXY: listed.refine(isProxyList, "must list addresses or networks").optional(),
  METRICS_PORT: port.optional(),
  METRICS_BIND: addresses.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url("http:", "https:").optional(),
  LOG_FORMAT: z.enum(["json", "text"], "must be json or text").optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
});

export type Environment = z.infer<typeof environmentSchema>;

function parseJson(text: string, context: z.core.$RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.issues.push({ code: "custom", input: text, message: "must be JSON" });
    return z.NEVER;
  }
}
