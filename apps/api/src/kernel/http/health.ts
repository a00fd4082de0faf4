/** /livez, /readyz and /version: what a process supervisor and a rolling update ask. */
import type { FastifyInstance } from "fastify";

export interface Health {
  /** Set when the server begins to stop: no new work is sent here. */
  isDraining: boolean;
  /** True once migrations and the seed are through. */
  isMigrated: boolean;
  /** What whoever runs it should know, though it works; shown on /readyz. */
  readonly notes: Set<string>;
}

export const createHealth = (): Health => ({ isDraining: false, isMigrated: false, notes: new Set() });

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
      .send({ status: problem ?? "ready", ...(health.notes.size === 0 ? {} : { notes: [...health.notes] }) });
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
