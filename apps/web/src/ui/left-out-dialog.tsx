/** Asks before something goes without the files that did not arrive (F47, K12). */
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { ConfirmDialog } from "./confirm-dialog";
import { visibleControls } from "./visible-controls";

interface Props {
  readonly isAsking: boolean;
  readonly names: readonly string[];
  /** What can be done about them here. */
  readonly text: ReactNode;
  readonly verb: string;
  readonly send: () => unknown;
  readonly stay: () => void;
}

export function LeftOutDialog({ isAsking, names, text, verb, send, stay }: Props) {
  const { formatMessage } = useIntl();
  return (
    <ConfirmDialog
      isOpen={isAsking}
      title={formatMessage({ id: "attachments.leftOut" }, { count: names.length })}
      verb={verb}
      onClose={stay}
      onConfirm={() => void send()}
    >
      <ul>
        {names.map((name) => (
          <li key={name} dir="auto">
            {visibleControls(name)}
          </li>
        ))}
      </ul>
      <p>{text}</p>
    </ConfirmDialog>
  );
}
