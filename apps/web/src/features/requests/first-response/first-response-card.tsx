/** The promised first answer: when, how long still, whether it came, and why this time (R70, F65-F68). */
import { MINUTE } from "@accord/domain";
import { IconCalendarOff, IconClockPlay, IconConfetti, IconMoon, IconPlayerPause } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Badge, type BadgeTone } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { Disclosure } from "../../../ui/disclosure";
import { visibleControls } from "../../../ui/visible-controls";
import { useIsDesk } from "../perspective";
import type { RequestStateFragment } from "../request-page.generated";
import { Countdown } from "./countdown";
import { DeadlineStrip } from "./deadline-strip";
import styles from "./first-response.module.css";

type FirstResponse = RequestStateFragment["firstResponse"];

const TONES: Record<FirstResponse["state"], BadgeTone> = {
  PENDING: "accent",
  NEAR_BREACH: "soon",
  BREACHED: "loss",
  MET: "good",
  MISSED: "quiet",
};
const ICONS = {
  COUNTED: IconClockPlay,
  OUTSIDE_BUSINESS_HOURS: IconMoon,
  WEEKEND: IconCalendarOff,
  HOLIDAY: IconConfetti,
  WAITING_FOR_CUSTOMER: IconPlayerPause,
} as const;

interface Props {
  readonly request: RequestStateFragment;
  readonly isWhyOpen: boolean;
  readonly onWhy: (isOpen: boolean) => void;
}

export function FirstResponseCard({ request, isWhyOpen, onWhy }: Props) {
  const format = useFormatters();
  const isDesk = useIsDesk();
  const zone = useViewer().account.profile?.timeZone;
  const mine = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { firstResponse, severity, support24x7 } = request;
  const { state, dueAt, respondedAt, intervals } = firstResponse;
  const isOpen = respondedAt === null;
  if (isOpen && (request.status === "CLOSED" || request.status === "SOLVED")) return null;
  return (
    <Card
      title={<FormattedMessage id={isOpen ? "requests.due" : "conversation.due.answered"} />}
      mark={
        <Badge tone={TONES[state]}>
          <FormattedMessage id={`conversation.due.${state}`} />
        </Badge>
      }
    >
      <div className={styles.due}>
        <strong>
          <time dateTime={respondedAt ?? dueAt}>{format.due(respondedAt ?? dueAt, zone)}</time>
        </strong>
        {isOpen && state !== "BREACHED" && <Countdown until={dueAt} />}
        {!isOpen && (
          <p className={styles.quiet}>
            <FormattedMessage id="conversation.due.wasDue" values={{ at: format.due(dueAt, zone) }} />
          </p>
        )}
        <p className={styles.quiet}>
          <FormattedMessage
            id={`${isDesk ? "desk" : "requests"}.due.why.${severity}`}
            values={{ is24x7: String(support24x7) }}
          />
        </p>
      </div>
      <Disclosure isPlain isOpen={isWhyOpen} onToggle={onWhy} summary={<FormattedMessage id="conversation.due.why" />}>
        <DeadlineStrip intervals={intervals} zone={zone} />
        <ol className={styles.stretches}>
          {intervals.map(({ from, until, minutes, kind, name }) => {
            const Icon = ICONS[kind];
            return (
              <li key={from} data-kind={kind}>
                <Icon size={18} aria-hidden />
                <div>
                  <span>{format.stretch(from, until, zone)}</span>
                  <span className={styles.kind}>
                    <FormattedMessage
                      id={`${isDesk && kind === "WAITING_FOR_CUSTOMER" ? "desk" : "conversation"}.interval.${kind}`}
                      values={{ name: name === null ? "" : visibleControls(name), hasName: String(name !== null) }}
                    />
                    {" · "}
                    {format.duration(minutes * MINUTE)}
                  </span>
                </div>
              </li>
            );
          })}
        </ol>
        <p className={styles.quiet}>
          <FormattedMessage
            id={firstResponse.isBusinessTime ? "conversation.due.business" : "conversation.due.elapsed"}
            values={{
              hours: firstResponse.targetHours,
              zone: format.zone(firstResponse.timeZone),
              mine: format.zone(mine),
              isSame: String(mine === firstResponse.timeZone),
            }}
          />
        </p>
      </Disclosure>
    </Card>
  );
}
