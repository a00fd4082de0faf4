/** /account/export.zip: everything kept of oneself, for whoever has just signed in (F83). */
import { randomUUID } from "node:crypto";
import { createReadStream, mkdirSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { DAY, MINUTE } from "@accord/domain";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { auditStore } from "../kernel/audit/audit.store.js";
import type { Clock } from "../kernel/clock.js";
import type { Database } from "../kernel/db/index.js";
import type { StoragePart } from "../kernel/db/storage-part.js";
import { isSameOrigin } from "../kernel/http/request-origin.js";
import type { Limits } from "../kernel/limits/limits.js";
import { rateCounterStore } from "../kernel/limits/rate-counter.store.js";
import type { Authenticate } from "../modules/identity/module.js";
import { exportSubject } from "./export-subject.js";

export interface ExportRouteParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly tables: StoragePart["tables"];
  readonly authenticate: Authenticate;
  readonly config: { readonly blobUrl: string; readonly dataDir: string; readonly publicOrigin: string };
  readonly limits: Pick<Limits, "reauthenticationMinutes" | "ownExportsPerDay">;
}

/** The page it is asked for on. */
const PAGE = "/settings/data";

export const registerOwnExport = (app: FastifyInstance, parts: ExportRouteParts): void => {
  const folder = join(parts.config.dataDir, "exports");
  // Of a process that was killed while it made one.
  rmSync(folder, { recursive: true, force: true });
  app.get("/account/export.zip", (request, reply) => answer(parts, folder, request, reply));
};

const answer = async (
  parts: ExportRouteParts,
  folder: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { db, clock, limits, tables, config } = parts;
  // A link elsewhere spends none of the few of a day.
  if (!isSameOrigin(request.headers, config.publicOrigin)) return reply.redirect(PAGE, 303);
  // A token is no way in.
  const principal = request.headers.authorization === undefined ? await parts.authenticate(request.headers) : null;
  reply.header("cache-control", "private, no-store");
  const at = clock.now();
  const isFresh =
    principal?.kind === "session" && at - principal.authenticatedAt <= limits.reauthenticationMinutes * MINUTE;
  if (!isFresh) {
    const again = new URLSearchParams({ returnTo: `${PAGE}?signedIn=again`, prompt: "login" });
    return reply.redirect(`/auth/login?${again}`, 303);
  }
  const { account } = principal;
  const isAllowed = await db.transaction("export own data", async (tx) => {
    const key = `own-export:${account.id}`;
    const { allowed } = await tx.of(rateCounterStore).consume(key, 1, limits.ownExportsPerDay, DAY, at);
    const entry = { actorId: account.id, action: "subject.export", objectId: account.id, details: {}, at } as const;
    if (allowed) await tx.of(auditStore).append(entry);
    return allowed;
  });
  if (!isAllowed) return reply.redirect(`${PAGE}?fetched=often`, 303);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.zip`);
  await exportSubject(path, { db, tables, blobUrl: config.blobUrl, account, at });
  const file = createReadStream(path);
  // Gone however the download ends.
  file.once("close", () => void rm(path, { force: true }));
  return reply
    .header("content-disposition", `attachment; filename="accord-${account.id}.zip"`)
    .type("application/zip")
    .send(file);
};
