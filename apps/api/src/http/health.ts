/** /livez, /readyz and /version: what a process supervisor and a rolling update ask. */
import type { FastifyInstance } from "fastify";

export interface Health {
  /** Set when the server begins to stop: no new work is sent here. */
  isDraining: boolean;
  /** True once migrations and the seed are through. */
  isMigrated: boolean;
}

export const registerHealth = (
  app: FastifyInstance,
  health: Health,
  isWritable: () => Promise<boolean>,
  version: string,
): void => {
  const noStore = { "cache-control": "no-store" };
  app.get("/livez", async (_request, reply) => reply.headers(noStore).send({ status: "live" }));
  app.get("/version", async (_request, reply) => reply.headers(noStore).send({ name: "accord", version }));
  app.get("/readyz", async (_request, reply) => {
    const problem = await findProblem(health, isWritable);
    return reply
      .headers(noStore)
      .code(problem === null ? 200 : 503)
      .send(problem === null ? { status: "ready" } : { status: problem });
  });
};

const findProblem = async (health: Health, isWritable: () => Promise<boolean>): Promise<string | null> => {
  if (health.isDraining) return "draining";
  if (!health.isMigrated) return "migrating";
  try {
    return (await isWritable()) ? null : "read-only";
  } catch {
    return "unavailable";
  }
};
