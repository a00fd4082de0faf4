/** Where each stretch lies in the picture of the deadline: long nights are drawn shorter than they are, or two hours of work could not be seen beside a weekend. */
import type { RequestStateFragment } from "../request-page.generated";

export type DeadlineStretch = RequestStateFragment["firstResponse"]["intervals"][number];

/** Width of the picture in its own units. */
export const WIDTH = 1000;
const GAP = 4;
/** The least share of the width of any stretch. */
const LEAST = 0.03;

interface Laid extends DeadlineStretch {
  readonly x: number;
  readonly width: number;
}

/** The stretches side by side in order, and where `now` is (ms); null before the first and after the last. */
export function layOut(intervals: readonly DeadlineStretch[], now: number): { stretches: Laid[]; now: number | null } {
  const weights = intervals.map(({ minutes, kind }) => Math.sqrt(Math.max(1, minutes)) * (kind === "COUNTED" ? 2 : 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => Math.max(LEAST, weight / sum));
  const room = WIDTH - GAP * (intervals.length - 1);
  const scale = room / shares.reduce((total, share) => total + share, 0);
  let x = 0;
  let mark: number | null = null;
  const stretches = intervals.map((interval, place) => {
    const width = (shares[place] ?? 0) * scale;
    const [from, until] = [Date.parse(interval.from), Date.parse(interval.until)];
    if (now >= from && now < until) mark = x + (width * (now - from)) / (until - from);
    const laid = { ...interval, x, width };
    x += width + GAP;
    return laid;
  });
  return { stretches, now: mark };
}
