/** Stops once, however often it is told: a terminal, npm and `npm start` each pass the same Ctrl-C on (K9). */
import closeWithGrace from "close-with-grace";
import type { FastifyBaseLogger } from "fastify";

/** Longer than requests are given to end. */
const STOP_WITHIN = 15_000;
/** Signals so close together are one. */
const SAME_WITHIN = 2000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;

export const stopOnSignal = (
  stop: () => Promise<void>,
  log: Pick<FastifyBaseLogger, "info" | "warn" | "fatal">,
): void => {
  const grace = closeWithGrace({ delay: STOP_WITHIN, skip: [...SIGNALS] }, async ({ err: failure }) => {
    if (failure !== undefined) log.fatal({ err: failure }, "stopping after a failure nobody caught");
    await stop();
  });
  let since: number | null = null;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (since === null) {
      since = performance.now();
      log.info({ signal }, "stopping: running requests end, new ones are turned away");
      void grace.close();
      return;
    }
    if (performance.now() - since < SAME_WITHIN) return;
    log.warn({ signal }, "stopping at once");
    process.exit(1);
  };
  for (const signal of SIGNALS) process.on(signal, () => onSignal(signal));
};
