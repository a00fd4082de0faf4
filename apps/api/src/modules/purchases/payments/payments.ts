/** Which payment provider this installation has: Stripe by its keys, else the sandbox outside production, else none (F25). */
import type { Clock } from "../../../kernel/clock.js";
import type { PaymentGateway } from "./gateway.js";
import type { Sandbox, SandboxSettings } from "./sandbox/open-sandbox.js";
import type { StripeSettings } from "./stripe/stripe-client.js";

export interface Payments {
  readonly gateway: PaymentGateway;
  /** Null: the provider is a real one. */
  readonly sandbox: Sandbox | null;
}

export interface PaymentSettings extends SandboxSettings {
  readonly stripe: StripeSettings | null;
  readonly isProduction: boolean;
  readonly isDemoAllowed: boolean;
  readonly isDemoShown: boolean;
}

/** Null: nothing is sold here. The sandbox is there where the demo may be; in production it must be asked for, by SANDBOX_PORT or ACCORD_DEMO. @throws ConfigError when its port is taken */
export const openPayments = async (config: PaymentSettings, clock: Clock): Promise<Payments | null> => {
  if (config.stripe !== null) {
    const { createStripeGateway } = await import("./stripe/stripe-gateway.js");
    return { gateway: createStripeGateway(config.stripe), sandbox: null };
  }
  if (!config.isDemoAllowed) return null;
  if (config.isProduction && config.sandboxPort === null && !config.isDemoShown) return null;
  const { openSandbox } = await import("./sandbox/open-sandbox.js");
  const sandbox = await openSandbox(config, clock);
  return { gateway: sandbox.gateway, sandbox };
};
