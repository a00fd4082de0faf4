/** The load, in a process of its own: keep-alive sockets that send one request after the other; told and answering over IPC. */
import { connect, type Socket } from "node:net";

export interface LoadOrder {
  readonly port: number;
  readonly connections: number;
  readonly milliseconds: number;
  /** Requests of the workload, taken in turn; "{{key}}" in a body becomes 16 fresh digits. */
  readonly requests: readonly LoadRequest[];
}

export interface LoadRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface LoadReport {
  readonly requests: number;
  /** Answers other than 200, answers whose body has "errors" or a refusal, and broken sockets. */
  readonly failures: number;
  readonly firstFailure: string | null;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Bytes of the last answer's body. */
  readonly bytes: number;
}

const KEY = "{{key}}";
const KEY_LENGTH = 16;

/** Request text split where a fresh key goes. */
const compile = (request: LoadRequest): readonly string[] => {
  const length = Buffer.byteLength(request.body) + (request.body.split(KEY).length - 1) * (KEY_LENGTH - KEY.length);
  const headers = {
    Host: "localhost",
    "Content-Type": "application/json",
    ...request.headers,
    "Content-Length": String(length),
  };
  const head = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\r\n");
  return `POST ${request.path} HTTP/1.1\r\n${head}\r\n\r\n${request.body}`.split(KEY);
};

/** Sends `order` and measures; a failed answer counts but does not stop the run. */
const generate = (order: LoadOrder): Promise<LoadReport> =>
  new Promise((done) => {
    const texts = order.requests.map(compile);
    const latencies: number[] = [];
    const base = process.hrtime.bigint() % 10_000_000_000n;
    let sent = 0;
    let failures = 0;
    let firstFailure: string | null = null;
    let bytes = 0;
    let open = order.connections;
    const started = performance.now();
    const endsAt = started + order.milliseconds;

    const next = (): string => {
      const parts = texts[sent % texts.length] ?? [];
      sent += 1;
      return parts.length === 1
        ? (parts[0] ?? "")
        : parts.join(String(base * 1_000_000n + BigInt(sent)).padStart(KEY_LENGTH, "0"));
    };
    const fail = (text: string): void => {
      failures += 1;
      firstFailure ??= text.slice(0, 400);
    };
    const close = (socket: Socket): void => {
      socket.destroy();
      open -= 1;
      if (open > 0) return;
      latencies.sort((a, b) => a - b);
      const at = (share: number): number =>
        latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
      const seconds = (performance.now() - started) / 1000;
      done({
        requests: latencies.length,
        failures,
        firstFailure,
        seconds,
        p50: at(0.5),
        p95: at(0.95),
        p99: at(0.99),
        bytes,
      });
    };

    for (let index = 0; index < order.connections; index += 1) {
      const socket = connect({ port: order.port, host: "127.0.0.1", noDelay: true });
      let sentAt = 0;
      let received = "";
      let expected = -1;
      let isClosed = false;
      const send = (): void => {
        received = "";
        expected = -1;
        sentAt = performance.now();
        socket.write(next(), "utf8");
      };
      const end = (problem?: string): void => {
        if (isClosed) return;
        isClosed = true;
        if (problem !== undefined) fail(problem);
        close(socket);
      };
      socket.on("connect", send);
      socket.on("error", (error) => end(error.message));
      socket.on("close", () => end("the server closed the connection"));
      // latin1: one character a byte, so that lengths are bytes and no multi-byte character is cut.
      socket.setEncoding("latin1");
      socket.on("data", (chunk: string) => {
        received += chunk;
        if (expected < 0) expected = lengthOf(received);
        if (!isWhole(received, expected)) return;
        const now = performance.now();
        latencies.push(now - sentAt);
        const body = received.indexOf("\r\n\r\n") + 4;
        bytes = received.length - body;
        if (
          !received.startsWith("HTTP/1.1 200") ||
          received.startsWith('{"errors"', body) ||
          received.includes('"userErrors":[{')
        )
          fail(received);
        if (now >= endsAt) end();
        else send();
      });
    }
  });

/** Total length of the answer whose head has arrived; -1: not yet; Infinity: chunked. */
const lengthOf = (received: string): number => {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return -1;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, end));
  return length === null ? Number.POSITIVE_INFINITY : end + 4 + Number(length[1]);
};

const isWhole = (received: string, expected: number): boolean =>
  expected === Number.POSITIVE_INFINITY
    ? received.endsWith("\r\n0\r\n\r\n")
    : expected >= 0 && received.length >= expected;

process.on("message", (order: LoadOrder) => {
  void generate(order).then((report) => process.send?.(report));
});
