/** Status, severity and whose turn it is: the same words and colours in the list and on the page (R81, F48). */
import { IconArrowLeft, IconClock, IconMinus } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import { Badge, type BadgeTone } from "../../ui/badge";
import type { RequestStatus, Severity, Turn } from "./requests.generated";

const STATUS_TONES: Record<RequestStatus, BadgeTone> = {
  NEW: "accent",
  ASSIGNED: "accent",
  IN_PROGRESS: "accent",
  WAITING_FOR_CUSTOMER: "soon",
  WAITING_FOR_VENDOR: "quiet",
  SOLVED: "good",
  CLOSED: "quiet",
};
const SEVERITY_TONES: Record<Severity, BadgeTone> = { CRITICAL: "loss", MODERATE: "quiet", MINIMAL: "quiet" };
const TURNS = {
  CUSTOMER: { tone: "soon", Icon: IconArrowLeft },
  SUPPORT: { tone: "accent", Icon: IconClock },
  NOBODY: { tone: "quiet", Icon: IconMinus },
} as const;

export function StatusBadge({ status }: { readonly status: RequestStatus }) {
  return (
    <Badge tone={STATUS_TONES[status]}>
      <FormattedMessage id={`requests.status.${status}`} />
    </Badge>
  );
}

export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  return (
    <Badge tone={SEVERITY_TONES[severity]}>
      <FormattedMessage id={`requests.severity.${severity}`} />
    </Badge>
  );
}

export function TurnBadge({ turn }: { readonly turn: Turn }) {
  const { tone, Icon } = TURNS[turn];
  return (
    <Badge tone={tone} icon={<Icon size={14} aria-hidden />}>
      <FormattedMessage id={`requests.turn.${turn}`} />
    </Badge>
  );
}
