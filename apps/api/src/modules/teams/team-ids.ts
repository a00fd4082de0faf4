/** The teams of an account. */
import { type Account, teamsOf } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
export const teamIdsOf = (context: RequestContext, account: Account): readonly string[] =>
  teamsOf(context.teams, account.id).map((team) => team.id);
