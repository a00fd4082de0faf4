/** Rows of a list: a table on wide screens, a card each on phones, where every value keeps its name. */
import type { ReactNode } from "react";
import styles from "./list.module.css";

export interface Column {
  readonly key: string;
  readonly name: string;
  /** Numbers stand under each other. */
  readonly isNumber?: boolean;
  /** Never broken over lines. */
  readonly isShort?: boolean;
}

export interface Row {
  readonly key: string;
  /** One for each column, in their order; the first is what the row is about. */
  readonly cells: readonly ReactNode[];
}

interface Props {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly isBusy?: boolean;
}

/** More than these need the room between them. */
const MANY = 4;

export function DataTable({ label, columns, rows, isBusy = false }: Props) {
  return (
    <div className={styles.place}>
      <div className={styles.frame} aria-busy={isBusy}>
        <table className={styles.table} data-wide={columns.length > MANY || undefined} aria-label={label}>
          <thead>
            <tr>
              {columns.map(({ key, name, isNumber }) => (
                <th key={key} scope="col" data-number={isNumber || undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {columns.map(({ key: column, name, isNumber, isShort }, position) => (
                  <td
                    key={column}
                    data-label={position === 0 ? undefined : name}
                    data-number={isNumber || undefined}
                    data-short={isShort || undefined}
                  >
                    <div>{cells[position]}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
