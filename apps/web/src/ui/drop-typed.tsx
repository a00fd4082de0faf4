/** Beside the button of a form that has no Cancel: gives up what was typed and is kept, and asks first (K12). */
import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { ConfirmDialog } from "./confirm-dialog";

interface Props {
  /** What is kept, as `useKept` keeps it. */
  readonly kept: { readonly isTyped: boolean; readonly forget: () => void };
}

export function DropTyped({ kept }: Props) {
  const { formatMessage } = useIntl();
  const [isAsked, setAsked] = useState(false);
  const [timesDropped, setDropped] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  // The button is gone: the form begins again at its first field.
  useEffect(() => {
    if (timesDropped > 0)
      place.current?.closest("form")?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }, [timesDropped]);
  const drop = (): void => {
    setAsked(false);
    kept.forget();
    setDropped((times) => times + 1);
  };
  return (
    <div ref={place}>
      {kept.isTyped && (
        <Button variant="subtle" onClick={() => setAsked(true)}>
          <FormattedMessage id="ui.dropTyped" />
        </Button>
      )}
      <ConfirmDialog
        isLoss
        isOpen={isAsked}
        title={formatMessage({ id: "ui.dropTyped.title" })}
        verb={formatMessage({ id: "ui.dropTyped.verb" })}
        onClose={() => setAsked(false)}
        onConfirm={drop}
      >
        <p>
          <FormattedMessage id="ui.dropTyped.text" />
        </p>
      </ConfirmDialog>
    </div>
  );
}
