/** Everything that has a global, prefixed id and can be fetched again by `node(id:)`. */
import type { EpochMs } from "@accord/domain";
import { Field, ID, InterfaceType } from "type-graphql";
import { DateTimeScalar } from "./scalars.js";

@InterfaceType("Node", { description: "An object with a global id, and with its times." })
export abstract class NodeType {
  @Field(() => ID, { description: "Global id; its prefix names the type." })
  readonly id!: string;

  @Field(() => DateTimeScalar, {
    description: "When it was made; of what a pack brings, when the pack in force took effect.",
  })
  readonly createdAt?: EpochMs;

  @Field(() => DateTimeScalar, {
    description:
      "When it last changed: never before `createdAt`, and the same where nothing changed since; of what a pack brings, when the pack in force took effect.",
  })
  readonly updatedAt?: EpochMs;
}
