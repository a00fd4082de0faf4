import { describe, expect, it } from "vitest";
import { maskConfig, readConfig } from "./config.js";
import { ConfigError } from "./kernel/config-error.js";
import { DEFAULT_LIMITS } from "./kernel/limits/limits.js";

const production = { NODE_ENV: "production", OIDC_ISSUER: "https://login.example.com", OIDC_CLIENT_ID: "accord" };

describe("the environment of the contract", () => {
  it("K9: a key that is given twice is named", () => {
    const twice = { ACCORD_KEY_COOKIE: "x", ACCORD_KEY_COOKIE_FILE: "/run/secrets/x" };
    expect(() => readConfig(twice)).toThrow("ACCORD_KEY_COOKIE and ACCORD_KEY_COOKIE_FILE give one key twice");
  });

  it("has a default for everything: no variable is needed", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 4000,
      publicOrigin: "http://localhost:4000",
      entitlementZone: "UTC",
      seed: "demo",
      oidc: null,
      stripe: null,
      smtpUrl: null,
      startsAt: null,
      logLevel: "info",
      isProduction: false,
      limits: DEFAULT_LIMITS,
    });
    expect(config.databaseUrl).toBe(`sqlite:${config.dataDir}/accord.sqlite`);
    expect(config.blobUrl).toBe(`file:${config.dataDir}/blobs`);
  });

  it("takes an empty value as unset", () => {
    expect(readConfig({ PORT: "", OIDC_ISSUER: "", ACCORD_NOW: "" }).port).toBe(4000);
  });

  it("reads each name", () => {
    const config = readConfig({
      PORT: "8080",
      PUBLIC_ORIGIN: "https://support.example.com/",
      ACCORD_DEMO: "on",
      BIND: "10.0.0.4, ::1",
      METRICS_BIND: "localhost",
      DATABASE_URL: "postgres://u:p@db/accord",
      DATABASE_READ_URL: "postgres://r1/accord, postgres://r2/accord",
      DATA_DIR: "/var/lib/accord",
      ENTITLEMENT_TZ: "Europe/Bucharest",
      ACCORD_NOW: "2026-11-23T08:30:00Z",
      ACCORD_SEED: "reference",
      ACCORD_LIMITS: '{"wrongPairsPerAccount":500}',
      CORS_ORIGINS: "https://app.example.com, http://localhost:3000/",
      TRUST_PROXY: "10.0.0.0/8,::1",
      SANDBOX_PORT: "8081",
      METRICS_PORT: "9090",
      LOG_LEVEL: "warn",
      SMTP_URL: "smtp://mail:25",
      BLOB_URL: "s3://bucket/prefix?endpoint=http://minio:9000",
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318",
    });
    expect(config).toMatchObject({
      port: 8080,
      publicOrigin: "https://support.example.com",
      databaseReadUrls: ["postgres://r1/accord", "postgres://r2/accord"],
      dataDir: "/var/lib/accord",
      startsAt: Date.parse("2026-11-23T08:30:00Z"),
      seed: "reference",
      corsOrigins: ["https://app.example.com", "http://localhost:3000"],
      trustProxy: ["10.0.0.0/8", "::1"],
      sandboxPort: 8081,
      metricsPort: 9090,
      bind: ["10.0.0.4", "::1"],
      metricsBind: ["127.0.0.1", "::1"],
      isDemoShown: true,
      logLevel: "warn",
      entitlementZone: "Europe/Bucharest",
    });
    expect(config.limits).toEqual({ ...DEFAULT_LIMITS, wrongPairsPerAccount: 500 });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ["an unknown ACCORD_ name", { ACCORD_NWO: "x" }, /ACCORD_NWO/],
    ["a port that is no number", { PORT: "http" }, /PORT/],
    ["a port out of range", { PORT: "70000" }, /PORT/],
    ["port 0", { PORT: "0" }, /PORT/],
    ["an origin with a path", { PUBLIC_ORIGIN: "https://example.com/portal" }, /PUBLIC_ORIGIN/],
    ["an origin of another protocol", { PUBLIC_ORIGIN: "ftp://example.com" }, /PUBLIC_ORIGIN/],
    ["an unknown database", { DATABASE_URL: "mysql://db" }, /DATABASE_URL/],
    ["a bad read replica", { DATABASE_READ_URL: "postgres://a/b,mysql://c" }, /DATABASE_READ_URL/],
    ["an unknown blob store", { BLOB_URL: "gs://bucket" }, /BLOB_URL/],
    ["a bad SMTP address", { SMTP_URL: "mail.example.com" }, /SMTP_URL/],
    ["a zone that does not exist", { ENTITLEMENT_TZ: "Europe/Atlantis" }, /ENTITLEMENT_TZ/],
    ["a clock that is no instant", { ACCORD_NOW: "tomorrow" }, /ACCORD_NOW/],
    ["an unknown seed", { ACCORD_SEED: "toys" }, /ACCORD_SEED/],
    ["limits that are no JSON", { ACCORD_LIMITS: "{" }, /ACCORD_LIMITS/],
    ["a limit that does not exist", { ACCORD_LIMITS: '{"speed":1}' }, /speed/],
    ["a limit that is no positive number", { ACCORD_LIMITS: '{"bodyBytes":0}' }, /bodyBytes/],
    ["an origin with a path", { CORS_ORIGINS: "https://app.example.com/x" }, /CORS_ORIGINS/],
    ["an origin that is none", { CORS_ORIGINS: "null" }, /CORS_ORIGINS/],
    ["a proxy that is no address", { TRUST_PROXY: "everyone" }, /TRUST_PROXY/],
    ["an unknown log level", { LOG_LEVEL: "loud" }, /LOG_LEVEL/],
    ["an issuer without a client id", { OIDC_ISSUER: "https://login.example.com" }, /OIDC_CLIENT_ID/],
    ["a client without an issuer", { OIDC_CLIENT_ID: "accord" }, /OIDC_ISSUER/],
    ["half a Stripe account", { STRIPE_SECRET_KEY: "sk_test" }, /STRIPE_WEBHOOK_SECRET/],
    ["R49: production without an issuer", { NODE_ENV: "production" }, /OIDC_ISSUER/],
    ["production with a clock of its own", { ...production, ACCORD_NOW: "2026-11-23T08:30:00Z" }, /ACCORD_NOW/],
    ["R49: production with the personas' world", { ...production, ACCORD_SEED: "demo" }, /ACCORD_SEED/],
    ["an unknown environment", { NODE_ENV: "staging" }, /NODE_ENV/],
  ])("refuses %s in one line", (_what, env, named) => {
    let message = "";
    try {
      readConfig(env);
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      message = (error as Error).message;
    }
    expect(message).toMatch(named);
    expect(message).not.toContain("\n");
  });

  it("production seeds no demo world unless told, and runs with an issuer", () => {
    expect(readConfig(production)).toMatchObject({ seed: "reference", isProduction: true });
  });

  it("masks every secret where the configuration is printed", () => {
    const shown = JSON.stringify(
      maskConfig(
        readConfig({
          ...production,
          OIDC_CLIENT_SECRET: "hush-oidc",
          DATABASE_URL: "postgres://accord:hush-db@db/accord",
          SMTP_URL: "smtp://m:hush-mail@mail:25",
          DATABASE_READ_URL: "postgres://accord:hush-read@db/accord",
          BLOB_URL: "s3://b/p?secret=hush-s3&endpoint=http://minio",
          STRIPE_SECRET_KEY: "hush-stripe",
          STRIPE_WEBHOOK_SECRET: "hush-hook",
          STRIPE_PUBLISHABLE_KEY: "pk_open",
          ACCORD_KEY_PAIR_PEPPER: "hush-pepper",
        }),
      ),
    );
    expect(shown).not.toContain("hush");
    expect(shown).toContain("pk_open");
  });
});
