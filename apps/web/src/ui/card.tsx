/** A surface for one thing that can be acted on. */
import type { ReactNode } from "react";
import styles from "./card.module.css";

interface Props {
  readonly title?: ReactNode;
  /** At the end of the title line. */
  readonly mark?: ReactNode;
  readonly id?: string;
  /** Draws the eye once: the thing just changed or was pointed to. */
  readonly isFlashing?: boolean;
  readonly isQuiet?: boolean;
  /** Level of the title in the page's outline. */
  readonly level?: 2 | 3;
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
}

export function Card({ title, mark, id, isFlashing = false, isQuiet = false, level = 2, footer, children }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      id={id}
      className={styles.card}
      data-flashing={isFlashing || undefined}
      data-quiet={isQuiet || undefined}
      tabIndex={id === undefined ? undefined : -1}
    >
      {(title !== undefined || mark !== undefined) && (
        <div className={styles.head}>
          {title !== undefined && <Heading className={styles.title}>{title}</Heading>}
          {mark}
        </div>
      )}
      {children}
      {footer !== undefined && footer !== null && footer !== false && <div className={styles.footer}>{footer}</div>}
    </section>
  );
}
