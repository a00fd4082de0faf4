/** Routing a request to its team, from memory; told again with its reasons where it is asked for (F69). */
import { type EpochMs, type Routing, routeRequest, type SupportRequest } from "@accord/domain";
import type { RequestContext } from "../../../context.js";
import { newId, type TimelineEntry } from "../../../storage/index.js";

type Facts = Pick<SupportRequest, "country" | "timeZone" | "severity" | "support24x7">;

export const routingOf = (context: RequestContext, request: Facts, language: string, at: EpochMs): Routing =>
  routeRequest(
    { ...request, language, regionId: context.catalogue.countries.get(request.country)?.regionId ?? "" },
    context.teams,
    at,
  );

/** The team and the entry that names it; neither where no row matches. */
export const routeNew = (
  context: RequestContext,
  request: Facts & Pick<SupportRequest, "id">,
  language: string,
  at: EpochMs,
): { readonly teamId: string | null; readonly entries: readonly TimelineEntry[] } => {
  const { teamId } = routingOf(context, request, language, at);
  if (teamId === null) return { teamId, entries: [] };
  const routed: TimelineEntry = {
    id: newId("evt", at),
    requestId: request.id,
    kind: "ROUTED",
    actorId: null,
    isFromSupport: true,
    isInternal: true,
    text: null,
    status: null,
    at,
    params: { to: teamId },
  };
  return { teamId, entries: [routed] };
};
