/** Inputs and payloads of files (R7, R92, F47). */
import type { EpochMs } from "@accord/domain";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { KEY } from "../../../kernel/graphql/key-argument.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { ByteCountScalar, DateTimeScalar, UrlScalar } from "../../../kernel/graphql/scalars.js";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import { AttachmentType } from "../../files/graphql.js";
import type { AttachmentDetail } from "../../files/module.js";
import type { RequestDetail, TimelineRow } from "../storage/request.store.js";
import { SupportRequestType } from "../types/support-request.type.js";
import { TimelineEntryType } from "../types/timeline.type.js";

@InputType("CreateAttachmentUploadInput", { description: "A file to send: to a draft, or to a support request." })
export class CreateAttachmentUploadInput {
  @Field(() => ID, { nullable: true, description: "Id of the support request; this or `draftId`, not both." })
  readonly requestId?: string | null;

  @Field(() => ID, { nullable: true, description: "Id of the unfinished request; this or `requestId`, not both." })
  readonly draftId?: string | null;

  @Field(() => String, { description: "Name of the file; what is not a name of a file is left out of it." })
  readonly name!: string;

  @Field(() => ByteCountScalar, { description: "Bytes: a whole number, 1 or more." })
  readonly size!: number;

  @Field(() => String, { description: "Media type as its sender knows it; empty when unknown." })
  readonly mediaType!: string;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("UploadHeader", { description: "A header to send along with the bytes.", simpleResolvers: true })
export class UploadHeader {
  @Field(() => String, { description: "Name." })
  readonly name!: string;

  @Field(() => String, { description: "Value." })
  readonly value!: string;
}

@ObjectType("CreateAttachmentUploadPayload", { description: "Where to send the bytes.", simpleResolvers: true })
export class CreateAttachmentUploadPayload extends MutationPayload {
  @Field(() => AttachmentType, { nullable: true, description: "The file." })
  readonly attachment!: AttachmentDetail | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description:
      "Path the bytes go to, by the tus 1.0 protocol (PATCH, HEAD, DELETE), with the same sign-in or token as this; an interrupted upload goes on from where it stopped.",
  })
  readonly uploadUrl!: string | null;

  @AtMost(20)
  @Field(() => [UploadHeader], { nullable: true, description: "Headers of every request there." })
  readonly headers!: readonly UploadHeader[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When an upload that stands still is thrown away." })
  readonly expiresAt!: EpochMs | null;
}

@InputType("RemoveAttachmentInput", { description: "A file to take back." })
export class RemoveAttachmentInput {
  @Field(() => ID, { description: "Id of the file." })
  readonly attachmentId!: string;
}

@ObjectType("RemoveAttachmentPayload", { description: "What taking a file back leads to.", simpleResolvers: true })
export class RemoveAttachmentPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: "The file that is gone." })
  readonly removedAttachmentId!: string | null;
}

@InputType("AddAttachmentsInput", { description: "Uploaded files to send with a support request, without a text." })
export class AddAttachmentsInput {
  @Field(() => ID, { description: "Id of the support request." })
  readonly requestId!: string;

  @Field(() => [ID], { description: "Ids of uploads of yours that are complete and were not sent yet." })
  readonly attachmentIds!: readonly string[];

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("AddAttachmentsPayload", { description: "What sending files leads to.", simpleResolvers: true })
export class AddAttachmentsPayload extends MutationPayload {
  @Field(() => TimelineEntryType, { nullable: true, description: "The entry the files were sent with." })
  readonly entry!: TimelineRow | null;

  @Field(() => SupportRequestType, { nullable: true, description: "The support request." })
  readonly request!: RequestDetail | null;
}
