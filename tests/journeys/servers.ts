/** A server for each worker: the language of a persona's account, and whatever else it holds, changes under nobody else's story. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const WORKERS = 2;
/** The next port is that of the server's payment sandbox. */
const PORTS_EACH = 5;

// Worker processes read this file too: the folder is made once and handed on.
process.env.JOURNEYS_DATA_DIR ??= mkdtempSync(join(tmpdir(), "accord-journeys-"));
const folder = process.env.JOURNEYS_DATA_DIR;

export interface JourneyServer {
  readonly port: number;
  readonly dataDir: string;
  readonly log: string;
}

export const SERVERS: readonly JourneyServer[] = Array.from({ length: WORKERS }, (_, index) => ({
  port: Number(process.env.JOURNEYS_PORT ?? 24173) + index * PORTS_EACH,
  dataDir: join(folder, `server-${index}`),
  log: join(folder, `server-${index}.log`),
}));

/** The server of the worker that this process is; outside of one that of the first. */
export const ownServer = (): JourneyServer => {
  const server = SERVERS[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  if (server === undefined) throw new Error("more workers than servers");
  return server;
};

/** Where a page of somebody else's stands; the server lets it in with a token. */
export const otherOrigin = ({ port }: Pick<JourneyServer, "port"> = ownServer()) => {
  const listenOn = { host: "127.0.0.1", port: port + 3 };
  return { origin: `http://${listenOn.host}:${listenOn.port}`, listenOn };
};
