/** Files of requests and drafts (R7, R92, F37, F47); their bytes go to /files. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { payload } from "../../../kernel/graphql/payload.js";
import { addAttachments } from "./add-attachments.js";
import {
  AddAttachmentsInput,
  AddAttachmentsPayload,
  CreateAttachmentUploadInput,
  CreateAttachmentUploadPayload,
  RemoveAttachmentInput,
  RemoveAttachmentPayload,
} from "./attachment.types.js";
import { createAttachmentUpload } from "./create-attachment-upload.js";
import { removeAttachment } from "./remove-attachment.js";

@Resolver()
export class AttachmentsResolver {
  @Mutation(() => CreateAttachmentUploadPayload, {
    description: "Announces a file and tells where its bytes go, in as many pieces as it takes. Scope requests:write.",
  })
  async createAttachmentUpload(
    @Arg("input", () => CreateAttachmentUploadInput, { description: "The file." }) input: CreateAttachmentUploadInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateAttachmentUploadPayload> {
    return payload(context, await createAttachmentUpload(context, input));
  }

  @Mutation(() => RemoveAttachmentPayload, {
    description: "Takes back a file of yours that was not sent yet. Scope requests:write.",
  })
  async removeAttachment(
    @Arg("input", () => RemoveAttachmentInput, { description: "The file." }) input: RemoveAttachmentInput,
    @Ctx() context: RequestContext,
  ): Promise<RemoveAttachmentPayload> {
    return payload(context, await removeAttachment(context, input));
  }

  @Mutation(() => AddAttachmentsPayload, {
    description: "Sends uploaded files with a support request, without a text. Scope requests:write.",
  })
  async addAttachments(
    @Arg("input", () => AddAttachmentsInput, { description: "The files." }) input: AddAttachmentsInput,
    @Ctx() context: RequestContext,
  ): Promise<AddAttachmentsPayload> {
    return payload(context, await addAttachments(context, input));
  }
}
