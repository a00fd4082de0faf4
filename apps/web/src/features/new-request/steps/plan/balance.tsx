/** The incidents of a plan, as a meter with its words (R65). */
import { useIntl } from "react-intl";
import { Meter } from "../../../../ui/meter";
import type { FlowPlanFragment } from "./form.generated";

/** "7 of 20 incidents left" in words, and its tone. */
export function Balance({ plan }: { readonly plan: Pick<FlowPlanFragment, "incidentsRemaining" | "incidentsTotal"> }) {
  const { formatMessage } = useIntl();
  const { incidentsRemaining: left, incidentsTotal: total } = plan;
  const id =
    left === null ? "newRequest.plan.unlimited" : total === null ? "newRequest.plan.left" : "newRequest.plan.leftOf";
  const tone = left === null || left > 1 ? "good" : left === 1 ? "soon" : "loss";
  return (
    <Meter
      value={left}
      total={total}
      tone={tone}
      label={formatMessage({ id }, { left: left ?? 0, total: total ?? 0 })}
    />
  );
}
