/** Inputs and payloads of ending sessions, and of making and revoking tokens (F7, F74). */
import type { Scope, TokenInput } from "@accord/domain";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { KEY } from "../../../kernel/graphql/key-argument.js";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import type { AccessToken } from "../storage/token.store.js";
import { AccessTokenType } from "../types/access.type.js";
import { TokenScopeEnum } from "../types/account-enums.type.js";

@InputType("CreateTokenInput", { description: "An access token for one's own programs." })
export class CreateTokenInput implements TokenInput {
  @Field(() => String, { description: "What you know it by, at most 100 characters." })
  readonly name!: string;

  @Field(() => [TokenScopeEnum], { description: "What it may do; never more than the account." })
  readonly scopes!: readonly Scope[];

  @Field(() => Int, {
    description: "Days it holds: at most a year, with a scope of staff 90, where the installation says nothing else.",
  })
  readonly expiresInDays!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Incidents it may give or take in a day; asked for by `staff:agreements:write`, and by no other scope.",
  })
  readonly dailyIncidents?: number | null;

  @Field(() => ID, KEY)
  readonly idempotencyKey?: string | null;
}

@ObjectType("CreateTokenPayload", { description: "What making a token leads to.", simpleResolvers: true })
export class CreateTokenPayload extends MutationPayload {
  @Field(() => String, {
    nullable: true,
    description: "The token itself, shown this once: null when the key was used before. Keep it like a password.",
  })
  readonly secret!: string | null;

  @Field(() => AccessTokenType, { nullable: true, description: "What is known of it from now on." })
  readonly token!: AccessToken | null;
}

@InputType("RevokeSessionInput", { description: "A session to end." })
export class RevokeSessionInput {
  @Field(() => ID, { description: "Id of the session." })
  readonly sessionId!: string;
}

@InputType("RevokeAllSessionsInput", { description: "Whose sessions end." })
export class RevokeAllSessionsInput {
  @Field(() => ID, { nullable: true, description: "Id of the account; without it one's own." })
  readonly accountId?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the session that asks goes on. Default false." })
  readonly isCurrentKept?: boolean | null;
}

@InputType("RevokeTokenInput", { description: "A token to revoke." })
export class RevokeTokenInput {
  @Field(() => ID, { description: "Id of the token." })
  readonly tokenId!: string;
}

@ObjectType("RevokeSessionPayload", { description: "What ending a session leads to.", simpleResolvers: true })
export class RevokeSessionPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: "How many ended." })
  readonly ended!: number | null;
}

@ObjectType("RevokeAllSessionsPayload", { description: "What signing out everywhere leads to.", simpleResolvers: true })
export class RevokeAllSessionsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: "How many ended." })
  readonly ended!: number | null;
}

@ObjectType("RevokeTokenPayload", { description: "What revoking a token leads to.", simpleResolvers: true })
export class RevokeTokenPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: "How many ended." })
  readonly ended!: number | null;
}
