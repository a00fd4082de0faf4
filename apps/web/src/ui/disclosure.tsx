/** A panel that opens under its question; native, so that it works with keyboard, find-in-page and readers. */

import { IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./disclosure.module.css";

interface Props {
  readonly summary: ReactNode;
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly id?: string;
  /** Without a frame of its own, inside a card. */
  readonly isPlain?: boolean;
  readonly children: ReactNode;
}

export function Disclosure({ summary, isOpen, onToggle, id, isPlain = false, children }: Props) {
  return (
    <details
      id={id}
      className={styles.panel}
      data-plain={isPlain || undefined}
      open={isOpen}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <IconChevronRight className={styles.chevron} size={18} aria-hidden />
        <span>{summary}</span>
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
