/** Imports of agreements: begun, looked at, loaded or stopped; the work goes on behind the answer (F56, F77). */
import { accept, type Result, refuse } from "@accord/domain";
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { commandOf } from "../../../kernel/graphql/idempotency.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { lookUp } from "../../../kernel/graphql/look-up.js";
import { connectionOfPage, pageRequestOf, type RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { payload } from "../../../kernel/graphql/payload.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { agreementImportStore } from "../storage/agreement-import.store.js";
import type { AgreementImport } from "../storage/agreement-import-row.js";
import { AgreementImportConnectionType, AgreementImportType } from "../types/agreement-import.type.js";
import type { ImportContext } from "./import-context.js";
import {
  CancelAgreementImportInput,
  CancelAgreementImportPayload,
  CreateAgreementImportInput,
  CreateAgreementImportPayload,
  StartAgreementImportInput,
  StartAgreementImportPayload,
} from "./imports.types.js";
import { beginLoadingOnce, dropImport, loadImport } from "./load-import.js";
import { beginImport, checkImport } from "./run-import.js";

const groundOf = ({ db, clock, settings }: RequestContext): ImportContext => ({
  db,
  clock,
  timeZone: settings.entitlementTimeZone,
  isGuest: false,
});

/** @throws RequestError NOT_FOUND */
const importOf = async ({ db }: RequestContext, id: string): Promise<AgreementImport> => {
  const found = await db.read.of(agreementImportStore).byId(idOf("imp", id));
  if (found === null) throw new RequestError("NOT_FOUND");
  return found;
};

/** The work behind an answer; it leaves nothing behind when it fails, and says so in the state of the import. */
const behind = (work: Promise<unknown>): void => {
  work.catch(() => undefined);
};

const wrongState = (): Result<never> => refuse("IMPORT_NOT_VALID", ["importId"], { reason: "STATE" });

@Resolver()
export class ImportsResolver {
  @Query(() => AgreementImportConnectionType, {
    description: "Imports of agreements, newest first. Staff with the right READ_AGREEMENTS.",
  })
  async agreementImports(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<RowConnection<AgreementImport>> {
    const rows = await context.db.read.of(agreementImportStore).list(pageRequestOf(page));
    return connectionOfPage(rows, page, () => context.db.read.of(agreementImportStore).count());
  }

  @Query(() => AgreementImportType, lookUp("One import. Staff with the right READ_AGREEMENTS."))
  agreementImport(
    @Arg("id", () => ID, { description: "Id of the import." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<AgreementImport> {
    return importOf(context, id);
  }

  @Mutation(() => CreateAgreementImportPayload, {
    description:
      "Takes a file in and judges its rows; nothing becomes an agreement yet. Staff with the right MANAGE_AGREEMENTS.",
  })
  async createAgreementImport(
    @Arg("input", () => CreateAgreementImportInput, { description: "The file." }) input: CreateAgreementImportInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateAgreementImportPayload> {
    const ground = groundOf(context);
    const fileName = input.fileName.trim().slice(0, 200) || "agreements";
    const { language } = context;
    const bytes = Buffer.from(input.text);
    const command = commandOf(context, "createAgreementImport", input);
    const begun = await beginImport(ground, { fileName, bytes, language, actorId: accountOf(context).id }, command);
    if (!begun.ok) return payload<{ agreementImport: AgreementImport }>(context, begun);
    if (!begun.value.isRepeated) behind(checkImport(ground, begun.value));
    return payload(context, accept({ agreementImport: await importOf(context, begun.value.importId) }));
  }

  @Mutation(() => StartAgreementImportPayload, {
    description:
      "Makes an agreement of every accepted row, all or none; lets an interrupted import go on. Staff with the right MANAGE_AGREEMENTS.",
  })
  async startAgreementImport(
    @Arg("input", () => StartAgreementImportInput, { description: "The import." }) input: StartAgreementImportInput,
    @Ctx() context: RequestContext,
  ): Promise<StartAgreementImportPayload> {
    const ground = groundOf(context);
    const { id } = await importOf(context, input.importId);
    const begun = await beginLoadingOnce(ground, id, commandOf(context, "startAgreementImport", input));
    if (begun === "NOT_POSSIBLE") return payload(context, wrongState());
    if (begun === "BEGUN") behind(loadImport(ground, id, accountOf(context).id));
    return payload(context, accept({ agreementImport: await importOf(context, id) }));
  }

  @Mutation(() => CancelAgreementImportPayload, {
    description:
      "Drops an import that is not loaded, also an interrupted one; nothing of it is left. Staff with the right MANAGE_AGREEMENTS.",
  })
  async cancelAgreementImport(
    @Arg("input", () => CancelAgreementImportInput, { description: "The import." }) input: CancelAgreementImportInput,
    @Ctx() context: RequestContext,
  ): Promise<CancelAgreementImportPayload> {
    const found = await importOf(context, input.importId);
    const isStopped = await dropImport(groundOf(context), found.id, accountOf(context).id);
    if (!isStopped) return payload(context, wrongState());
    return payload(context, accept({ agreementImport: await importOf(context, found.id) }));
  }
}
