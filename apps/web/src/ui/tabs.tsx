/** Views of one page, each with its own address: links that look like tabs. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./tabs.module.css";

export interface TabLink {
  readonly key: string;
  readonly label: ReactNode;
  readonly to: string;
  readonly isCurrent: boolean;
}

export function TabLinks({ label, tabs }: { readonly label: string; readonly tabs: readonly TabLink[] }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          className={styles.tab}
          to={tab.to}
          aria-current={tab.isCurrent ? "page" : undefined}
          preventScrollReset
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
