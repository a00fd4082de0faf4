/** The environment of the contract, read once by a schema: an unknown ACCORD_ name or a bad value stops the boot (exit 78). */
import { resolve } from "node:path";
import { type EpochMs, isTimeZone, z } from "@accord/domain";
import { DEFAULT_LIMITS, type Limits, limitsSchema } from "./limits.js";

export const EXIT_CONFIG = 78;
export const EXIT_BOOT = 70;

/** Something the person who starts the server must put right; the message is one line. */
export class ConfigError extends Error {}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export const SEEDS = ["none", "reference", "demo"] as const;
export type SeedKind = (typeof SEEDS)[number];

const port = z
  .string()
  .regex(/^\d{1,5}$/, "must be a port, 1 to 65535")
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65535, "must be a port, 1 to 65535");
const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a URL (${protocols.join(" ")})`,
    );
const origin = url("http:", "https:")
  .refine((text) => new URL(text).origin === text.replace(/\/$/, ""), "must be an origin without a path")
  .transform((text) => new URL(text).origin);
const mailAddress = z
  .string()
  .regex(/^[^\s@<>,;:"()]+@[\da-z-]+(\.[\da-z-]+)*$/i, "must be one address such as support@example.com");
const zone = z.string().refine(isTimeZone, "must be an IANA time zone such as Europe/Bucharest");
const instant = z.iso
  .datetime({ offset: true, error: "must be an ISO instant such as 2026-11-23T08:30:00Z" })
  .transform((text) => Date.parse(text));
const database = z.string().regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, "must be sqlite:<file> or postgres://…");

const environmentSchema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  PORT: port.default(4000),
  PUBLIC_ORIGIN: origin.optional(),
  DATABASE_URL: database.optional(),
  DATABASE_READ_URL: z
    .string()
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(database))
    .optional(),
  DATA_DIR: z.string().default("./data"),
  BLOB_URL: z
    .string()
    .regex(/^(file:.+|s3:\/\/.+)$/, "must be file:<folder> or s3://bucket/prefix")
    .optional(),
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/[^/]+|unix:\/.+)$/, "must be tcp://host:port or unix:/path")
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
  ACCORD_SEED: z.enum(SEEDS, `must be one of ${SEEDS.join(", ")}`).optional(),
  ACCORD_LIMITS: z.string().transform(parseJson).pipe(limitsSchema).optional(),
  TRUST_PROXY: z
    .string()
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(
      z.array(
        z
          .string()
          .regex(/^([\da-fA-F.:]+(\/\d{1,3})?|loopback|linklocal|uniquelocal)$/, "must list addresses or networks"),
      ),
    )
    .optional(),
  METRICS_PORT: port.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url("http:", "https:").optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
});

type Environment = z.infer<typeof environmentSchema>;

export interface Config {
  readonly isProduction: boolean;
  readonly port: number;
  /** The only base of links, redirects and cookies; no trailing slash. */
  readonly publicOrigin: string;
  readonly databaseUrl: string;
  readonly databaseReadUrls: readonly string[];
  /** Absolute. */
  readonly dataDir: string;
  readonly blobUrl: string;
  /** The virus scanner; null: nobody scans. */
  readonly clamdUrl: string | null;
  readonly smtpUrl: string | null;
  /** The one sender of every mail. */
  readonly mailFrom: string;
  /** Where answers and returned mail come in; null: nowhere. */
  readonly inbound: { readonly port: number; readonly domain: string } | null;
  /** null: the embedded provider with personas. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string | null } | null;
  readonly sandboxPort: number | null;
  readonly stripe: {
    readonly secretKey: string;
    readonly webhookSecret: string;
    readonly publishableKey: string;
    readonly apiBase: string | null;
  } | null;
  readonly entitlementZone: string;
  readonly startsAt: EpochMs | null;
  readonly seed: SeedKind;
  readonly limits: Limits;
  readonly trustProxy: readonly string[];
  readonly metricsPort: number | null;
  readonly otlpEndpoint: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Reads the whole environment. An empty value counts as unset. Throws ConfigError with one line naming every problem. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const unknown = Object.keys(given).filter((name) => name.startsWith("ACCORD_") && !(name in environmentSchema.shape));
  if (unknown.length > 0) throw new ConfigError(`unknown environment name ${unknown.join(", ")}`);
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(describeIssue).join("; "));
  const problems = judgeTogether(parsed.data);
  if (problems.length > 0) throw new ConfigError(problems.join("; "));
  return toConfig(parsed.data);
};

/** What the boot prints: the configuration with every secret and password masked. */
export const maskConfig = (config: Config): Record<string, unknown> => ({
  ...config,
  databaseUrl: maskUrl(config.databaseUrl),
  databaseReadUrls: config.databaseReadUrls.map(maskUrl),
  smtpUrl: config.smtpUrl && maskUrl(config.smtpUrl),
  blobUrl: maskUrl(config.blobUrl),
  oidc: config.oidc && { ...config.oidc, clientSecret: config.oidc.clientSecret && "***" },
  stripe: config.stripe && { ...config.stripe, secretKey: "***", webhookSecret: "***" },
});

const toConfig = (env: Environment): Config => {
  const dataDir = resolve(env.DATA_DIR);
  return {
    isProduction: env.NODE_ENV === "production",
    port: env.PORT,
    publicOrigin: env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`,
    databaseUrl: env.DATABASE_URL ?? `sqlite:${dataDir}/accord.sqlite`,
    databaseReadUrls: env.DATABASE_READ_URL ?? [],
    dataDir,
    blobUrl: env.BLOB_URL ?? `file:${dataDir}/blobs`,
    clamdUrl: env.CLAMD_URL ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    ...mailOf(env),
    oidc:
      env.OIDC_ISSUER === undefined
        ? null
        : { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID ?? "", clientSecret: env.OIDC_CLIENT_SECRET ?? null },
    sandboxPort: env.SANDBOX_PORT ?? null,
    stripe:
      env.STRIPE_SECRET_KEY === undefined
        ? null
        : {
            secretKey: env.STRIPE_SECRET_KEY,
            webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? "",
            publishableKey: env.STRIPE_PUBLISHABLE_KEY ?? "",
            apiBase: env.STRIPE_API_BASE ?? null,
          },
    entitlementZone: env.ENTITLEMENT_TZ,
    startsAt: env.ACCORD_NOW ?? null,
    seed: env.ACCORD_SEED ?? (env.NODE_ENV === "production" ? "reference" : "demo"),
    limits: env.ACCORD_LIMITS ?? DEFAULT_LIMITS,
    trustProxy: env.TRUST_PROXY ?? [],
    metricsPort: env.METRICS_PORT ?? null,
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    logLevel: env.LOG_LEVEL,
  };
};

