/** Tells the outcomes of the commands within: on top of each page, of a modal dialog, of a message. What they came from may be gone (WCAG 4.1.3). */
import { CloseButton } from "@mantine/core";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { matchPath, useLocation } from "react-router";
import { type Outcome, OutcomeContext } from "./outcome";
import { OutcomeNotice } from "./outcome-notice";
import styles from "./outcome-place.module.css";

interface ToldOutcome extends Outcome {
  readonly on: string;
  readonly times: number;
}

export function OutcomePlace({ children }: { readonly children: ReactNode }) {
  const { tell, told } = useOutcomes();
  const place = useMemo(() => <OutcomeContext value={tell}>{children}</OutcomeContext>, [tell, children]);
  return (
    <>
      {told}
      {place}
    </>
  );
}

/** The same in two parts, where commands stand outside the place that tells them: give `tell` to `OutcomeContext`, and show `told`. */
export function useOutcomes(): { readonly tell: (outcome: Outcome) => void; readonly told: ReactNode } {
  const { formatMessage } = useIntl();
  const { pathname } = useLocation();
  const [told, setTold] = useState<ToldOutcome | null>(null);
  const open = useRef(pathname);
  open.current = pathname;
  const tell = useCallback(({ on = open.current, ...outcome }: Outcome) => {
    setTold((last) => ({ ...outcome, on, times: (last?.times ?? 0) + 1 }));
  }, []);
  // Whoever goes on has read it.
  useEffect(() => setTold((last) => (last !== null && matchPath(last.on, pathname) ? last : null)), [pathname]);
  const isHere = told !== null && matchPath(told.on, pathname) !== null;
  return {
    tell,
    told: isHere && (
      <div className={styles.outcome} data-outcome>
        <OutcomeNotice title={told.text} times={told.times} tone={told.isRefused === true ? "loss" : "good"} />
        <CloseButton aria-label={formatMessage({ id: "ui.close" })} onClick={() => setTold(null)} />
      </div>
    ),
  };
}
