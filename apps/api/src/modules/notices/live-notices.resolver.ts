/** Declares the live field of notices; how it is served stands in live-notices.ts. */
import { Int, Resolver, Root, Subscription } from "type-graphql";

@Resolver()
export class LiveNoticesResolver {
  @Subscription(() => Int, {
    subscribe: () => {
      throw new Error("subscriptions are served by graphql/live");
    },
    description: "How many notices this account has not read, each time one arrives. Scope requests:read.",
  })
  unreadNoticeCount(@Root() root: { readonly count: number }): number {
    return root.count;
  }
}
