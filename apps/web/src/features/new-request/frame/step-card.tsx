/** One of the six cards: a quiet title before its turn, the open form, or a summary line with Edit (R58, R59). */
import { IconCheck, IconPencil } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";
import classes from "./step-card.module.css";

export type CardState = "future" | "open" | "done";

interface Props {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: CardState;
  /** Done before, but an earlier change asks for a second look. */
  readonly needsAttention?: boolean;
  readonly summary?: ReactNode;
  readonly onEdit?: () => void;
  /** Raised whenever the heading should take the focus. */
  readonly focusSignal: number;
  readonly children?: ReactNode;
}

/** The heading takes the focus when the step opens, so that screen readers say where one is. */
function useHeadingFocus(isOpen: boolean, signal: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isOpen || signal === 0) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest("li")?.scrollIntoView?.({ block: "start" });
  }, [isOpen, signal]);
  return heading;
}

export function StepCard({
  id,
  number,
  title,
  state,
  needsAttention = false,
  summary,
  onEdit,
  focusSignal,
  children,
}: Props) {
  const heading = useHeadingFocus(state === "open", focusSignal);
  const titleId = `${id}-title`;
  return (
    <li className={classes.item} aria-current={state === "open" ? "step" : undefined}>
      <section
        aria-labelledby={titleId}
        className={classes.card}
        data-state={state}
        data-attention={needsAttention || undefined}
      >
        <div className={classes.head}>
          <span className={classes.marker} aria-hidden="true">
            {state === "done" && !needsAttention ? <IconCheck size={16} stroke={2.5} /> : number}
          </span>
          <h2 id={titleId} ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </h2>
          {state === "done" && onEdit ? (
            <button type="button" className={classes.edit} onClick={onEdit} aria-describedby={titleId}>
              <IconPencil size={16} aria-hidden="true" />
              <FormattedMessage id="newRequest.edit" />
            </button>
          ) : null}
        </div>
        {state === "done" && summary ? <div className={classes.summary}>{summary}</div> : null}
        {state === "open" ? <div className={classes.body}>{children}</div> : null}
      </section>
    </li>
  );
}
