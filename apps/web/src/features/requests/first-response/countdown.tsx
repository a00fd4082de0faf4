/** How much time is left, ticking; quietly: readers are not interrupted, and whoever asked for less motion sees whole minutes. */
import { useReducedMotion } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { FormattedMessage } from "react-intl";
import { now as clockNow } from "../../../lib/clock";
import { useFormatters } from "../../../lib/formatters";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

export function Countdown({ until }: { readonly until: string }) {
  const format = useFormatters();
  const isCalm = useReducedMotion(undefined, { getInitialValueInEffect: false });
  const [now, setNow] = useState(() => clockNow());
  const left = Date.parse(until) - now;
  const isTicking = !isCalm && left < HOUR_MS;
  useEffect(() => {
    const timer = setInterval(() => setNow(clockNow()), isTicking ? SECOND_MS : MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, [isTicking]);
  if (left < (isTicking ? SECOND_MS : MINUTE_MS)) return null;
  return (
    <span className="numeric" role="timer" aria-live="off">
      <FormattedMessage id="conversation.due.left" values={{ time: format.duration(left, isTicking) }} />
    </span>
  );
}
