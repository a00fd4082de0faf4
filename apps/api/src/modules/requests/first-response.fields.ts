/** The deadline of a request, reckoned anew from its submission with everything it has waited until it is answered (F65-F68). */
import {
  type FirstResponseExplanation,
  firstResponseState,
  minutesOf,
  nearBreachAt,
  type RequestLife,
  type SupportRequest,
} from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import { pauseLoader, requestLoader } from "./loaders.js";

type Shown = SupportRequest & Pick<RequestLife, "firstRespondedAt">;

const HOUR_MS = 3_600_000;

const firstResponseOf = async (request: SupportRequest, context: RequestContext): Promise<object> => {
  // Rows of a list come without what an explanation needs.
  const [detail, pauses] = await Promise.all([
    "firstRespondedAt" in request ? (request as Shown) : context.loaders.of(requestLoader).load(request.id),
    context.loaders.of(pauseLoader).load(request.id),
  ]);
  const firstRespondedAt = detail?.firstRespondedAt ?? null;
  const explained = context.catalogue.firstResponseOf(request, pauses, context.now, firstRespondedAt);
  return tell(explained, { ...request, firstRespondedAt }, context);
};

const tell = (explained: FirstResponseExplanation, request: Shown, { now }: RequestContext): object => {
  const minutes = minutesOf(explained.spans);
  return {
    dueAt: explained.dueAt,
    respondedAt: request.firstRespondedAt,
    state: firstResponseState({
      nearBreachAt: nearBreachAt(explained),
      dueAt: explained.dueAt,
      respondedAt: request.firstRespondedAt,
      now,
    }),
    targetHours: Math.round(explained.targetMs / HOUR_MS),
    isBusinessTime: explained.isBusinessTime,
    timeZone: explained.timeZone,
    intervals: explained.spans.map((span, place) => ({ ...span, minutes: minutes[place] })),
  };
};

export const firstResponseFields: readonly TypeFields[] = [
  fieldsOf<SupportRequest>("SupportRequest", {
    firstResponse: (request, _args, context) => firstResponseOf(request, context),
  }),
];
