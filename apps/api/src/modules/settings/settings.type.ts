/** What a client needs to know of this installation before anybody signs in. */
import { Field, Int, ObjectType } from "type-graphql";
import { ByteCountScalar, TimeZoneScalar } from "../../kernel/graphql/scalars.js";

@ObjectType("PortalSettings", { description: "Settings of this installation.", simpleResolvers: true })
export class PortalSettingsType {
  @Field(() => Boolean, { description: "Whether incidents can be bought here." })
  readonly isPurchaseEnabled!: boolean;

  @Field(() => Boolean, { description: "Whether the demo personas can sign in." })
  readonly arePersonasEnabled!: boolean;

  @Field(() => String, { description: "Version of the portal." })
  readonly version!: string;

  @Field(() => TimeZoneScalar, { description: "Zone in which the last day of a plan ends." })
  readonly entitlementTimeZone!: string;

  @Field(() => ByteCountScalar, { description: "Most bytes of one file." })
  readonly fileBytes?: number;

  @Field(() => Int, { description: "Most files of one support request." })
  readonly filesPerRequest?: number;

  @Field(() => ByteCountScalar, { description: "Most bytes of all files of one support request." })
  readonly fileBytesPerRequest?: number;
}