const mailOf = (env: Environment): Pick<Config, "mailFrom" | "inbound"> => {
  const mailFrom = env.MAIL_FROM ?? `support@${new URL(env.PUBLIC_ORIGIN ?? "http://localhost").hostname}`;
  const domain = env.INBOUND_DOMAIN ?? mailFrom.slice(mailFrom.lastIndexOf("@") + 1);
  return { mailFrom, inbound: env.INBOUND_SMTP_PORT === undefined ? null : { port: env.INBOUND_SMTP_PORT, domain } };
};

/** Rules between names: what one value alone cannot tell. */
const judgeTogether = (env: Environment): string[] => {
  const problems: string[] = [];
  const isProduction = env.NODE_ENV === "production";
  const needs = (name: keyof Environment, because: string): void => {
    if (env[name] === undefined) problems.push(`${name} is needed ${because}`);
  };
  if (isProduction)
    needs("OIDC_ISSUER", "when NODE_ENV=production: the embedded personas are no sign-in for production");
  if (isProduction && env.ACCORD_NOW !== undefined) problems.push("ACCORD_NOW is refused when NODE_ENV=production");
  if (isProduction && env.ACCORD_SEED === "demo") problems.push("ACCORD_SEED=demo is refused when NODE_ENV=production");
  if (env.OIDC_ISSUER !== undefined) needs("OIDC_CLIENT_ID", "with OIDC_ISSUER");
  else if (env.OIDC_CLIENT_ID !== undefined || env.OIDC_CLIENT_SECRET !== undefined)
    needs("OIDC_ISSUER", "with OIDC_CLIENT_ID");
  if (env.INBOUND_DOMAIN !== undefined) needs("INBOUND_SMTP_PORT", "with INBOUND_DOMAIN");
  const stripe = ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "STRIPE_PUBLISHABLE_KEY"] as const;
  if (stripe.some((name) => env[name] !== undefined))
    for (const name of stripe) needs(name, "with the other STRIPE_ names");
  return problems;
};

const describeIssue = (issue: z.core.$ZodIssue): string => `${issue.path.join(".")} ${issue.message}`.trim();

const maskUrl = (text: string): string =>
  text.replace(/(:\/\/[^:@/]*):[^@/]*@/, "$1:***@").replace(/([?&](?:secret|password|key)[^=]*=)[^&]*/gi, "$1***");

function parseJson(text: string, context: z.core.$RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.issues.push({ code: "custom", input: text, message: "must be JSON" });
    return z.NEVER;
  }
}
