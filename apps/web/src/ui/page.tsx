/** The frame of a page: title (also the document's), what it is for, its main action, its content. */
import { type ReactNode, useEffect } from "react";
import styles from "./page.module.css";

interface Props {
  readonly title: string;
  /** When the heading shows more than text. */
  readonly heading?: ReactNode;
  readonly lead?: ReactNode;
  /** Above the title: where this page belongs. */
  readonly back?: ReactNode;
  readonly actions?: ReactNode;
  /** Facts beside the content on wide screens, below it on phones. */
  readonly aside?: ReactNode;
  /** Text pages are as narrow as a line should be. */
  readonly isText?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, heading, lead, back, actions, aside, isText = false, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Accord`;
  }, [title]);
  return (
    <div className={isText ? styles.text : styles.page}>
      <header className={styles.header}>
        {back !== undefined && <div className={styles.back}>{back}</div>}
        <div className={styles.headline}>
          <div className={styles.titles}>
            <h1 className={styles.title} tabIndex={-1}>
              {heading ?? title}
            </h1>
            {lead !== undefined && <div className={styles.lead}>{lead}</div>}
          </div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </div>
      </header>
      {aside === undefined ? (
        <div className={styles.content}>{children}</div>
      ) : (
        <div className={styles.columns}>
          <div className={styles.content}>{children}</div>
          <aside className={styles.aside}>{aside}</aside>
        </div>
      )}
    </div>
  );
}
