/** How an agreement stands, in the words that its row and its page share (F56). */
import type { PlanState } from "@accord/domain";
import { FormattedMessage, useIntl } from "react-intl";
import { Badge, type BadgeTone } from "../../../ui/badge";
import { visibleControls } from "../../../ui/visible-controls";
import type { ManagedRowFragment } from "./managed.generated";

const TONES: Record<PlanState, BadgeTone> = {
  ACTIVE: "good",
  ENDING_SOON: "soon",
  EXPIRED: "loss",
  EMPTY: "loss",
  NOT_YET_ACTIVE: "quiet",
  ISSUED: "quiet",
  LAPSED: "loss",
  REVOKED: "loss",
  RETIRED: "loss",
};
export const PLAN_STATES = Object.keys(TONES) as readonly PlanState[];

export function ManagedStateBadge({ state }: { readonly state: PlanState }) {
  return (
    <Badge tone={TONES[state]}>
      <FormattedMessage id={`plans.state.${state}`} />
    </Badge>
  );
}

/** "7 of 20", or that there is no limit. */
export function IncidentsLeft({ agreement }: { readonly agreement: ManagedRowFragment }) {
  const { incidentsRemaining: left, incidentsTotal: total } = agreement;
  return left === null ? (
    <FormattedMessage id="managed.unlimited" />
  ) : (
    <FormattedMessage id="managed.leftOf" values={{ left, total: total ?? left }} />
  );
}

/** What an agreement is called: by whom it was issued to, else by the end of its Agreement ID. */
export function AgreementName({ agreement }: { readonly agreement: ManagedRowFragment }) {
  return <>{useAgreementName(agreement)}</>;
}

export function useAgreementName(agreement: ManagedRowFragment | undefined): string {
  const { formatMessage } = useIntl();
  const name = agreement?.recipient?.name ?? agreement?.recipient?.email ?? null;
  if (name !== null) return visibleControls(name);
  const ending = agreement?.agreementIdEnding ?? null;
  return ending === null ? formatMessage({ id: "managed.one" }) : formatMessage({ id: "managed.numbered" }, { ending });
}

/** "…4F2A · …81C0". */
export function idEndings({ accessIdEnding, agreementIdEnding }: ManagedRowFragment): string {
  return [accessIdEnding, agreementIdEnding].map((ending) => (ending === null ? "–" : `…${ending}`)).join(" · ");
}
