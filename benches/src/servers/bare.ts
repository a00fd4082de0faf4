/** BARE, the practical limit of one Node process: node:http, SQL by hand, JSON.stringify. No sign-in, no policies, no limits. */
import { createServer, type IncomingMessage } from "node:http";
import type { CreateInput } from "./create-request.js";
import { plansOf } from "./plans.js";
import { requestOf, requestsOf } from "./requests.js";
import { openStore, serverArguments } from "./store.js";

interface Call {
  readonly account: string;
  readonly email: string;
  readonly versionId: string;
  readonly first: number;
  readonly after: string | null;
  readonly id: string;
  readonly input: CreateInput;
}

const { file, port } = serverArguments();
const { reader, catalogue, writer } = await openStore(file);

const bodyOf = (message: IncomingMessage): Promise<Call> =>
  new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    message.on("end", () => done(JSON.parse(Buffer.concat(chunks).toString()) as Call));
    message.on("error", fail);
  });

const answer = async (path: string, message: IncomingMessage): Promise<unknown> => {
  if (path === "/ready") return { isReady: true };
  const call = await bodyOf(message);
  const viewer = { id: call.account, email: call.email };
  if (path === "/w1") return plansOf(reader, catalogue, call.account, call.versionId);
  if (path === "/w2") return requestsOf(reader, catalogue, viewer, call.first, call.after);
  if (path === "/w4") return requestOf(reader, catalogue, viewer, call.id, 20);
  if (path === "/w3") return writer.createRequest(call.account, call.input);
  return null;
};

createServer((message, reply) => {
  answer(message.url ?? "", message).then(
    (value) => {
      const text = JSON.stringify(value);
      reply.writeHead(value === null ? 404 : 200, {
        "content-type": "application/json; charset=utf-8",
        "content-length": Buffer.byteLength(text),
      });
      reply.end(text);
    },
    (error: Error) => {
      reply.writeHead(500, { "content-type": "text/plain" });
      reply.end(String(error.stack));
    },
  );
}).listen(port, "127.0.0.1");
