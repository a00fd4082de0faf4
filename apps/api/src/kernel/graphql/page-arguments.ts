/** The arguments of every list that grows (contract.md: default 20, at most 100, opaque cursors). */
import { ArgsType, Field, Int } from "type-graphql";
import { DEFAULT_LIMITS } from "../limits/limits.js";
import { publishCodes } from "./enumeration.js";
import type { ListOrder, PageArguments } from "./page.js";

export const FIRST = {
  nullable: true,
  defaultValue: DEFAULT_LIMITS.pageSizeDefault,
  description: "How many items at most, 1 to 100.",
};

const ListOrderEnum = publishCodes<ListOrder>("ListOrder", "In which order a list is told.", {
  LISTED: "As its description says.",
  REVERSED: "The other way round.",
});

@ArgsType()
export abstract class Paging implements Omit<PageArguments, "orderBy"> {
  @Field(() => Int, FIRST)
  readonly first!: number;

  @Field(() => String, { nullable: true, description: "Cursor of the item to begin after." })
  readonly after!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "In place of `first`: how many items at most, 1 to 100, of the end of the list, in its order.",
  })
  readonly last!: number | null;

  @Field(() => String, { nullable: true, description: "With `last`: cursor of the item to end before." })
  readonly before!: string | null;
}

/** As one parameter: `@Args(() => PageArgs) page: PageArgs`. */
@ArgsType()
export class PageArgs extends Paging implements PageArguments {
  @Field(() => ListOrderEnum, { nullable: true, defaultValue: "LISTED", description: "In which order." })
  readonly orderBy!: ListOrder;
}
