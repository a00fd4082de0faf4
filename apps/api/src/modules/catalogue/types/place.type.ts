/** Where people are and how severe their problem is (R68-R70). */
import type { Severity } from "@accord/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { CountryCodeScalar, TimeZoneScalar } from "../../../kernel/graphql/scalars.js";
import { SeverityEnum } from "./severity.type.js";

@ObjectType("Country", { description: "A country and its time zones.", simpleResolvers: true })
export class CountryType {
  @Field(() => CountryCodeScalar, { description: "ISO 3166 code." })
  readonly code!: string;

  @Field(() => String, { description: "Name, in the language of the answer." })
  readonly name!: string;

  @AtMost(100)
  @Field(() => [TimeZoneScalar], { description: "Its time zones." })
  readonly timeZones!: readonly string[];

  @Field(() => TimeZoneScalar, { nullable: true, description: "The zone most people there live in." })
  readonly defaultTimeZone!: string | null;

  @Field(() => Boolean, { description: "Whether a support region with business hours serves it." })
  readonly isServed!: boolean;

  @Field(() => String, { nullable: true, description: "Business hours of its region, such as `09:00-17:00`." })
  readonly businessHours!: string | null;
}

@ObjectType("SeverityLevel", { description: "A severity and what it promises.", simpleResolvers: true })
export class SeverityLevelType {
  @Field(() => SeverityEnum, { description: "The severity." })
  readonly severity!: Severity;

  @Field(() => String, { description: "Name, in the language of the answer." })
  readonly name!: string;

  @Field(() => String, { description: "What it means, in the language of the answer." })
  readonly impact!: string;

  @Field(() => Int, { description: "Hours to the first answer: business hours, or real hours with 24/7 support." })
  readonly responseHours!: number;

  @Field(() => Boolean, { description: "Whether round-the-clock support can be chosen." })
  readonly offers24x7!: boolean;

  @Field(() => String, { description: "What it asks of the customer." })
  readonly customerCommitment!: string;
}
