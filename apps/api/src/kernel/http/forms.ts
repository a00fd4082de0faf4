/** HTML forms: the one body besides JSON that the server's own pages send. */
import type { FastifyInstance } from "fastify";

/** Lets `room` read urlencoded bodies of up to 8 KiB, and nothing else. */
export const registerFormParser = (room: FastifyInstance): void => {
  room.removeAllContentTypeParsers();
  room.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: 8192 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
};

/** The fields of a parsed form; empty without a body. */
export const readForm = (body: unknown): Readonly<Record<string, string | undefined>> =>
  typeof body === "object" && body !== null ? (body as Record<string, string>) : {};
