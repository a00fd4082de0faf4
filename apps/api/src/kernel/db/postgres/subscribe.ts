/** Hears on PostgreSQL what units of every process have announced: LISTEN on a connection of its own, made anew when it is lost. */
import type { Change } from "../changes.js";
import { RESYNC } from "../changes.js";
import type { DatabaseLog } from "../database.js";

export const CHANNEL = "accord";
const RETRY_MS = 500;
const RETRY_MAX_MS = 10_000;

export interface Subscribing {
  close(): Promise<void>;
}

interface ListeningClient {
  connect(): Promise<unknown>;
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
  on(event: "notification", heard: (message: { readonly payload?: string }) => void): unknown;
  on(event: "error" | "end", lost: () => void): unknown;
  removeAllListeners(): unknown;
}

/** Resolves once the first connection listens. Whoever reconnects says so (`resync`): what was told in between is lost. */
export const subscribePostgres = async (
  connect: () => Promise<ListeningClient>,
  tell: (change: Change) => void,
  log: DatabaseLog,
): Promise<Subscribing> => {
  let isClosed = false;
  let client: ListeningClient | null = null;
  let timer: NodeJS.Timeout | undefined;

  const open = async (): Promise<void> => {
    const opened = await connect();
    opened.on("notification", ({ payload }) => {
      const change = parse(payload);
      if (change !== null) tell(change);
    });
    opened.on("error", () => lose(opened));
    opened.on("end", () => lose(opened));
    await opened.connect();
    await opened.query(`LISTEN ${CHANNEL}`);
    client = opened;
  };
  const lose = (lost: ListeningClient): void => {
    if (isClosed || client !== lost) return;
    client = null;
    log.warn({}, "the connection that hears of changes was lost");
    again(RETRY_MS);
  };
  const again = (wait: number): void => {
    timer = setTimeout(() => {
      open().then(
        () => tell(RESYNC),
        () => (isClosed ? undefined : again(Math.min(wait * 2, RETRY_MAX_MS))),
      );
    }, wait);
    timer.unref();
  };

  await open();
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      const open = client;
      client = null;
      // Ending raises what a lost connection raises; nobody minds any more.
      open?.removeAllListeners();
      open?.on("error", () => undefined);
      await open?.end().catch(() => undefined);
    },
  };
};

const parse = (payload: string | undefined): Change | null => {
  try {
    const [topic, id, entryId, isInternal] = JSON.parse(payload ?? "") as [
      Change["topic"],
      string,
      string | null,
      boolean,
    ];
    return { topic, id, entryId, isInternal };
  } catch {
    return null;
  }
};

export const payloadOf = ({ topic, id, entryId, isInternal }: Change): string =>
  JSON.stringify([topic, id, entryId, isInternal]);
