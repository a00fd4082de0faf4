/** The deadline of a request, reckoned anew from its submission with everything it has waited until it is answered (F65-F68). */
import {
  type FirstResponseExplanation,
  firstResponseState,
  HOUR,
  minutesOf,
  nearBreachAt,
  type RequestLife,
} from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import type { FirstResponseType } from "../catalogue/graphql.js";
import { pauseLoader, requestLoader } from "./loaders.js";
import type { RequestSource } from "./storage/request.store.js";
import type { SupportRequestType } from "./types/support-request.type.js";

const firstResponseOf = async (request: RequestSource, context: RequestContext): Promise<FirstResponseType> => {
  // Rows of a list come without what an explanation needs.
  const [detail, pauses] = await Promise.all([
    request.firstRespondedAt !== undefined ? request : context.loaders.of(requestLoader).load(request.id),
    context.loaders.of(pauseLoader).load(request.id),
  ]);
  const firstRespondedAt = detail?.firstRespondedAt ?? null;
  const explained = context.catalogue.firstResponseOf(request, pauses, context.now, firstRespondedAt);
  return tell(explained, { firstRespondedAt }, context);
};

const tell = (
  explained: FirstResponseExplanation,
  { firstRespondedAt }: Pick<RequestLife, "firstRespondedAt">,
  { now }: RequestContext,
): FirstResponseType => {
  const minutes = minutesOf(explained.spans);
  return {
    dueAt: explained.dueAt,
    respondedAt: firstRespondedAt,
    state: firstResponseState({
      nearBreachAt: nearBreachAt(explained),
      dueAt: explained.dueAt,
      respondedAt: firstRespondedAt,
      now,
    }),
    targetHours: Math.round(explained.targetMs / HOUR),
    isBusinessTime: explained.isBusinessTime,
    timeZone: explained.timeZone,
    intervals: explained.spans.map((span, place) => ({ ...span, minutes: minutes[place] ?? 0 })),
  };
};

export const firstResponseFields: readonly TypeFields[] = [
  fieldsOf<RequestSource, SupportRequestType>("SupportRequest", {
    firstResponse: (request, _args, context) => firstResponseOf(request, context),
  }),
];
