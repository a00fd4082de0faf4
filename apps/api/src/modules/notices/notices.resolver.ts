/** Notices of the signed-in account, its preferences, and what it follows (F71, F72, P12). */
import type { Notice } from "@accord/domain";
import { Arg, Args, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import type { RowConnection } from "../../kernel/graphql/page.js";
import { PageArgs } from "../../kernel/graphql/page-arguments.js";
import { payload } from "../../kernel/graphql/payload.js";
import { followRequest } from "./follow-request.js";
import { listNotices } from "./list-notices.js";
import { markNoticesRead } from "./mark-notices-read.js";
import {
  MarkNoticesReadInput,
  MarkNoticesReadPayload,
  UpdateNoticePreferencesInput,
  UpdateNoticePreferencesPayload,
  UpdateSubscriptionInput,
  UpdateSubscriptionPayload,
} from "./notices.types.js";
import { noticeStore } from "./storage/notice.store.js";
import { NoticeConnectionType } from "./types/notice.type.js";
import { updateNoticePreferences } from "./update-notice-preferences.js";

@Resolver()
export class NoticesResolver {
  @Query(() => NoticeConnectionType, {
    description: "What this account was told about support requests, newest first. Scope requests:read.",
  })
  notices(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("isUnread", () => Boolean, { nullable: true, description: "Only those that were not read." })
    isUnread: boolean | null,
    @Ctx() context: RequestContext,
  ): Promise<RowConnection<Notice>> {
    return listNotices(context, page, isUnread ?? false);
  }

  @Query(() => Int, { description: "How many notices this account has not read. Scope requests:read." })
  unreadNoticeCount(@Ctx() context: RequestContext): Promise<number> {
    return context.db.read.of(noticeStore).count(accountOf(context).id, { isUnread: true });
  }

  @Mutation(() => MarkNoticesReadPayload, { description: "Marks notices as read. Scope requests:write." })
  async markNoticesRead(
    @Arg("input", () => MarkNoticesReadInput, { description: "Which." }) input: MarkNoticesReadInput,
    @Ctx() context: RequestContext,
  ): Promise<MarkNoticesReadPayload> {
    return payload(context, await markNoticesRead(context, input));
  }

  @Mutation(() => UpdateNoticePreferencesPayload, {
    description: "Chooses which notices come by mail as well. Scope requests:write.",
  })
  async updateNoticePreferences(
    @Arg("input", () => UpdateNoticePreferencesInput, { description: "The kinds." })
    input: UpdateNoticePreferencesInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateNoticePreferencesPayload> {
    return payload(context, await updateNoticePreferences(context, input));
  }

  @Mutation(() => UpdateSubscriptionPayload, {
    description: "Subscribes a contact to mail about one request, or ends it. Scope requests:write.",
  })
  async updateSubscription(
    @Arg("input", () => UpdateSubscriptionInput, { description: "The request." }) input: UpdateSubscriptionInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateSubscriptionPayload> {
    return payload(context, await followRequest(context, input));
  }
}
