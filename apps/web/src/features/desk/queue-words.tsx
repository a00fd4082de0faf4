/** Deadline, severity and status as engineers read them (F48, F52). */
import { IconAlertTriangle, IconCheck, IconClock } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { useViewer } from "../../lib/viewer";
import { Badge } from "../../ui/badge";
import type { FirstResponseState, QueueRowFragment, Severity } from "./workspace.generated";

const STATES = {
  PENDING: { tone: "quiet", Icon: IconClock },
  NEAR_BREACH: { tone: "soon", Icon: IconClock },
  BREACHED: { tone: "loss", Icon: IconAlertTriangle },
  MET: { tone: "good", Icon: IconCheck },
  MISSED: { tone: "quiet", Icon: IconAlertTriangle },
} as const satisfies Record<FirstResponseState, object>;

export function DueBadge({ firstResponse }: Pick<QueueRowFragment, "firstResponse">) {
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  if (firstResponse === null) return null;
  const { tone, Icon } = STATES[firstResponse.state];
  return (
    <Badge tone={tone} icon={<Icon size={14} aria-hidden />}>
      <FormattedMessage
        id={`workspace.due.${firstResponse.state}`}
        values={{ at: format.stamp(firstResponse.dueAt, zone) }}
      />
    </Badge>
  );
}

export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  return (
    <Badge tone={severity === "CRITICAL" ? "loss" : "quiet"}>
      <FormattedMessage id={`requests.severity.${severity}`} />
    </Badge>
  );
}

export function StatusBadge({ status }: Pick<QueueRowFragment, "status">) {
  if (status === null) return null;
  return (
    <Badge tone={status === "WAITING_FOR_CUSTOMER" ? "soon" : "accent"}>
      <FormattedMessage id={`workspace.status.${status}`} />
    </Badge>
  );
}
