/** What engineers do with a request: take, hand over, change, refund, split, enter for a customer (R97, R98, F52, F53, F55). */
import type { Routing, SplitProposal, Team } from "@accord/domain";
import { Arg, Ctx, FieldResolver, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { leaveToReader } from "../../kernel/graphql/field-map.js";
import { AtMost } from "../../kernel/graphql/list-caps.js";
import { payload } from "../../kernel/graphql/payload.js";
import { RequestEntitlementType, SplitProposalType, SupportRequestType } from "../requests/graphql.js";
import { RoutingExplanationType, TeamType } from "../teams/graphql.js";
import { refundAsOwner, updateRequestSeverity, updateRequestStatus } from "./change-request.js";
import { createRequestForCustomer } from "./create-request-for-customer.js";
import { handOverRequest, updateRequestAssignment } from "./hand-over-request.js";
import { createSplitProposal, decideSplit } from "./split-request.js";
import { takeRequest } from "./take-request.js";
import {
  CreateRequestForCustomerInput,
  CreateSplitProposalInput,
  DecideSplitInput,
  HandOverRequestInput,
  RefundIncidentInput,
  TakeRequestInput,
  UpdateRequestAssignmentInput,
  UpdateRequestSeverityInput,
  UpdateRequestStatusInput,
} from "./workspace.inputs.js";
import {
  CreateRequestForCustomerPayload,
  CreateSplitProposalPayload,
  DecideSplitPayload,
  HandOverRequestPayload,
  RefundIncidentPayload,
  TakeRequestPayload,
  UpdateRequestAssignmentPayload,
  UpdateRequestSeverityPayload,
  UpdateRequestStatusPayload,
} from "./workspace.payloads.js";

/** Field resolvers here declare; they are read by workspace.fields.ts. */
@Resolver(() => SupportRequestType)
export class OwnershipResolver {
  @AtMost(100)
  @FieldResolver(() => [SplitProposalType], {
    description: "Parts the engineer proposed to open a second request for.",
  })
  splitProposals(): readonly SplitProposal[] {
    return leaveToReader();
  }

  @FieldResolver(() => RequestEntitlementType, {
    nullable: true,
    description: "Its plan; for the engineer who owns it, else null.",
  })
  entitlement(): RequestEntitlementType | null {
    return leaveToReader();
  }

  @FieldResolver(() => TeamType, {
    nullable: true,
    description: "The team it is routed to; for the engineer who owns it, else null.",
  })
  team(): Team | null {
    return leaveToReader();
  }

  @FieldResolver(() => RoutingExplanationType, {
    nullable: true,
    description: "Why it was routed there; for the engineer who owns it, else null.",
  })
  routing(): Routing | null {
    return leaveToReader();
  }

  @Mutation(() => TakeRequestPayload, {
    description: "Takes a request of the team's queue; the engineer owns it then. Scope requests:write.",
  })
  async takeRequest(
    @Arg("input", () => TakeRequestInput, { description: "The request." }) input: TakeRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<TakeRequestPayload> {
    return payload(context, await takeRequest(context, input));
  }

  @Mutation(() => HandOverRequestPayload, {
    description:
      "Hands a request to another engineer or team, with a note no customer sees; its engineer only. Scope requests:write.",
  })
  async handOverRequest(
    @Arg("input", () => HandOverRequestInput, { description: "To whom, and why." }) input: HandOverRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<HandOverRequestPayload> {
    return payload(context, await handOverRequest(context, input));
  }

  @Mutation(() => UpdateRequestAssignmentPayload, {
    description: "Gives any request to an engineer or team; leads and administrators only. Scope requests:write.",
  })
  async updateRequestAssignment(
    @Arg("input", () => UpdateRequestAssignmentInput, { description: "To whom." }) input: UpdateRequestAssignmentInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateRequestAssignmentPayload> {
    return payload(context, await updateRequestAssignment(context, input));
  }

  @Mutation(() => UpdateRequestStatusPayload, {
    description: "Moves a request to another status; its engineer only. Scope requests:write.",
  })
  async updateRequestStatus(
    @Arg("input", () => UpdateRequestStatusInput, { description: "The status." }) input: UpdateRequestStatusInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateRequestStatusPayload> {
    return payload(context, await updateRequestStatus(context, input));
  }

  @Mutation(() => UpdateRequestSeverityPayload, {
    description:
      "Sets the severity, which settles what a contact asked for; the engineer who owns it only. Scope requests:write.",
  })
  async updateRequestSeverity(
    @Arg("input", () => UpdateRequestSeverityInput, { description: "The severity." }) input: UpdateRequestSeverityInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateRequestSeverityPayload> {
    return payload(context, await updateRequestSeverity(context, input));
  }

  @Mutation(() => RefundIncidentPayload, {
    description:
      "Gives the incident of a request back, once; of a plan that has ended it expires at once. Its engineer only. Scope requests:write.",
  })
  async refundIncident(
    @Arg("input", () => RefundIncidentInput, { description: "The request and why." }) input: RefundIncidentInput,
    @Ctx() context: RequestContext,
  ): Promise<RefundIncidentPayload> {
    return payload(context, await refundAsOwner(context, input));
  }

  @Mutation(() => CreateSplitProposalPayload, {
    description:
      "Proposes to the contacts to open a second request for part of one; its engineer only. Scope requests:write.",
  })
  async createSplitProposal(
    @Arg("input", () => CreateSplitProposalInput, { description: "The part." }) input: CreateSplitProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateSplitProposalPayload> {
    return payload(context, await createSplitProposal(context, input));
  }

  @Mutation(() => DecideSplitPayload, {
    description:
      "Answers a proposal; a yes opens the second request and uses an incident of the same plan. Contacts only. Scope requests:write.",
  })
  async decideSplit(
    @Arg("input", () => DecideSplitInput, { description: "The answer." }) input: DecideSplitInput,
    @Ctx() context: RequestContext,
  ): Promise<DecideSplitPayload> {
    return payload(context, await decideSplit(context, input));
  }

  @Mutation(() => CreateRequestForCustomerPayload, {
    description:
      "Enters a request for a customer, whom the engineer then serves. Engineers and leads only. Scope requests:write.",
  })
  async createRequestForCustomer(
    @Arg("input", () => CreateRequestForCustomerInput, { description: "The request." })
    input: CreateRequestForCustomerInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateRequestForCustomerPayload> {
    return payload(context, await createRequestForCustomer(context, input));
  }
}
