/** A question before one command on a request: what follows is said, what was typed is kept, and forgotten once it is done. */
import type { ReactNode } from "react";
import { CommandDialog } from "../../../ui/command-dialog";
import type { ShownCommand } from "../../../ui/shown-command";
import type { RequestStateFragment } from "../request-page.generated";

/** What every such dialog is given. */
export interface DialogProps {
  readonly request: RequestStateFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** After it is done: the timeline has news. */
  readonly onDone: () => void;
}

/** A form as `useKept` keeps it. */
interface Typed {
  readonly forget: () => void;
}

/** What follows the command of a dialog. */
export const finishDialog =
  ({ onClose, onDone }: Pick<DialogProps, "onClose" | "onDone">, kept?: Typed) =>
  (): void => {
    kept?.forget();
    onClose();
    onDone();
  };

interface Props<Input> {
  readonly dialog: Pick<DialogProps, "isOpen" | "onClose"> & { readonly request: { readonly id: string } };
  readonly command: ShownCommand & { readonly sendKeyed: (input: Input) => Promise<unknown> };
  /** Beside the request. */
  readonly input: Omit<Input, "requestId">;
  readonly kept?: Typed;
  readonly isLoss?: boolean;
  readonly title: string;
  readonly verb: string;
  /** What follows. */
  readonly text: ReactNode;
  readonly children?: ReactNode;
}

export function RequestDialog<Input>({ dialog, command, input, kept, text, children, ...rest }: Props<Input>) {
  const { request, isOpen, onClose } = dialog;
  const whole = { requestId: request.id, ...input } as Input;
  return (
    <CommandDialog
      {...rest}
      command={command}
      isOpen={isOpen}
      onClose={onClose}
      onCancel={kept?.forget}
      onConfirm={() => command.sendKeyed(whole)}
    >
      <p>{text}</p>
      {children}
    </CommandDialog>
  );
}
