/** The deadline of a request, reckoned anew from its submission with everything it has waited (F65-F68). */
import {
  type FirstResponseExplanation,
  firstResponseState,
  type RequestLife,
  type SupportRequest,
} from "@accord/domain";
import type { RequestContext } from "../../context.js";
import { fieldsOf, type TypeFields } from "../../graphql/field-map.js";

type Shown = SupportRequest & Pick<RequestLife, "firstRespondedAt">;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const firstResponseOf = async (request: SupportRequest, context: RequestContext): Promise<object> => {
  // Rows of a list come without what an explanation needs.
  const [detail, pauses] = await Promise.all([
    "firstRespondedAt" in request ? (request as Shown) : context.loaders.request.load(request.id),
    context.loaders.pauses.load(request.id),
  ]);
  const explained = context.catalogue.firstResponseOf(request, pauses, context.now);
  return tell(explained, { ...request, firstRespondedAt: detail?.firstRespondedAt ?? null }, context);
};

const tell = (explained: FirstResponseExplanation, request: Shown, { now }: RequestContext): object => ({
  dueAt: explained.dueAt,
  respondedAt: request.firstRespondedAt,
  state: firstResponseState({
    severity: request.severity,
    dueAt: explained.dueAt,
    respondedAt: request.firstRespondedAt,
    now,
  }),
  targetHours: Math.round(explained.targetMs / HOUR_MS),
  isBusinessTime: explained.isBusinessTime,
  timeZone: explained.timeZone,
  intervals: explained.spans.map((span) => ({ ...span, minutes: Math.floor((span.until - span.from) / MINUTE_MS) })),
});

export const firstResponseFields: readonly TypeFields[] = [
  fieldsOf<SupportRequest>("SupportRequest", {
    firstResponse: (request, _args, context) => firstResponseOf(request, context),
  }),
];
