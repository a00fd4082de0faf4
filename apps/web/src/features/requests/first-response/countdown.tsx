/** How much time is left, ticking; quietly: readers are not interrupted, and whoever asked for less motion sees whole minutes. */
import { HOUR, MINUTE, SECOND } from "@accord/domain";
import { useReducedMotion } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { FormattedMessage } from "react-intl";
import { now as clockNow } from "../../../lib/clock";
import { useFormatters } from "../../../lib/formatters";

export function Countdown({ until }: { readonly until: string }) {
  const format = useFormatters();
  const isCalm = useReducedMotion(undefined, { getInitialValueInEffect: false });
  const [now, setNow] = useState(() => clockNow());
  const left = Date.parse(until) - now;
  const isTicking = !isCalm && left < HOUR;
  useEffect(() => {
    const timer = setInterval(() => setNow(clockNow()), isTicking ? SECOND : MINUTE / 2);
    return () => clearInterval(timer);
  }, [isTicking]);
  if (left < (isTicking ? SECOND : MINUTE)) return null;
  return (
    <span className="numeric" role="timer" aria-live="off">
      <FormattedMessage id="conversation.due.left" values={{ time: format.duration(left, isTicking) }} />
    </span>
  );
}
