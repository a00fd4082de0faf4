/** Why a plan cannot be used, in a few words each; the vendor's whole sentences stand behind "Why?" (R36-R39, R66, F11). */
import { Fragment } from "react";
import { useIntl } from "react-intl";
import { useFormatters } from "../../../../lib/formatters";
import { useFlow } from "../../flow-context";
import type { PlansForVersionQuery } from "./form.generated";

export type UnavailableEntry = PlansForVersionQuery["unavailablePlans"][number];

/** The words by the code; the sentence itself for a reason this page does not know. */
function useReasonWords() {
  const { content, product } = useFlow();
  const { formatMessage, messages } = useIntl();
  const format = useFormatters();
  const version = product?.versions.find((one) => one.id === content.productVersionId)?.name ?? product?.name ?? "";
  return ({ plan }: Pick<UnavailableEntry, "plan">, { code, phase, message }: UnavailableEntry["reasons"][number]) => {
    const id = `newRequest.short.${code}`;
    if (messages[id] === undefined) return message;
    return formatMessage(
      { id },
      {
        on: format.day(code === "NOT_YET_ACTIVE" ? plan.startsOn : plan.endsOn),
        total: plan.incidentsTotal ?? 0,
        phase: phase ?? "UNKNOWN",
        product: product?.name ?? "",
        version,
      },
    );
  };
}

export function ShortReasons({ entry }: { readonly entry: UnavailableEntry }) {
  const wordsOf = useReasonWords();
  return entry.reasons.map((reason, index) => (
    <Fragment key={reason.code}>
      {index > 0 && " · "}
      {wordsOf(entry, reason)}
    </Fragment>
  ));
}
