/** What is open to whom: the addresses a server listens at, and whether the comforts of the demo may be there (decision 26). */
import { isIP } from "node:net";
import type { Environment } from "./environment.js";

/** `::` takes IPv4 as well; a machine without IPv6 listens at 0.0.0.0 instead. */
export const ALL_ADDRESSES: readonly string[] = ["::"];
export const LOOPBACK_ADDRESSES: readonly string[] = ["127.0.0.1", "::1"];

export interface Openness {
  /** Where pages, API, sandbox and incoming mail listen. */
  readonly bind: readonly string[];
  readonly metricsBind: readonly string[];
  /** Personas, demo world and payment sandbox: nobody but this machine reaches them, or somebody said that all may. */
  readonly isDemoAllowed: boolean;
  /** ACCORD_DEMO=on: every page says so. */
  readonly isDemoShown: boolean;
}

export const isLoopbackAddress = (address: string): boolean =>
  isIP(address) === 4 ? address.startsWith("127.") : address === "::1";

export const isLoopbackOrigin = (origin: string): boolean => {
  const { hostname } = new URL(origin);
  const name = hostname.replace(/^\[|\]$/g, "");
  return name === "localhost" || name.endsWith(".localhost") || isLoopbackAddress(name);
};

type Asked = Pick<
  Environment,
  "PUBLIC_ORIGIN" | "OIDC_ISSUER" | "BIND" | "METRICS_BIND" | "METRICS_PORT" | "ACCORD_DEMO"
>;

export const opennessOf = (env: Asked): Openness => {
  const isOriginHere = env.PUBLIC_ORIGIN === undefined || isLoopbackOrigin(env.PUBLIC_ORIGIN);
  const isClosed = isOriginHere || env.OIDC_ISSUER === undefined;
  const bind = env.BIND ?? (isClosed ? LOOPBACK_ADDRESSES : ALL_ADDRESSES);
  const metricsBind = env.METRICS_BIND ?? LOOPBACK_ADDRESSES;
  const bound = env.METRICS_PORT === undefined ? bind : [...bind, ...metricsBind];
  const isDemoShown = env.ACCORD_DEMO === "on";
  return {
    bind,
    metricsBind,
    isDemoShown,
    isDemoAllowed: isDemoShown || (isOriginHere && bound.every(isLoopbackAddress)),
  };
};

/** Why such a server may not start: one sentence a problem, with what to set. */
export const judgeOpenness = (
  env: Asked & Pick<Environment, "NODE_ENV" | "ACCORD_SEED" | "SANDBOX_PORT" | "STRIPE_SECRET_KEY">,
): string[] => {
  const { isDemoAllowed, isDemoShown } = opennessOf(env);
  const isProduction = env.NODE_ENV === "production";
  const problems: string[] = [];
  if (env.OIDC_ISSUER === undefined && isProduction && !isDemoShown)
    problems.push(
      "OIDC_ISSUER is needed when NODE_ENV=production: the embedded personas are no sign-in for production",
    );
  else if (env.OIDC_ISSUER === undefined && !isDemoAllowed)
    problems.push(
      `OIDC_ISSUER is needed with ${whatIsOpen(env)}: without one whoever reaches it signs in as a demo persona, an administrator among them; ACCORD_DEMO=on allows that and says so on every page`,
    );
  if (env.ACCORD_SEED === "demo" && !isDemoShown && (isProduction || !isDemoAllowed))
    problems.push(
      `ACCORD_SEED=demo is refused ${isProduction ? "when NODE_ENV=production" : `with ${whatIsOpen(env)}`}; ACCORD_DEMO=on allows it`,
    );
  if (env.SANDBOX_PORT !== undefined && env.STRIPE_SECRET_KEY === undefined && !isDemoAllowed)
    problems.push(
      `SANDBOX_PORT is refused with ${whatIsOpen(env)}: nobody pays in the sandbox; ACCORD_DEMO=on allows it`,
    );
  return problems;
};

/** The name to blame: the origin first, then what is bound. */
const whatIsOpen = ({ PUBLIC_ORIGIN, BIND, METRICS_BIND }: Asked): string => {
  if (PUBLIC_ORIGIN !== undefined && !isLoopbackOrigin(PUBLIC_ORIGIN)) return `PUBLIC_ORIGIN ${PUBLIC_ORIGIN}`;
  if (BIND?.every(isLoopbackAddress) === false) return `BIND ${BIND.join(",")}`;
  return `METRICS_BIND ${METRICS_BIND?.join(",")}`;
};
