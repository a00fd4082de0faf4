/** Declares the live fields of requests; how they are served stands in live-requests.ts. */
import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { RequestDetail, TimelineRow } from "./storage/request.store.js";
import { SupportRequestType } from "./types/support-request.type.js";
import { TimelineEntryType } from "./types/timeline.type.js";

@ObjectType("RequestChange", { description: "Says that a support request changed; ask for it.", simpleResolvers: true })
export class RequestChangeType {
  @Field(() => ID, { nullable: true, description: "The request; null: any of them may have changed." })
  readonly requestId!: string | null;
}

const ONE = { description: "The request to listen to." };
/** Served over WebSocket by graphql/live, never by the resolver's own machinery. */
const elsewhere = {
  subscribe: () => {
    throw new Error("subscriptions are served by graphql/live");
  },
};

@Resolver()
export class LiveRequestsResolver {
  @Subscription(() => SupportRequestType, {
    ...elsewhere,
    description:
      "The support request, each time it changes; ends when this account loses sight of it. Scope requests:read.",
  })
  requestUpdated(@Arg("requestId", () => ID, ONE) _requestId: string, @Root() request: RequestDetail): RequestDetail {
    return request;
  }

  @Subscription(() => TimelineEntryType, {
    ...elsewhere,
    description: "What is added to a support request, as it is added. Scope requests:read.",
  })
  communicationAdded(@Arg("requestId", () => ID, ONE) _requestId: string, @Root() entry: TimelineRow): TimelineRow {
    return entry;
  }

  @Subscription(() => RequestChangeType, {
    ...elsewhere,
    description: "Which of this account's support requests changed. Scope requests:read.",
  })
  myRequestsChanged(@Root() change: RequestChangeType): RequestChangeType {
    return change;
  }

  @Subscription(() => RequestChangeType, {
    ...elsewhere,
    description: "Which request of the engineers' queue changed. Engineers only. Scope requests:read.",
  })
  queueChanged(@Root() change: RequestChangeType): RequestChangeType {
    return change;
  }
}
