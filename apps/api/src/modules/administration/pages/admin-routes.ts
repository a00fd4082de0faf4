/** /admin/imports, /admin/export and /admin/letters: what administration sends and fetches as files and paper (F56, F82). */
import { type Language, type StaffRight, z } from "@accord/domain";
import type { FastifyInstance, FastifyReply } from "fastify";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import type { Clock } from "../../../kernel/clock.js";
import type { Database } from "../../../kernel/db/index.js";
import { isSameOrigin } from "../../../kernel/http/request-origin.js";
import { TABLE_FORMS, type TableFileForm, type WrittenTable, writeTable } from "../../../kernel/tables/write-table.js";
import { refusalSentences } from "../../../kernel/text/sentences.js";
import type { Authenticate } from "../../identity/module.js";
import { PACK_BYTES } from "../../packs/module.js";
import type { ImportContext } from "../imports/import-context.js";
import { beginImport, checkImport } from "../imports/run-import.js";
import { MOST_OVERVIEW_DAYS, OVERVIEW_DAYS } from "../overview/overview-of.js";
import { letStaffIn, sendProblem } from "./admin-guard.js";
import { agreementFilterOf } from "./agreement-filter.js";
import { answerLetter, type LetterParts } from "./letter-page.js";
import { accountsFile, agreementsFile, auditFile, overviewFile, rejectedFile } from "./list-files.js";
import { registerPackSchemas, sendPackFile, takePackUpload } from "./pack-files.js";

export interface AdminRouteParts extends LetterParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly publicOrigin: string;
  readonly entitlementZone: string;
}

/** 50,000 rows of 300 characters. */
const IMPORT_BYTES = 16 * 1024 * 1024;

/** What the address of a file asks for. */
interface Asked {
  /** Names of the filters, not what was typed: that may be a person's name. */
  readonly by: readonly string[];
  readonly file: (parts: AdminRouteParts, language: Language) => Promise<WrittenTable>;
}

interface Export {
  readonly right: StaffRight;
  /** Null: nothing can be meant by this query. */
  readonly asked: (query: unknown) => Asked | null;
}

const PERIOD = z.strictObject({ days: z.coerce.number().int().min(1).max(MOST_OVERVIEW_DAYS).default(OVERVIEW_DAYS) });

/** What can be fetched, by name. */
const EXPORTS: Readonly<Record<string, Export>> = {
  agreements: {
    right: "READ_AGREEMENTS",
    asked: (query) => {
      const filter = agreementFilterOf(query);
      return filter && { by: Object.keys(filter).sort(), file: (parts) => agreementsFile(parts, filter) };
    },
  },
  accounts: { right: "READ_ACCOUNTS", asked: () => ({ by: [], file: accountsFile }) },
  audit: { right: "READ_AUDIT", asked: () => ({ by: [], file: auditFile }) },
  overview: {
    right: "READ_OVERVIEW",
    asked: (query) => {
      const { success, data } = PERIOD.safeParse(query);
      return success ? { by: [], file: (parts, language) => overviewFile(parts, data.days, language) } : null;
    },
  },
};

const sendTable = async (
  reply: FastifyReply,
  table: WrittenTable,
  form: TableFileForm,
  language: Language,
): Promise<FastifyReply> => {
  const { name, mediaType, content } = await writeTable(table, form, language);
  return reply.header("content-disposition", `attachment; filename="${name}"`).type(mediaType).send(content);
};

export const registerAdministration = (app: FastifyInstance, parts: AdminRouteParts): void => {
  registerPackSchemas(app, parts.publicOrigin);
  void app.register((room, _options, registered) => {
    room.removeAllContentTypeParsers();
    // Bytes as they are: what they are as text is for the reader to find out.
    room.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: IMPORT_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    room.post<{ Querystring: { fileName?: string } }>("/admin/imports", { bodyLimit: IMPORT_BYTES }, (request, reply) =>
      takeImport(parts, request, reply),
    );
    room.post<{ Params: { kind: string } }>("/admin/packs/:kind", { bodyLimit: PACK_BYTES }, (request, reply) =>
      takePackUpload(parts, request, reply),
    );
    registered();
  });
  app.get<{ Params: { kind: string } }>("/admin/packs/:kind", (request, reply) => sendPackFile(parts, request, reply));
  for (const form of TABLE_FORMS) registerTables(app, parts, form);
  app.get<{ Params: { id: string } }>("/admin/letters/:id", (request, reply) => answerLetter(parts, request, reply));
};

/** Every list, and the rejected rows of an import, as a file of this form. */
const registerTables = (app: FastifyInstance, parts: AdminRouteParts, form: TableFileForm): void => {
  app.get<{ Params: { id: string } }>(`/admin/imports/:id/rejected.${form}`, async (request, reply) => {
    const visitor = await letStaffIn(parts.authenticate, request, reply, { right: "READ_AGREEMENTS" });
    if (visitor === null) return reply;
    const table = await rejectedFile(parts.db, request.params.id, visitor.language);
    return table === null ? sendProblem(request, reply, 404) : sendTable(reply, table, form, visitor.language);
  });
  for (const [name, { right, asked }] of Object.entries(EXPORTS))
    app.get(`/admin/export/${name}.${form}`, async (request, reply) => {
      const visitor = await letStaffIn(parts.authenticate, request, reply, { right });
      if (visitor === null) return reply;
      const wanted = asked(request.query);
      if (wanted === null) return sendProblem(request, reply, 400);
      const { db, clock } = parts;
      const by = wanted.by.join(" ");
      const details = by === "" ? { name } : { name, by };
      await db.transaction("export", (tx) =>
        tx
          .of(auditStore)
          .append({ actorId: visitor.account.id, action: "export", objectId: name, details, at: clock.now() }),
      );
      return sendTable(reply, await wanted.file(parts, visitor.language), form, visitor.language);
    });
};

type ImportRequest = Parameters<typeof letStaffIn>[1] & { readonly query: { readonly fileName?: string } };

/** A file larger than a GraphQL request may be; the answer tells the id of its import. */
const takeImport = async (
  parts: AdminRouteParts,
  request: ImportRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const visitor = await letStaffIn(parts.authenticate, request, reply, { right: "MANAGE_AGREEMENTS" });
  if (visitor === null) return reply;
  if (!isSameOrigin(request.headers, parts.publicOrigin)) return sendProblem(request, reply, 403);
  const { db, clock, entitlementZone } = parts;
  const ground: ImportContext = { db, clock, timeZone: entitlementZone, isGuest: false };
  const fileName = (request.query.fileName ?? "").trim().slice(0, 200) || "agreements";
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const { account, language } = visitor;
  const begun = await beginImport(ground, { fileName, bytes, language, actorId: account.id });
  if (begun.ok) {
    // Goes on behind the answer; its state tells how it went.
    checkImport(ground, begun.value).catch((error: unknown) => request.log.error({ err: error }, "an import failed"));
    return reply.code(201).send({ id: begun.value.importId });
  }
  const userErrors = begun.refusals.map((refusal) => ({
    code: refusal.code,
    ...refusalSentences(language, refusal),
  }));
  return reply.code(422).send({ userErrors });
};
