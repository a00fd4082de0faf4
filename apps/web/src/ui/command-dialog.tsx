/** A question before a command: what follows, its fields, the refusal if there is one. */
import type { ReactNode } from "react";
import { CommandProblem } from "./command-problem";
import { ConfirmDialog } from "./confirm-dialog";
import type { ShownCommand } from "./shown-command";

interface Props {
  readonly command: ShownCommand;
  readonly isOpen: boolean;
  readonly isLoss?: boolean;
  readonly title: string;
  readonly verb: string;
  readonly onClose: () => void;
  /** Given up with the button: what was typed goes. Escape leaves it. */
  readonly onCancel?: () => void;
  readonly onConfirm: () => Promise<unknown>;
  readonly children: ReactNode;
}

export function CommandDialog({ command, onClose, onCancel, onConfirm, children, ...rest }: Props) {
  const close = (): void => {
    command.reset();
    onClose();
  };
  const cancel = (): void => {
    onCancel?.();
    close();
  };
  return (
    <ConfirmDialog
      {...rest}
      isBusy={command.isBusy}
      onClose={close}
      onCancel={cancel}
      onConfirm={() => void onConfirm()}
    >
      {children}
      <CommandProblem command={command} />
    </ConfirmDialog>
  );
}
