/** A question before a command: what follows, its fields, the refusal if there is one. */
import type { ReactNode } from "react";
import type { Command } from "../lib/use-command";
import { ConfirmDialog } from "./confirm-dialog";
import { Notice } from "./notice";

interface Props {
  readonly command: Command;
  readonly isOpen: boolean;
  readonly isLoss?: boolean;
  readonly title: string;
  readonly verb: string;
  readonly onClose: () => void;
  readonly onConfirm: () => Promise<void>;
  readonly children: ReactNode;
}

export function CommandDialog({ command, onClose, onConfirm, children, ...rest }: Props) {
  const close = (): void => {
    command.reset();
    onClose();
  };
  return (
    <ConfirmDialog {...rest} isBusy={command.isBusy} onClose={close} onConfirm={() => void onConfirm()}>
      {children}
      {command.problem !== null && (
        <Notice tone="loss" title={command.problem.message} code={command.problem.code}>
          <p>{command.problem.remedy}</p>
        </Notice>
      )}
    </ConfirmDialog>
  );
}
