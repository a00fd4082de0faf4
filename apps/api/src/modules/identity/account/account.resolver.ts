/** The signed-in account, its one-time profile, and any object by its global id (R49-R54). */
import type { ProfileInput } from "@accord/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { accountOf, type NodeSource, type RequestContext } from "../../../kernel/graphql/context.js";
import { findNode, findNodes } from "../../../kernel/graphql/find-node.js";
import { AtMost } from "../../../kernel/graphql/list-caps.js";
import { NodeType } from "../../../kernel/graphql/node.type.js";
import { payload } from "../../../kernel/graphql/payload.js";
import { CountryCodeScalar, TimeZoneScalar } from "../../../kernel/graphql/scalars.js";
import { MutationPayload } from "../../../kernel/graphql/user-error.type.js";
import { ContactMethodEnum, LanguageCodeEnum } from "../types/account-enums.type.js";
import { ViewerType } from "../types/viewer.type.js";
import { completeProfile } from "./complete-profile.js";
import { viewerOf } from "./viewer-of.js";

@InputType("CompleteProfileInput", { description: "The one-time profile; names come from the sign-in account." })
export class CompleteProfileInput implements ProfileInput {
  @Field(() => String, {
    nullable: true,
    description: "Given name; refused where the sign-in states it (Account.nameSource).",
  })
  readonly givenName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Family name, empty for a person with one name; refused where the sign-in states it.",
  })
  readonly familyName?: string | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: "The country; refused as missing without." })
  readonly country?: string | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "The time zone; refused as missing without." })
  readonly timeZone?: string | null;

  @Field(() => LanguageCodeEnum, { description: "Language of pages and mail." })
  readonly language!: string;

  @Field(() => String, { nullable: true, description: "Telephone number with country code." })
  readonly phone?: string | null;

  @Field(() => ContactMethodEnum, { description: "How the person prefers to be reached." })
  readonly preferredContactMethod!: string;
}

@ObjectType("CompleteProfilePayload", { description: "What completing the profile leads to.", simpleResolvers: true })
export class CompleteProfilePayload extends MutationPayload {
  @Field(() => ViewerType, { nullable: true, description: "The account with its new profile." })
  readonly viewer!: ViewerType | null;
}

@Resolver()
export class AccountResolver {
  @Query(() => ViewerType, { description: "Who is asking, and what they may do. Needs a sign-in, and no scope." })
  viewer(@Ctx() context: RequestContext): ViewerType {
    return viewerOf(context, accountOf(context));
  }

  @Query(() => NodeType, { nullable: true, description: "Any object by its global id." })
  node(
    @Arg("id", () => ID, { description: "Global id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<NodeSource> {
    return findNode(context, id);
  }

  @AtMost(50)
  @Query(() => [NodeType], {
    nullable: "items",
    description:
      "Objects by their global ids, at most 50, each in the place of its id; null with an error beside it: none, or not yours to see.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "Global ids." }) ids: string[],
    @Ctx() context: RequestContext,
  ): Promise<(NodeSource | Error)[]> {
    return findNodes(context, ids);
  }

  @Mutation(() => CompleteProfilePayload, { description: "Completes the one-time profile, or changes it later." })
  async completeProfile(
    @Arg("input", () => CompleteProfileInput, { description: "The profile." }) input: CompleteProfileInput,
    @Ctx() context: RequestContext,
  ): Promise<CompleteProfilePayload> {
    return payload(context, await completeProfile(context, input));
  }
}
