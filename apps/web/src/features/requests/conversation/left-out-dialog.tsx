/** Asks before a message goes without the files that did not arrive (F47). */
import { FormattedMessage, useIntl } from "react-intl";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { visibleControls } from "../../../ui/visible-controls";
import type { useMessage } from "./use-message";

export function LeftOutDialog({ names, isAsking, send, stay }: ReturnType<typeof useMessage>["leftOut"]) {
  const { formatMessage } = useIntl();
  return (
    <ConfirmDialog
      isOpen={isAsking}
      title={formatMessage({ id: "conversation.leftOut" }, { count: names.length })}
      verb={formatMessage({ id: "conversation.leftOut.send" })}
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
      <p>
        <FormattedMessage id="conversation.leftOut.text" />
      </p>
    </ConfirmDialog>
  );
}
