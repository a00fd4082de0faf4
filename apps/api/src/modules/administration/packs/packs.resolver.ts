/** Data as packs: looked at, previewed, loaded and fetched by staff (F57-F59). */
import { accept, type PackKind, type Result, refuse } from "@accord/domain";
import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { commandOf, once } from "../../../kernel/graphql/idempotency.js";
import { isIdOf } from "../../../kernel/graphql/ids.js";
import { lookUp } from "../../../kernel/graphql/look-up.js";
import { connectionOfList, type RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { payload } from "../../../kernel/graphql/payload.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { PackConnectionType, PackFileType, PackKindEnum } from "../../packs/graphql.js";
import { type PackFacts, type PackFile, packStore, updatePack } from "../../packs/module.js";
import { createPackPreview, groundOf, type PackPreview } from "./create-pack-preview.js";
import { exportPack, type ListedPack, listPacks } from "./list-packs.js";
import { CreatePackPreviewInput, CreatePackPreviewPayload, UpdatePackInput, UpdatePackPayload } from "./packs.types.js";

/** The file itself, sent with the request or before it. */
const fileOf = async (
  { db }: RequestContext,
  account: { readonly id: string },
  { kind, text = null, uploadId = null, effectiveOn = null }: CreatePackPreviewInput,
): Promise<Result<PackFile, "INPUT_REQUIRED" | "PACK_NOT_VALID">> => {
  if (text !== null) return accept({ kind, text, effectiveOn });
  if (uploadId === null) return refuse("INPUT_REQUIRED", ["text"]);
  const upload = isIdOf("pku", uploadId) ? await db.read.of(packStore).upload(uploadId) : null;
  if (upload === null || upload.kind !== kind || upload.creatorId !== account.id)
    return refuse("PACK_NOT_VALID", ["uploadId"], { reason: "UPLOAD", count: 0, line: 0 });
  return accept({ kind, text: upload.content, effectiveOn });
};

type LoadedPack = Result<PackFacts, "PACK_NOT_VALID">;

@Resolver()
export class PacksResolver {
  @Query(() => PackConnectionType, {
    description: "Every version of every kind, the latest day of a kind first. Staff with the right READ_PACKS.",
  })
  async packs(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { db, now, settings }: RequestContext,
  ): Promise<RowConnection<ListedPack>> {
    return connectionOfList(await listPacks(db.read, now, settings.entitlementTimeZone), page);
  }

  @Query(() => PackFileType, lookUp("The file of what holds now. Staff with the right READ_PACKS."))
  async packExport(
    @Arg("kind", () => PackKindEnum, { description: "What it is about." }) kind: PackKind,
    @Ctx() { db }: RequestContext,
  ): Promise<PackFileType> {
    const file = await exportPack(db.read, kind);
    if (file === null) throw new RequestError("NOT_FOUND");
    return file;
  }

  @Mutation(() => CreatePackPreviewPayload, {
    description:
      "Tells what loading a file would do: its problems, what differs, whose outcome changes. Loads nothing. Staff with the right LOAD_PACKS.",
  })
  async createPackPreview(
    @Arg("input", () => CreatePackPreviewInput, { description: "The file." }) input: CreatePackPreviewInput,
    @Ctx() context: RequestContext,
  ): Promise<CreatePackPreviewPayload> {
    const file = await fileOf(context, accountOf(context), input);
    if (!file.ok) return payload<{ preview: PackPreview }>(context, file);
    return payload(context, accept({ preview: await createPackPreview(context.db, file.value, groundOf(context)) }));
  }

  @Mutation(() => UpdatePackPayload, {
    description:
      "Loads a file that was looked at; it holds from its day on. One without a change is loaded once. Staff with the right LOAD_PACKS.",
  })
  async updatePack(
    @Arg("input", () => UpdatePackInput, { description: "The file, and what its preview told." })
    input: UpdatePackInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdatePackPayload> {
    const { id: actorId } = accountOf(context);
    const file = await fileOf(context, { id: actorId }, input);
    if (!file.ok) return payload<{ pack: ListedPack }>(context, file);
    const command = { ...file.value, digest: input.digest, actorId };
    const loaded = await context.db.transaction("load pack", async (tx): Promise<LoadedPack> => {
      const done = await once(tx, commandOf(context, "updatePack", input), async () => {
        const answer = await updatePack(tx, command, groundOf(context));
        return answer.ok ? answer.value.pack : tx.abort(answer);
      });
      return accept(done);
    });
    if (!loaded.ok) return payload<{ pack: ListedPack }>(context, loaded);
    await context.refreshPacks();
    const { kind, version } = loaded.value;
    const packs = await listPacks(context.db.read, context.clock.now(), context.settings.entitlementTimeZone);
    const pack = packs.find((one) => one.kind === kind && one.version === version);
    if (pack === undefined) throw new Error("a pack that was just loaded is not listed");
    return payload(context, accept({ pack }));
  }
}
