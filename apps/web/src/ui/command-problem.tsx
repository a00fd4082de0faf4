/** Why a command was not done: announced, and focused so that it is not missed above or below the button. */
import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";
import { Notice } from "./notice";
import type { ShownCommand } from "./shown-command";

interface Props {
  readonly command: Pick<ShownCommand, "problem" | "isBusy">;
  /** Sends the same once more. */
  readonly onRetry?: () => unknown;
  /** Ways on that belong to it. */
  readonly children?: ReactNode;
}

export function CommandProblem({ command: { problem, isBusy }, onRetry, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const isShown = problem !== null && !isBusy;
  useEffect(() => {
    if (isShown) ref.current?.focus();
  }, [isShown]);
  if (problem === null) return null;
  return (
    <Notice ref={ref} tone="loss" title={problem.message} requestId={problem.requestId}>
      <p>{problem.remedy}</p>
      {children}
      {onRetry !== undefined && (
        <Button variant="default" disabled={isBusy} onClick={() => void onRetry()}>
          <FormattedMessage id="ui.tryAgain" />
        </Button>
      )}
    </Notice>
  );
}
