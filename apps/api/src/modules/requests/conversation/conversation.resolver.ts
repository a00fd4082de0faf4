/** The conversation and the life of a request: writing, correcting, closing, reopening, withdrawing, severity, rating (R91, F42, F49, F51). */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { payload } from "../../../kernel/graphql/payload.js";
import { addCommunication } from "./add-communication.js";
import { cancelRequest } from "./cancel-request.js";
import { closeRequest } from "./close-request.js";
import {
  AddCommunicationInput,
  AddCommunicationPayload,
  CancelRequestInput,
  CancelRequestPayload,
  CloseRequestInput,
  CloseRequestPayload,
  CreateSeverityAskInput,
  CreateSeverityAskPayload,
  MarkAsMessageInput,
  MarkAsMessagePayload,
  ReopenRequestInput,
  ReopenRequestPayload,
  UpdateCommunicationInput,
  UpdateCommunicationPayload,
  UpdateRequestRatingInput,
  UpdateRequestRatingPayload,
} from "./conversation.types.js";
import { createSeverityAsk } from "./create-severity-ask.js";
import { markAsMessage } from "./mark-as-message.js";
import { reopenRequest } from "./reopen-request.js";
import { updateCommunication } from "./update-communication.js";
import { updateRequestRating } from "./update-request-rating.js";

@Resolver()
export class ConversationResolver {
  @Mutation(() => AddCommunicationPayload, {
    description:
      "Writes in a support request. A contact's answer hands the turn back to support. Scope requests:write.",
  })
  async addCommunication(
    @Arg("input", () => AddCommunicationInput, { description: "The text." }) input: AddCommunicationInput,
    @Ctx() context: RequestContext,
  ): Promise<AddCommunicationPayload> {
    return payload(context, await addCommunication(context, input));
  }

  @Mutation(() => UpdateCommunicationPayload, {
    description: "Corrects what this account wrote, within 15 minutes. Scope requests:write.",
  })
  async updateCommunication(
    @Arg("input", () => UpdateCommunicationInput, { description: "The new text." }) input: UpdateCommunicationInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateCommunicationPayload> {
    return payload(context, await updateCommunication(context, input));
  }

  @Mutation(() => MarkAsMessagePayload, {
    description:
      "Says that an automatic reply is a message after all: it hands the turn back to support. Scope requests:write.",
  })
  async markAsMessage(
    @Arg("input", () => MarkAsMessageInput, { description: "The entry." }) input: MarkAsMessageInput,
    @Ctx() context: RequestContext,
  ): Promise<MarkAsMessagePayload> {
    return payload(context, await markAsMessage(context, input));
  }

  @Mutation(() => CloseRequestPayload, { description: "Closes a support request. Scope requests:write." })
  async closeRequest(
    @Arg("input", () => CloseRequestInput, { description: "The request and why." }) input: CloseRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<CloseRequestPayload> {
    return payload(context, await closeRequest(context, input));
  }

  @Mutation(() => ReopenRequestPayload, {
    description:
      "Opens a support request again within 14 days after closing; no incident is used. Scope requests:write.",
  })
  async reopenRequest(
    @Arg("input", () => ReopenRequestInput, { description: "The request and why." }) input: ReopenRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<ReopenRequestPayload> {
    return payload(context, await reopenRequest(context, input));
  }

  @Mutation(() => CreateSeverityAskPayload, {
    description:
      "Changes the severity while nobody is assigned; afterwards asks the engineer for it. Contacts only. Scope requests:write.",
  })
  async createSeverityAsk(
    @Arg("input", () => CreateSeverityAskInput, { description: "The severity and why." })
    input: CreateSeverityAskInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateSeverityAskPayload> {
    return payload(context, await createSeverityAsk(context, input));
  }

  @Mutation(() => CancelRequestPayload, {
    description:
      "Takes a support request back before an engineer is assigned; its incident is given back. Contacts only. Scope requests:write.",
  })
  async cancelRequest(
    @Arg("input", () => CancelRequestInput, { description: "The request." }) input: CancelRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<CancelRequestPayload> {
    return payload(context, await cancelRequest(context, input));
  }

  @Mutation(() => UpdateRequestRatingPayload, {
    description: "Rates the support of a solved or closed request. Contacts only. Scope requests:write.",
  })
  async updateRequestRating(
    @Arg("input", () => UpdateRequestRatingInput, { description: "The rating." }) input: UpdateRequestRatingInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateRequestRatingPayload> {
    return payload(context, await updateRequestRating(context, input));
  }
}
