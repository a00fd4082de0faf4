/** The conversation and the life of a request: writing, correcting, closing, reopening, withdrawing, severity, rating (R91, F42, F49, F51). */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { payload } from "../../../kernel/graphql/payload.js";
import { addCommunication } from "./add-communication.js";
import { askSeverityChange } from "./ask-severity-change.js";
import { closeRequest } from "./close-request.js";
import {
  AddCommunicationInput,
  AddCommunicationPayload,
  AskSeverityChangeInput,
  AskSeverityChangePayload,
  CloseRequestInput,
  CloseRequestPayload,
  EditCommunicationInput,
  EditCommunicationPayload,
  MarkAsMessageInput,
  MarkAsMessagePayload,
  RateRequestInput,
  RateRequestPayload,
  ReopenRequestInput,
  ReopenRequestPayload,
  WithdrawRequestInput,
  WithdrawRequestPayload,
} from "./conversation.types.js";
import { editCommunication } from "./edit-communication.js";
import { markAsMessage } from "./mark-as-message.js";
import { rateRequest } from "./rate-request.js";
import { reopenRequest } from "./reopen-request.js";
import { withdrawRequest } from "./withdraw-request.js";

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

  @Mutation(() => EditCommunicationPayload, {
    description: "Corrects what this account wrote, within 15 minutes. Scope requests:write.",
  })
  async editCommunication(
    @Arg("input", () => EditCommunicationInput, { description: "The new text." }) input: EditCommunicationInput,
    @Ctx() context: RequestContext,
  ): Promise<EditCommunicationPayload> {
    return payload(context, await editCommunication(context, input));
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

  @Mutation(() => AskSeverityChangePayload, {
    description:
      "Changes the severity while nobody is assigned; afterwards asks the engineer for it. Contacts only. Scope requests:write.",
  })
  async askSeverityChange(
    @Arg("input", () => AskSeverityChangeInput, { description: "The severity and why." })
    input: AskSeverityChangeInput,
    @Ctx() context: RequestContext,
  ): Promise<AskSeverityChangePayload> {
    return payload(context, await askSeverityChange(context, input));
  }

  @Mutation(() => WithdrawRequestPayload, {
    description:
      "Takes a support request back before an engineer is assigned; its incident is given back. Contacts only. Scope requests:write.",
  })
  async withdrawRequest(
    @Arg("input", () => WithdrawRequestInput, { description: "The request." }) input: WithdrawRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawRequestPayload> {
    return payload(context, await withdrawRequest(context, input));
  }

  @Mutation(() => RateRequestPayload, {
    description: "Rates the support of a solved or closed request. Contacts only. Scope requests:write.",
  })
  async rateRequest(
    @Arg("input", () => RateRequestInput, { description: "The rating." }) input: RateRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<RateRequestPayload> {
    return payload(context, await rateRequest(context, input));
  }
}
