/** What an engineer has at hand: teams, views, replies, counts (F41, F54). */

import type {
  Account,
  FirstResponseState,
  Language,
  QueueOwner,
  RequestStatus,
  SavedView,
  Severity,
  Team,
  Turn,
} from "@accord/domain";
import { VIEW_LIMIT } from "@accord/domain";
import { Args, Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { leaveToReader } from "../../../kernel/graphql/field-map.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import type { RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { FirstResponseStateEnum, SeverityEnum } from "../../catalogue/graphql.js";
import { LanguageCodeEnum } from "../../identity/graphql.js";
import { RequestStatusEnum, TurnEnum } from "../../requests/graphql.js";
import { StaffMemberType, TeamType } from "../../teams/graphql.js";
import type { CannedReply } from "../storage/canned-reply.table.js";
import { QueueOwnerEnum } from "./workspace-enums.type.js";

@ObjectType("QueueFilterKept", { description: "Which requests a view shows.", simpleResolvers: true })
export class QueueFilterKeptType {
  @AtMost("listInput")
  @Field(() => [ID], { nullable: true, description: "Routed to one of these teams." })
  readonly teamIds!: readonly string[] | null;

  @Field(() => QueueOwnerEnum, { nullable: true, description: "Whose they are." })
  readonly owner!: QueueOwner | null;

  @Field(() => [RequestStatusEnum], { nullable: true, description: "In one of these statuses." })
  readonly statuses!: readonly RequestStatus[] | null;

  @Field(() => [SeverityEnum], { nullable: true, description: "Of one of these severities." })
  readonly severities!: readonly Severity[] | null;

  @Field(() => TurnEnum, { nullable: true, description: "Waiting for this side." })
  readonly turn!: Turn | null;

  @Field(() => [FirstResponseStateEnum], { nullable: true, description: "Whose first answer stands so." })
  readonly firstResponse!: readonly FirstResponseState[] | null;

  @Field(() => ID, { nullable: true, description: "About this product." })
  readonly productId!: string | null;
}

@ObjectType("SavedView", {
  description: "A view of the queue kept under a name.",
  implements: NodeType,
  simpleResolvers: true,
})
export class SavedViewType extends NodeType {
  @Field(() => String, { description: "Name." })
  readonly name!: string;

  @Field(() => QueueFilterKeptType, { description: "Which requests." })
  readonly filter!: QueueFilterKeptType;

  @Field(() => String, { nullable: true, description: "Words to search for." })
  readonly search!: string | null;

  @Field(() => Int, { description: "How many requests it shows now." })
  readonly count?: number;
}

@ObjectType("CannedReply", { description: "A reply kept for reuse.", implements: NodeType, simpleResolvers: true })
export class CannedReplyType extends NodeType {
  @Field(() => String, { description: "Title." })
  readonly title!: string;

  @Field(() => String, { description: "Markdown with variables." })
  readonly text!: string;

  @Field(() => LanguageCodeEnum, { description: "Its language." })
  readonly language!: Language;

  @Field(() => Boolean, { description: "Whether the whole desk uses it." })
  readonly isShared?: boolean;
}

const { connection: CannedReplyConnectionType } = connectionOf("CannedReply", () => CannedReplyType, "replies");

@ObjectType("RenderedReply", { description: "A reply with its variables filled in.", simpleResolvers: true })
export class RenderedReplyType {
  @Field(() => String, { description: "The text." })
  readonly text!: string;

  @AtMost(100)
  @Field(() => [String], { description: "Variables nobody knows a value for; they stand in the text as they were." })
  readonly unknown!: readonly string[];
}

@ObjectType("QueueCounts", { description: "How many open requests there are.", simpleResolvers: true })
export class QueueCountsType {
  @Field(() => Int, { description: "This account's own." })
  readonly mine?: number;

  @Field(() => Int, { description: "This account's own in which support is to act." })
  readonly myTurn?: number;

  @Field(() => Int, { description: "Nobody's yet." })
  readonly unassigned?: number;

  @Field(() => Int, { description: "Whose first answer is nearly due, as far as this account sees." })
  readonly nearBreach?: number;

  @Field(() => Int, { description: "Whose first answer is late, as far as this account sees." })
  readonly breached?: number;
}

@ObjectType("Workspace", { description: "What an engineer has at hand.", simpleResolvers: true })
export class WorkspaceType {
  @AtMost(200)
  @Field(() => [TeamType], { description: "All teams." })
  readonly teams!: readonly Team[];

  @AtMost(200)
  @Field(() => [StaffMemberType], { description: "Everybody a request can be given to." })
  readonly engineers?: readonly StaffMemberType[];

  @Field(() => Boolean, { description: "Whether this account is on call now." })
  readonly isOnCall?: boolean;

  @AtMost(VIEW_LIMIT)
  @Field(() => [SavedViewType], { description: "This account's views." })
  readonly savedViews?: readonly SavedView[];

  @Field(() => CannedReplyConnectionType, { description: "This account's replies and the desk's, by title." })
  cannedReplies(@Args(() => PageArgs) _page: PageArgs): RowConnection<CannedReply> {
    return leaveToReader();
  }

  @Field(() => QueueCountsType, { description: "How many there are." })
  readonly counts?: Account;
}
