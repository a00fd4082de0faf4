/** Where an import stands, and how far it is (F56). */
import { FormattedMessage, useIntl } from "react-intl";
import { Badge, type BadgeTone } from "../../../ui/badge";
import type { ImportFactsFragment } from "./imports.generated";
import styles from "./imports.module.css";

type State = ImportFactsFragment["state"];

const TONES: Record<State, BadgeTone> = {
  CHECKING: "accent",
  CHECKED: "soon",
  LOADING: "accent",
  PAUSED: "soon",
  LOADED: "good",
  CANCELLED: "quiet",
  INTERRUPTED: "loss",
};

/** The server still works on it. */
export const isRunning = (state: State): boolean => state === "CHECKING" || state === "LOADING";

export function ImportStateBadge({ state }: { readonly state: State }) {
  return (
    <Badge tone={TONES[state]}>
      <FormattedMessage id={`imports.state.${state}`} />
    </Badge>
  );
}

export function ImportProgress({ one }: { readonly one: ImportFactsFragment }) {
  const { formatMessage } = useIntl();
  const total = one.state === "LOADING" ? one.accepted : one.total;
  const label = formatMessage({ id: `imports.progress.${one.state}` }, { done: one.done, total });
  return (
    <div className={styles.progress}>
      <span>{label}</span>
      <progress max={Math.max(total, 1)} value={one.done} aria-label={label} />
    </div>
  );
}
