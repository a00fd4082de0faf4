/** Support requests: listing, reading, submitting, sharing (R31, R81, R83-R98). */
import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { lookUp } from "../../kernel/graphql/look-up.js";
import type { RowConnection } from "../../kernel/graphql/page.js";
import { payload } from "../../kernel/graphql/payload.js";
import { createRequest } from "./create-request.js";
import { findRequestBy } from "./find-request.js";
import { listRequests } from "./list-requests.js";
import {
  CreateRequestInput,
  CreateRequestPayload,
  RequestByInput,
  RequestFilterInput,
  RequestPageArgs,
} from "./requests.types.js";
import type { RequestDetail, RequestSummary } from "./storage/request.store.js";
import { SupportRequestConnectionType, SupportRequestType } from "./types/support-request.type.js";

@Resolver()
export class RequestsResolver {
  @Query(() => SupportRequestConnectionType, {
    description:
      "Support requests this account is a contact of, newest first unless asked otherwise. Scope requests:read.",
  })
  myRequests(
    @Arg("filter", () => RequestFilterInput, { nullable: true, description: "Which of them." })
    filter: RequestFilterInput | null,
    @Args(() => RequestPageArgs) page: RequestPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<RowConnection<RequestSummary>> {
    return listRequests(context, filter ?? {}, page);
  }

  @Query(() => SupportRequestType, lookUp("A support request this account may see. Scope requests:read."))
  request(
    @Arg("by", () => RequestByInput, { description: "What names it." }) by: RequestByInput,
    @Ctx() context: RequestContext,
  ): Promise<RequestDetail> {
    return findRequestBy(context, by);
  }

  @Mutation(() => CreateRequestPayload, {
    description: "Submits a support request and uses one incident of its plan, both or neither. Scope requests:write.",
  })
  async createRequest(
    @Arg("input", () => CreateRequestInput, { description: "The request." }) input: CreateRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateRequestPayload> {
    return payload(context, await createRequest(context, input));
  }
}
