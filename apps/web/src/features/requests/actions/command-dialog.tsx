/** A question before a command on a request: what follows, its fields, the refusal if there is one. */
import type { ReactNode } from "react";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { Notice } from "../../../ui/notice";
import type { RequestStateFragment } from "../request-page.generated";
import type { Command } from "../use-command";

/** What every such dialog is given. */
export interface DialogProps {
  readonly request: RequestStateFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** After it is done: the timeline has news. */
  readonly onDone: () => void;
}

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
