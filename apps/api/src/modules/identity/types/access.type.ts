/** Where an account is signed in, and the tokens that act for it (F7, F74). */
import type { EpochMs, Scope } from "@accord/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../kernel/graphql/connection.type.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { DateTimeScalar } from "../../../kernel/graphql/scalars.js";
import { TokenScopeEnum } from "./account-enums.type.js";

@ObjectType("BrowserSession", {
  description: "A browser somebody is signed in with.",
  implements: NodeType,
  simpleResolvers: true,
})
export class BrowserSessionType extends NodeType {
  @Field(() => DateTimeScalar, { description: "When it began." })
  readonly createdAt!: EpochMs;

  @Field(() => DateTimeScalar, { description: "When the person last proved who they are." })
  readonly authenticatedAt!: EpochMs;

  @Field(() => DateTimeScalar, { description: "When it was last used." })
  readonly lastSeenAt!: EpochMs;

  @Field(() => DateTimeScalar, { description: "When it ends at the latest." })
  readonly expiresAt!: EpochMs;

  @Field(() => String, {
    nullable: true,
    description: "Browser and system as they named themselves: `Firefox, Windows`.",
  })
  readonly device!: string | null;

  @Field(() => String, { nullable: true, description: "The address it was signed in from; of IPv6 the network." })
  readonly network!: string | null;

  @Field(() => Boolean, { description: "Whether it is the one that asks." })
  readonly isCurrent!: boolean;
}

@ObjectType("AccessToken", {
  description: "A personal access token; its secret is shown to nobody.",
  implements: NodeType,
  simpleResolvers: true,
})
export class AccessTokenType extends NodeType {
  @Field(() => String, { description: "Name." })
  readonly name!: string;

  @Field(() => [TokenScopeEnum], { description: "What it may do." })
  readonly scopes!: readonly Scope[];

  @Field(() => Int, { nullable: true, description: "Incidents it may give or take in a day; null: it moves none." })
  readonly dailyIncidents!: number | null;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  readonly createdAt!: EpochMs;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  readonly expiresAt!: EpochMs;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last used." })
  readonly lastUsedAt!: EpochMs | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was revoked." })
  readonly revokedAt!: EpochMs | null;
}

export const { connection: BrowserSessionConnectionType } = connectionOf(
  "BrowserSession",
  () => BrowserSessionType,
  "sessions",
);

export const { connection: AccessTokenConnectionType } = connectionOf("AccessToken", () => AccessTokenType, "tokens");
