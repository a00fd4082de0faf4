/** A framed message: information, good news, "soon" or loss; for support the call stands small at its end. */
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode, Ref } from "react";
import styles from "./notice.module.css";

export type Tone = "info" | "good" | "soon" | "loss";

interface Props {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  /** Names the call in the server's log. Codes are for programs: they never stand here. */
  readonly requestId?: string;
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
  /** Announces itself when it appears, good news and information politely; loss does by default. */
  readonly isLive?: boolean;
}

const ICONS = { info: IconInfoCircle, good: IconCircleCheck, soon: IconAlertTriangle, loss: IconCircleX } as const;
const ROLES = { info: "status", good: "status", soon: "alert", loss: "alert" } as const;

export function Notice({ tone = "info", title, requestId, children, ref, isLive = tone === "loss" }: Props) {
  const Icon = ICONS[tone];
  return (
    <div
      ref={ref}
      className={styles.notice}
      data-tone={tone}
      role={isLive ? ROLES[tone] : undefined}
      tabIndex={ref === undefined ? undefined : -1}
    >
      <Icon className={styles.icon} size={22} aria-hidden />
      <div className={styles.body}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children}
        {requestId !== undefined && <p className={styles.requestId}>{requestId}</p>}
      </div>
    </div>
  );
}
