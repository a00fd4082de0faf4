/** The overview of staff (F79). */
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { OverviewType } from "../types/overview.type.js";
import { MOST_OVERVIEW_DAYS, OVERVIEW_DAYS, overviewOf } from "./overview-of.js";

@Resolver()
export class OverviewResolver {
  @Query(() => OverviewType, {
    description: "The overview of the morning. Staff with the right READ_OVERVIEW.",
  })
  overview(
    @Arg("days", () => Int, { defaultValue: OVERVIEW_DAYS, description: "Length of the period until now, 1 to 366." })
    days: number,
    @Ctx() context: RequestContext,
  ): Promise<OverviewType> {
    if (days < 1 || days > MOST_OVERVIEW_DAYS)
      throw new RequestError("BAD_USER_INPUT", {
        detail: `\`days\` is a number from 1 to ${MOST_OVERVIEW_DAYS}.`,
        inputPath: ["days"],
      });
    return overviewOf(context.db, context.clock.now(), days, context.language);
  }
}
