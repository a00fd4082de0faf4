/** The engineers' queue and what they keep for it (F41, F52, F54, F69); nothing of it is a customer's. */
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { lookUp } from "../../kernel/graphql/look-up.js";
import type { RowConnection } from "../../kernel/graphql/page.js";
import { PageArgs } from "../../kernel/graphql/page-arguments.js";
import { payload } from "../../kernel/graphql/payload.js";
import { removeCannedReply, removeView, renderCannedReply, saveCannedReply, saveView } from "./keep-workspace.js";
import { filterOf, findQueueItem, listQueue } from "./list-queue.js";
import { QueueItemConnectionType, QueueItemType } from "./types/queue.type.js";
import { RenderedReplyType, WorkspaceType } from "./types/workspace.type.js";
import {
  QueueFilterInput,
  RemoveCannedReplyInput,
  RemoveViewInput,
  SaveCannedReplyInput,
  SaveViewInput,
} from "./workspace.inputs.js";
import {
  RemoveCannedReplyPayload,
  RemoveViewPayload,
  SaveCannedReplyPayload,
  SaveViewPayload,
} from "./workspace.payloads.js";
import { type QueueItem, type WorkspaceSource, workspaceAccount } from "./workspace-viewer.js";

@Resolver()
export class WorkspaceResolver {
  @Query(() => QueueItemConnectionType, {
    description:
      "The queue: unanswered requests first, each by its deadline. Engineers, leads and administrators only. Scope requests:read.",
  })
  queue(
    @Arg("filter", () => QueueFilterInput, { nullable: true, description: "Which of them." })
    filter: QueueFilterInput | null,
    @Arg("search", () => String, {
      nullable: true,
      description: "Beginnings of words of number, title or description, of requests whose text this account may read.",
    })
    search: string | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<RowConnection<QueueItem>> {
    return listQueue(context, filterOf(filter), search, page);
  }

  @Query(
    () => QueueItemType,
    lookUp("One request as it stands in the queue. Engineers, leads and administrators only. Scope requests:read."),
  )
  queueItem(
    @Arg("id", () => ID, { description: "Id of the support request." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<QueueItem> {
    return findQueueItem(context, id);
  }

  @Query(() => WorkspaceType, {
    description: "Teams, views, replies and counts. Engineers, leads and administrators only. Scope requests:read.",
  })
  workspace(@Ctx() context: RequestContext): WorkspaceSource {
    return workspaceAccount(context);
  }

  @Query(
    () => RenderedReplyType,
    lookUp("A canned reply with its variables filled in for a request. Scope requests:read."),
  )
  renderedReply(
    @Arg("replyId", () => ID, { description: "Id of the reply." }) replyId: string,
    @Arg("requestId", () => ID, { description: "Id of the support request." }) requestId: string,
    @Ctx() context: RequestContext,
  ): Promise<RenderedReplyType> {
    return renderCannedReply(context, replyId, requestId);
  }

  @Mutation(() => SaveViewPayload, { description: "Keeps a view of the queue. Scope requests:write." })
  async saveView(
    @Arg("input", () => SaveViewInput, { description: "The view." }) input: SaveViewInput,
    @Ctx() context: RequestContext,
  ): Promise<SaveViewPayload> {
    return payload(context, await saveView(context, input));
  }

  @Mutation(() => RemoveViewPayload, { description: "Forgets a view of the queue. Scope requests:write." })
  async removeView(
    @Arg("input", () => RemoveViewInput, { description: "The view." }) input: RemoveViewInput,
    @Ctx() context: RequestContext,
  ): Promise<RemoveViewPayload> {
    return { ...(await removeView(context, input.viewId)), userErrors: [] };
  }

  @Mutation(() => SaveCannedReplyPayload, {
    description: "Keeps a reply for reuse; for the whole desk, leads only. Scope requests:write.",
  })
  async saveCannedReply(
    @Arg("input", () => SaveCannedReplyInput, { description: "The reply." }) input: SaveCannedReplyInput,
    @Ctx() context: RequestContext,
  ): Promise<SaveCannedReplyPayload> {
    return payload(context, await saveCannedReply(context, input));
  }

  @Mutation(() => RemoveCannedReplyPayload, { description: "Forgets a canned reply. Scope requests:write." })
  async removeCannedReply(
    @Arg("input", () => RemoveCannedReplyInput, { description: "The reply." }) input: RemoveCannedReplyInput,
    @Ctx() context: RequestContext,
  ): Promise<RemoveCannedReplyPayload> {
    return { ...(await removeCannedReply(context, input.replyId)), userErrors: [] };
  }
}
