/** The environment of the contract, read once by a schema: an unknown ACCORD_ name or a bad value stops the boot (exit 78). */
import { join, resolve } from "node:path";
import { type EpochMs, NO_RETENTION, type RetentionDays, type z } from "@accord/domain";
import { type Environment, environmentSchema, type LOG_LEVELS, type SeedKind } from "./environment.js";
import { ConfigError } from "./kernel/config-error.js";
import { type GivenKey, type GivenKeys, KEY_NAMES, type KeyName } from "./kernel/keys/given-keys.js";
import { DEFAULT_LIMITS, type Limits } from "./kernel/limits/limits.js";
import type { StripeSettings } from "./modules/purchases/module.js";
import { judgeOpenness, type Openness, opennessOf } from "./openness.js";

export const EXIT_CONFIG = 78;
export const EXIT_BOOT = 70;

export interface Config extends Openness {
  readonly isProduction: boolean;
  readonly port: number;
  /** The only base of links, redirects and cookies; no trailing slash. */
  readonly publicOrigin: string;
  readonly databaseUrl: string;
  readonly databaseReadUrls: readonly string[];
  /** Absolute. */
  readonly dataDir: string;
  /** Absolute. */
  readonly keysDir: string;
  /** Keys that are not looked for there. */
  readonly givenKeys: GivenKeys;
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
  readonly stripe: StripeSettings | null;
  readonly entitlementZone: string;
  readonly startsAt: EpochMs | null;
  /** Whether the server migrates at its start; else `accord migrate` does. */
  readonly isMigrating: boolean;
  readonly seed: SeedKind;
  readonly limits: Limits;
  /** How long what has ended stays (F83). */
  readonly retention: RetentionDays;
  /** Holds the passphrase that seals the keys of a backup; null: it is asked for. */
  readonly passphraseFile: string | null;
  /** Origins whose pages may call the API with a token; `*`: all. */
  readonly corsOrigins: readonly string[];
  readonly trustProxy: readonly string[];
  readonly metricsPort: number | null;
  readonly otlpEndpoint: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** null: lines for people where the output is a terminal, JSON elsewhere. */
  readonly logFormat: "json" | "text" | null;
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
  givenKeys: Object.keys(config.givenKeys),
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
    ...opennessOf(env),
    publicOrigin: env.PUBLIC_ORIGIN ?? `http://localhost:${env.PORT}`,
    databaseUrl: env.DATABASE_URL ?? `sqlite:${dataDir}/accord.sqlite`,
    databaseReadUrls: env.DATABASE_READ_URL ?? [],
    dataDir,
    keysDir: env.KEYS_DIR === undefined ? join(dataDir, "keys") : resolve(env.KEYS_DIR),
    givenKeys: givenIn(env),
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
    isMigrating: env.ACCORD_MIGRATE === "on",
    seed: env.ACCORD_SEED ?? defaultSeed(env),
    limits: env.ACCORD_LIMITS ?? DEFAULT_LIMITS,
    retention: env.ACCORD_RETENTION ?? NO_RETENTION,
    passphraseFile: env.ACCORD_BACKUP_PASSPHRASE_FILE ?? null,
    corsOrigins: env.CORS_ORIGINS ?? [],
    trustProxy: env.TRUST_PROXY ?? [],
    metricsPort: env.METRICS_PORT ?? null,
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    logLevel: env.LOG_LEVEL,
    logFormat: env.LOG_FORMAT ?? null,
  };
};

const KEYS = Object.entries(KEY_NAMES) as [KeyName, (typeof KEY_NAMES)[KeyName]][];

const givenIn = (env: Environment): GivenKeys =>
  Object.fromEntries(
    KEYS.flatMap(([name, variable]): [KeyName, GivenKey][] => {
      const [text, file] = [env[variable], env[`${variable}_FILE`]];
      if (text !== undefined) return [[name, { text }]];
      return file === undefined ? [] : [[name, { file: resolve(file) }]];
    }),
  );

const defaultSeed = (env: Environment): SeedKind => {
  const { isDemoAllowed, isDemoShown } = opennessOf(env);
  return isDemoShown || (isDemoAllowed && env.NODE_ENV !== "production") ? "demo" : "reference";
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
  problems.push(...judgeOpenness(env));
  if (isProduction && env.ACCORD_NOW !== undefined) problems.push("ACCORD_NOW is refused when NODE_ENV=production");
  if (env.OIDC_ISSUER !== undefined) needs("OIDC_CLIENT_ID", "with OIDC_ISSUER");
  else if (env.OIDC_CLIENT_ID !== undefined || env.OIDC_CLIENT_SECRET !== undefined)
    needs("OIDC_ISSUER", "with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET");
  for (const [, variable] of KEYS)
    if (env[variable] !== undefined && env[`${variable}_FILE`] !== undefined)
      problems.push(`${variable} and ${variable}_FILE give one key twice`);
  if (env.INBOUND_DOMAIN !== undefined) needs("INBOUND_SMTP_PORT", "with INBOUND_DOMAIN");
  const stripe = ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "STRIPE_PUBLISHABLE_KEY"] as const;
  const given = stripe.filter((name) => env[name] !== undefined);
  if (given.length > 0) for (const name of stripe) needs(name, `with ${given.join(" and ")}`);
  return problems;
};

const describeIssue = (issue: z.core.$ZodIssue): string => `${issue.path.join(".")} ${issue.message}`.trim();

const maskUrl = (text: string): string =>
  text.replace(/(:\/\/[^:@/]*):[^@/]*@/, "$1:***@").replace(/([?&](?:secret|password|key)[^=]*=)[^&]*/gi, "$1***");
