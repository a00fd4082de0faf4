/** A table whose numbers are drawn as bars too: a chart that reads as the table it is. */
import type { ReactNode } from "react";
import styles from "./overview.module.css";

export interface BarRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly value: number;
  /** The number as it is written; default: the number. */
  readonly told?: ReactNode;
  readonly tone?: "good" | "soon" | "loss";
}

interface Props {
  readonly caption: string;
  readonly rows: readonly BarRow[];
}

export function BarTable({ caption, rows }: Props) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <table className={styles.bars}>
      <caption className="only-for-readers">{caption}</caption>
      <tbody>
        {rows.map(({ key, name, value, told, tone }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className={styles.barCell}>
              <svg
                data-follows-text
                className={styles.bar}
                viewBox="0 0 100 8"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect width={(value / most) * 100} height="8" rx="1" data-tone={tone} />
              </svg>
            </td>
            <td className={styles.number}>{told ?? value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
