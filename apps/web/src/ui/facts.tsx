/** Names and values, as a definition list. */
import type { ReactNode } from "react";
import styles from "./facts.module.css";

export interface Fact {
  readonly name: ReactNode;
  readonly value: ReactNode;
  readonly key: string;
}

export function Facts({ facts, isWide = false }: { readonly facts: readonly Fact[]; readonly isWide?: boolean }) {
  return (
    <dl className={styles.facts} data-wide={isWide || undefined}>
      {facts.map((fact) => (
        <div key={fact.key} className={styles.fact}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
