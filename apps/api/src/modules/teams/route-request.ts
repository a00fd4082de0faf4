/** Routing a request to its team, from memory; told again with its reasons where it is asked for (F69). */
import {
  type EpochMs,
  type Routing,
  routeQuestion,
  routeRequest,
  type SupportRequest,
  type TeamDirectory,
} from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
/** What routing asks of a request. */
export type Facts = Pick<SupportRequest, "productVersionId" | "country" | "timeZone" | "severity" | "support24x7">;

/** A question about no product goes to the team of its topic (R99). */
export const routingOf = (context: RequestContext, request: Facts, language: string, at: EpochMs): Routing => {
  const { catalogue, teams } = context;
  const facts = { ...request, language, regionId: catalogue.countries.get(request.country)?.regionId ?? "" };
  const topic = catalogue.questionOf(request.productVersionId);
  return topic === null ? routeRequest(facts, teams, at) : routeQuestion(topic, facts, teams, at);
};

declare module "../../kernel/graphql/context.js" {
  interface ModuleContext {
    /** Teams of engineers and the routing table. */
    readonly teams: TeamDirectory;
  }
}
