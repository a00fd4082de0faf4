/** The arguments of every list that grows (contract.md: default 20, at most 100, opaque cursors). */
import { ArgsType, Field, Int } from "type-graphql";
import { DEFAULT_LIMITS } from "../limits/limits.js";

export const FIRST = {
  nullable: true,
  defaultValue: DEFAULT_LIMITS.pageSizeDefault,
  description: "How many items at most, 1 to 100.",
};
export const AFTER = { nullable: true, description: "Cursor of the item to begin after." };

/** The same as one parameter: `@Args(() => PageArgs) page: PageArgs`. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, FIRST)
  readonly first!: number;

  @Field(() => String, AFTER)
  readonly after!: string | null;
}
