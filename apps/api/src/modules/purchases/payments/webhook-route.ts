/** POST /webhooks/payments: the raw body, told apart by its signature; 200 once what it says is committed. */
import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance } from "fastify";
import { errorBody } from "../../../kernel/http/errors.js";

/** Largest delivery that is read. */
const BODY_BYTES = 256 * 1024;

/** False: it was not the provider's. */
export type ReceiveWebhook = (rawBody: Buffer, headers: IncomingHttpHeaders) => Promise<boolean>;

export const registerWebhooks = (app: FastifyInstance, receive: ReceiveWebhook | null): void => {
  void app.register((room, _options, registered) => {
    // Whatever it is sent as: the signature stands over the bytes.
    room.removeAllContentTypeParsers();
    room.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: BODY_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    room.post("/webhooks/payments", async (request, reply) => {
      if (receive === null) return reply.code(404).send(errorBody(404, request.id));
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const isTaken = await receive(body, request.headers);
      return isTaken ? reply.code(200).send({ received: true }) : reply.code(400).send(errorBody(400, request.id));
    });
    registered();
  });
};
