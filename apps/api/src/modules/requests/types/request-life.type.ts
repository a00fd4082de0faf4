/** What a request gathers beside its status, and what a viewer may do with it (R90, F49, F51). */
import type { Channel, EpochMs, Rating, RequestActions, Severity } from "@accord/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { DateTimeScalar } from "../../../kernel/graphql/scalars.js";
import { SeverityEnum } from "../../catalogue/graphql.js";

export const ChannelEnum = publishCodes<Channel>("Channel", "How an entry came in.", {
  PORTAL: "By the portal.",
  MAIL: "By mail.",
  API: "By the API.",
  SYSTEM: "By the system itself.",
});

@ObjectType("RequestActions", {
  description: "What this account may do with a support request now.",
  simpleResolvers: true,
})
export class RequestActionsType implements RequestActions {
  @Field(() => Boolean, { description: "Write in it." })
  readonly reply!: boolean;

  @Field(() => Boolean, { description: "Close it." })
  readonly close!: boolean;

  @Field(() => Boolean, { description: "Open it again." })
  readonly reopen!: boolean;

  @Field(() => Boolean, { description: "Ask for another severity." })
  readonly askSeverityChange!: boolean;

  @Field(() => Boolean, { description: "Take it back, with its incident." })
  readonly withdraw!: boolean;

  @Field(() => Boolean, { description: "Rate the support." })
  readonly rate!: boolean;

  @Field(() => Boolean, { description: "Attach files." })
  readonly attach!: boolean;

  @Field(() => Boolean, { description: "Add contacts." })
  readonly addContacts!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it may be opened again." })
  readonly reopenUntil!: EpochMs | null;

  @Field(() => Int, { description: "Minutes in which a communication may be corrected." })
  readonly editWindowMinutes!: number;
}

@ObjectType("SeverityAsk", {
  description: "A contact asked for another severity; the engineer has not decided.",
  simpleResolvers: true,
})
export class SeverityAskType {
  @Field(() => SeverityEnum, { description: "The severity asked for." })
  readonly severity!: Severity;

  @Field(() => String, { description: "Why." })
  readonly reason!: string;

  @Field(() => DateTimeScalar, { description: "When it was asked." })
  readonly at!: EpochMs;

  @Field(() => String, { nullable: true, description: "Who asked." })
  readonly actorName!: string | null;
}

@ObjectType("Rating", { description: "How a contact found the support they got.", simpleResolvers: true })
export class RatingType implements Rating {
  @Field(() => Int, { description: "From 1 (bad) to 5 (good)." })
  readonly score!: number;

  @Field(() => String, { nullable: true, description: "A word about it." })
  readonly comment!: string | null;

  @Field(() => DateTimeScalar, { description: "When it was given." })
  readonly at!: EpochMs;
}
