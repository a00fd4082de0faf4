/** Everything that is wrong with a form, above it, each line a link to its field; takes the focus when it appears. */
import { type ReactNode, useEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";
import styles from "./error-summary.module.css";
import { Notice } from "./notice";

export interface FormProblem {
  readonly message: string;
  readonly remedy?: string;
  /** Element id of the field; none for the whole form. */
  readonly fieldId?: string;
}

interface Props {
  readonly problems: readonly FormProblem[];
  /** Ways on that belong to them. */
  readonly children?: ReactNode;
}

export function ErrorSummary({ problems, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const said = useRef<ReadonlySet<FormProblem>>(new Set());
  // Fewer of the same: somebody is mending them, and stays where they type.
  useEffect(() => {
    if (problems.some((one) => !said.current.has(one))) ref.current?.focus();
    said.current = new Set([...said.current, ...problems]);
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <Notice ref={ref} tone="loss" title={<FormattedMessage id="ui.problems" values={{ count: problems.length }} />}>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={`${problem.fieldId ?? ""} ${problem.message}`}>
            {problem.fieldId === undefined ? (
              problem.message
            ) : (
              <a href={`#${problem.fieldId}`} onClick={focusField}>
                {problem.message}
              </a>
            )}
            {problem.remedy !== undefined && <span className={styles.remedy}> {problem.remedy}</span>}
          </li>
        ))}
      </ul>
      {children}
    </Notice>
  );
}

/** Moves the focus without touching the address: the fragment belongs to the page. */
function focusField(event: React.MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  document.getElementById(event.currentTarget.hash.slice(1))?.focus();
}
