/** Points out below a field what in it looks like a secret, before it is sent; found in the browser, and in nobody's way (R6, F42). */
import { type FoundSecret, findSecrets, maskSecrets } from "@accord/domain";
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { FormattedMessage } from "react-intl";
import { Notice } from "../../ui/notice";
import classes from "./secret-warning.module.css";

interface Props {
  readonly text: string;
  /** A field of one line has no lines to name. */
  readonly isOneLine?: boolean;
  /** The text without what was found. */
  readonly onMask: (text: string) => void;
}

/** Half a word is no reason to warn. */
const QUIET_MS = 600;
const MOST_NAMED = 3;
const NOTHING: ReadonlySet<string> = new Set();

/** What of a text is a secret and was not looked at before. */
const newIn = (text: string, seen: ReadonlySet<string>): readonly FoundSecret[] =>
  findSecrets(text).filter(({ start, end }) => !seen.has(text.slice(start, end)));

export function SecretWarning({ text, isOneLine = false, onMask }: Props) {
  const [settled] = useDebouncedValue(text, QUIET_MS);
  const [seen, setSeen] = useState(NOTHING);
  const [masked, setMasked] = useState(0);
  const found = useMemo(() => newIn(settled, seen), [settled, seen]);
  const mask = (): void => {
    const now = newIn(text, seen);
    setMasked(now.length);
    onMask(maskSecrets(text, now));
  };
  const keep = (): void => {
    setMasked(0);
    setSeen(new Set([...seen, ...newIn(text, seen).map(({ start, end }) => text.slice(start, end))]));
  };
  // The text was changed a moment ago, and what was found stands no more.
  const isCurrent = found.length > 0 && newIn(text, seen).length > 0;
  return (
    <div role="status" className={classes.place}>
      {isCurrent ? (
        <Notice tone="soon">
          <ul className={classes.found}>
            {found.slice(0, MOST_NAMED).map(({ kind, line, start }) => (
              <li key={start}>
                <FormattedMessage id={isOneLine ? "secrets.here" : "secrets.place"} values={{ kind, line }} />
              </li>
            ))}
            {found.length > MOST_NAMED ? (
              <li>
                <FormattedMessage id="secrets.more" values={{ count: found.length - MOST_NAMED }} />
              </li>
            ) : null}
          </ul>
          <p>
            <FormattedMessage id="secrets.advice" values={{ count: found.length }} />
          </p>
          <div className={classes.actions}>
            <Button size="compact-md" variant="default" onClick={mask}>
              <FormattedMessage id="secrets.mask" values={{ count: found.length }} />
            </Button>
            <Button size="compact-md" variant="subtle" onClick={keep}>
              <FormattedMessage id="secrets.keep" values={{ count: found.length }} />
            </Button>
          </div>
        </Notice>
      ) : masked > 0 ? (
        <p data-quiet>
          <FormattedMessage id="secrets.masked" values={{ count: masked }} />
        </p>
      ) : null}
    </div>
  );
}
