/** Brings the sandbox up: its memory below DATA_DIR, its pages on a port of their own, its deliveries to this server (F25). */
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Clock } from "../../../../kernel/clock.js";
import { ConfigError } from "../../../../kernel/config-error.js";
import { closeBesides, listenAt, ownHost } from "../../../../kernel/http/listen.js";
import type { PaymentGateway } from "../gateway.js";
import { Bank } from "./bank.js";
import { startDelivery } from "./deliver.js";
import { createSandboxGateway } from "./sandbox-gateway.js";
import { createSandboxServer } from "./sandbox-server.js";
import { Vault } from "./vault.js";

export interface Sandbox {
  readonly gateway: PaymentGateway;
  /** Where its pages are. */
  readonly origin: string;
  readonly bank: Bank;
  /** Delivers what is on its way; for tests. */
  readonly deliver: () => Promise<void>;
}

const PORTS_TRIED = 100;

/** What it is set to. */
export interface SandboxSettings {
  readonly bind: readonly string[];
  readonly dataDir: string;
  readonly port: number;
  readonly publicOrigin: string;
  readonly sandboxPort: number | null;
}

/** @throws ConfigError when the port that was asked for is taken */
export const openSandbox = async (config: SandboxSettings, clock: Clock): Promise<Sandbox> => {
  const vault = new Vault(join(config.dataDir, "sandbox"));
  const delivery = startDelivery(vault, clock, `http://${ownHost(config.bind)}:${config.port}/webhooks/payments`);
  const { app, bank, origin } = await openPages(config, (at) => {
    const made = new Bank(vault, at, () => delivery.poke());
    return { bank: made, app: createSandboxServer({ bank: made, clock, publicOrigin: config.publicOrigin }) };
  });
  const stop = async (): Promise<void> => {
    await delivery.stop();
    await Promise.all([closeBesides(app.server), app.close()]);
  };
  const gateway = createSandboxGateway({ bank, webhookSecret: vault.content.webhookSecret, origin, stop });
  return { gateway, origin, bank, deliver: () => delivery.round() };
};

interface Pages {
  readonly bank: Bank;
  readonly app: FastifyInstance;
}

/** On the port that was named, or the next free one after the server's own. */
const openPages = async (
  { port: own, sandboxPort, publicOrigin, bind }: SandboxSettings,
  make: (origin: string) => Pages,
): Promise<Pages & { readonly origin: string }> => {
  const last = sandboxPort ?? Math.min(65_535, own + PORTS_TRIED);
  for (let port = sandboxPort ?? own + 1; port <= last; port += 1) {
    const origin = `http://${new URL(publicOrigin).hostname}:${port}`;
    const pages = make(origin);
    if (await isListening(pages.app, port, bind)) return { ...pages, origin };
    await pages.app.close();
  }
  throw new ConfigError("no port is free for the payment sandbox; set SANDBOX_PORT to another one");
};

/** False when the port is taken. */
const isListening = async (
  app: FastifyInstance,
  port: number,
  [first = "::", ...others]: readonly string[],
): Promise<boolean> => {
  try {
    // Fastify ends what it began to listen by itself alone.
    await app.listen({ port, host: first }).catch((error: NodeJS.ErrnoException) => {
      // A machine without IPv6.
      if (first !== "::" || error.code === "EADDRINUSE") throw error;
      return app.listen({ port, host: "0.0.0.0" });
    });
    await listenAt(app.server, port, others);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return false;
  }
};
