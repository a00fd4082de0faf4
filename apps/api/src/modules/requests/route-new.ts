/** The team of a new request, and the entry that names it (F69). */
import type { EpochMs, SupportRequest } from "@accord/domain";
import { newId } from "../../kernel/db/index.js";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { type Facts, routingOf } from "../teams/module.js";
import type { TimelineEntry } from "./storage/request.store.js";

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
