/** A state in one or two words; the tone never speaks alone. */
import type { ReactNode } from "react";
import styles from "./badge.module.css";

export type BadgeTone = "quiet" | "accent" | "good" | "soon" | "loss";

interface Props {
  readonly tone?: BadgeTone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export function Badge({ tone = "quiet", icon, children }: Props) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
