/** One's own sessions and tokens: tokens made, both ended; staff who may end those of others (F7, F60, F74). */
import { accept } from "@accord/domain";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { payload } from "../../../kernel/graphql/payload.js";
import {
  CreateTokenInput,
  CreateTokenPayload,
  RevokeAllSessionsInput,
  RevokeAllSessionsPayload,
  RevokeSessionInput,
  RevokeSessionPayload,
  RevokeTokenInput,
  RevokeTokenPayload,
} from "./access.types.js";
import { createOwnToken } from "./create-own-token.js";
import { endSession, endSessions, revokeToken } from "./end-access.js";

@Resolver()
export class AccessResolver {
  @Mutation(() => CreateTokenPayload, {
    description:
      "Makes an access token for the account that asks. Browser sessions only, signed in within the last 15 minutes.",
  })
  async createToken(
    @Arg("input", () => CreateTokenInput, { description: "The token." }) input: CreateTokenInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateTokenPayload> {
    return payload(context, await createOwnToken(context, input));
  }

  @Mutation(() => RevokeSessionPayload, {
    description: "Ends one session: one's own, or with the right MANAGE_SESSIONS anybody's. Browser sessions only.",
  })
  async revokeSession(
    @Arg("input", () => RevokeSessionInput, { description: "The session." }) input: RevokeSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<RevokeSessionPayload> {
    await endSession(context, input.sessionId);
    return payload(context, accept({ ended: 1 }));
  }

  @Mutation(() => RevokeAllSessionsPayload, {
    description:
      "Signs an account out everywhere: one's own, or with the right MANAGE_SESSIONS any. Browser sessions only.",
  })
  async revokeAllSessions(
    @Arg("input", () => RevokeAllSessionsInput, { description: "The account." }) input: RevokeAllSessionsInput,
    @Ctx() context: RequestContext,
  ): Promise<RevokeAllSessionsPayload> {
    const { accountId = null, isCurrentKept } = input;
    return payload(
      context,
      accept({ ended: await endSessions(context, { accountId, isCurrentKept: isCurrentKept === true }) }),
    );
  }

  @Mutation(() => RevokeTokenPayload, {
    description: "Revokes a token: one's own, or with the right MANAGE_SESSIONS anybody's. Browser sessions only.",
  })
  async revokeToken(
    @Arg("input", () => RevokeTokenInput, { description: "The token." }) input: RevokeTokenInput,
    @Ctx() context: RequestContext,
  ): Promise<RevokeTokenPayload> {
    await revokeToken(context, input.tokenId);
    return payload(context, accept({ ended: 1 }));
  }
}
