/** Inputs and payloads of notices, preferences and subscriptions (F71, F72). */
import type { NoticeKind } from "@accord/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MutationPayload } from "../../kernel/graphql/user-error.type.js";
import { SupportRequestType } from "../requests/graphql.js";
import type { RequestDetail } from "../requests/module.js";
import { NoticeKindEnum, NoticePreferencesType } from "./types/notice.type.js";

@InputType("MarkNoticesReadInput", { description: "Which notices were read: some, or all." })
export class MarkNoticesReadInput {
  @Field(() => [ID], { nullable: true, description: "Ids of notices of this account." })
  readonly ids?: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: "All of them." })
  readonly isAll?: boolean | null;
}

@ObjectType("MarkNoticesReadPayload", { description: "What marking notices leads to.", simpleResolvers: true })
export class MarkNoticesReadPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: "How many are still unread." })
  readonly unreadNoticeCount!: number | null;
}

@InputType("UpdateNoticePreferencesInput", { description: "Which notices come by mail as well." })
export class UpdateNoticePreferencesInput {
  @Field(() => [NoticeKindEnum], { description: "Kinds sent by mail; ADDED_AS_CONTACT never is." })
  readonly mailOn!: readonly NoticeKind[];
}

@ObjectType("UpdateNoticePreferencesPayload", { description: "What choosing leads to.", simpleResolvers: true })
export class UpdateNoticePreferencesPayload extends MutationPayload {
  @Field(() => NoticePreferencesType, { nullable: true, description: "The preferences as they are now." })
  readonly noticePreferences!: NoticePreferencesType | null;
}

@InputType("UpdateSubscriptionInput", { description: "Whether mail about one request is wanted." })
export class UpdateSubscriptionInput {
  @Field(() => ID, { description: "Id of the request." })
  readonly requestId!: string;

  @Field(() => Boolean, { description: "Whether mail is wanted." })
  readonly isSubscribed!: boolean;
}

@ObjectType("UpdateSubscriptionPayload", { description: "What subscribing leads to.", simpleResolvers: true })
export class UpdateSubscriptionPayload extends MutationPayload {
  @Field(() => SupportRequestType, { nullable: true, description: "The request." })
  readonly request!: RequestDetail | null;
}
