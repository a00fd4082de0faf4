/** What came of a command: takes the focus when it appears, and again each time it is done anew. */
import { type ReactNode, useEffect, useRef } from "react";
import { Notice, type Tone } from "./notice";

interface Props {
  readonly title: ReactNode;
  /** Which time it was done; nothing is shown before the first. */
  readonly times?: number;
  /** False where it was known before the page was opened. */
  readonly takesFocus?: boolean;
  readonly tone?: Tone;
  readonly children?: ReactNode;
}

export function OutcomeNotice({ title, times = 1, takesFocus = true, tone = "good", children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (times > 0 && takesFocus) ref.current?.focus();
  }, [times, takesFocus]);
  if (times === 0) return null;
  return (
    <Notice ref={ref} tone={tone} isLive title={title}>
      {children}
    </Notice>
  );
}
