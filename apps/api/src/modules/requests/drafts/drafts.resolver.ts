/** Drafts of the six steps, on the server and the account's own (F32, E2). */
import type { RequestDraft } from "@accord/domain";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { lookUp } from "../../../kernel/graphql/look-up.js";
import { payload } from "../../../kernel/graphql/payload.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { draftStore } from "../../drafts/module.js";
import { RequestDraftType } from "../types/draft.type.js";
import { deleteDraft } from "./delete-draft.js";
import { DeleteDraftInput, DeleteDraftPayload, SaveDraftInput, SaveDraftPayload } from "./drafts.types.js";
import { saveDraft } from "./save-draft.js";

@Resolver()
export class DraftsResolver {
  @AtMost("draftsPerAccount")
  @Query(() => [RequestDraftType], {
    description: "Unfinished requests of this account, last saved first. Scope requests:read.",
  })
  async myDrafts(@Ctx() context: RequestContext): Promise<readonly RequestDraft[]> {
    const drafts = await context.db.read.of(draftStore).ofAccount(accountOf(context).id);
    return drafts.filter((draft) => context.now < draft.expiresAt);
  }

  @Query(() => RequestDraftType, lookUp("An unfinished request of this account. Scope requests:read."))
  async draft(
    @Arg("id", () => ID, { description: "Id of the draft." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<RequestDraft> {
    const draft = await context.db.read.of(draftStore).byId(idOf("drf", id));
    if (draft === null || context.now >= draft.expiresAt) throw new RequestError("NOT_FOUND");
    return draft;
  }

  @Mutation(() => SaveDraftPayload, {
    description: "Keeps what was typed, right or wrong, for 30 days. Scope requests:write.",
  })
  async saveDraft(
    @Arg("input", () => SaveDraftInput, { description: "The draft." }) input: SaveDraftInput,
    @Ctx() context: RequestContext,
  ): Promise<SaveDraftPayload> {
    return payload(context, await saveDraft(context, input));
  }

  @Mutation(() => DeleteDraftPayload, { description: "Deletes a draft. Scope requests:write." })
  async deleteDraft(
    @Arg("input", () => DeleteDraftInput, { description: "The draft." }) input: DeleteDraftInput,
    @Ctx() context: RequestContext,
  ): Promise<DeleteDraftPayload> {
    return payload(context, await deleteDraft(context, input.draftId));
  }
}
