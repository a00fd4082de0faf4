/** Teams of engineers and how a request came to one (F52, F69); nothing of it is a customer's to see. */
import type { Routing, RoutingCondition, Team } from "@accord/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { publishCodes } from "../../../kernel/graphql/enumeration.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { LanguageTagScalar, TimeZoneScalar } from "../../../kernel/graphql/scalars.js";

@ObjectType("StaffMember", { description: "An engineer or a lead.", simpleResolvers: true })
export class StaffMemberType {
  @Field(() => ID, { description: "Id of the account." })
  readonly accountId!: string;

  @Field(() => String, { description: "Name." })
  readonly name!: string;
}

@ObjectType("Team", { description: "A team of engineers.", implements: NodeType, simpleResolvers: true })
export class TeamType extends NodeType {
  @Field(() => String, {
    description: "Readable name, used for nothing else later; arguments take it in place of the id.",
  })
  readonly slug?: string;

  @Field(() => String, { description: "Name, in the language of the answer." })
  readonly name!: string;

  @Field(() => TimeZoneScalar, { description: "The zone of its hours." })
  readonly timeZone!: string;

  @AtMost(50)
  @Field(() => [LanguageTagScalar], { description: "Languages its engineers write in." })
  readonly languages!: readonly string[];

  @Field(() => Boolean, { description: "Whether it works now." })
  readonly isWorking?: boolean;

  @Field(() => Boolean, { description: "Whether this account is in it." })
  readonly isMember?: boolean;

  @AtMost(1000)
  @Field(() => [StaffMemberType], { description: "Who is in it." })
  readonly members?: readonly StaffMemberType[];

  @AtMost(1000)
  @Field(() => [StaffMemberType], { description: "Who is on call now." })
  readonly onCall?: readonly StaffMemberType[];
}

@ObjectType("RoutingRowTried", {
  description: "A row of the routing table, and how a request stood to it.",
  simpleResolvers: true,
})
export class RoutingRowTriedType {
  @Field(() => Int, { description: "Its place in the table." })
  readonly position!: number;

  @Field(() => TeamType, { nullable: true, description: "The team it leads to." })
  readonly team?: Team | null;

  @Field(() => Boolean, { description: "Whether everything it asks for held." })
  readonly isMatch!: boolean;

  @Field(() => [RoutingConditionEnum], { description: "What it asks for that held." })
  readonly held!: readonly RoutingCondition[];

  @Field(() => [RoutingConditionEnum], { description: "What it asks for that did not." })
  readonly failed!: readonly RoutingCondition[];
}

@ObjectType("RoutingExplanation", {
  description: "Where a request belongs by the table as it is now, at the moment it was submitted, and why.",
  simpleResolvers: true,
})
export class RoutingExplanationType {
  @Field(() => TeamType, { nullable: true, description: "The team; none: every engineer is asked." })
  readonly team?: Team | null;

  @AtMost(1000)
  @Field(() => [RoutingRowTriedType], { description: "Rows in their order, up to the one that matched." })
  readonly rows!: Routing["rows"];

  @AtMost(1000)
  @Field(() => [StaffMemberType], { description: "Who is reached at once, where it is critical round the clock." })
  readonly onCall?: readonly StaffMemberType[];
}
export const RoutingConditionEnum = publishCodes<RoutingCondition>(
  "RoutingCondition",
  "What a row of the routing table asks for.",
  {
    COUNTRY: "The country.",
    REGION: "The support region of the country.",
    TIME_ZONE: "The time zone.",
    LANGUAGE: "The language of the person who entered it.",
    SEVERITY: "The severity.",
    SUPPORT_24X7: "Round-the-clock support, or none.",
    TEAM_HOURS: "That the team works at that moment.",
  },
);
