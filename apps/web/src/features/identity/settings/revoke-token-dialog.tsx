/** Asks before a token ends: the program that has it stops working. */
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { CommandDialog } from "../../../ui/command-dialog";
import { visibleControls } from "../../../ui/visible-controls";
import { type OwnTokenFragment, RevokeOwnTokenDocument } from "./settings.generated";

interface Props {
  readonly token: OwnTokenFragment | null;
  readonly onClose: () => void;
  readonly onChanged: () => unknown;
}

export function RevokeTokenDialog({ token, onClose, onChanged }: Props) {
  const { formatMessage } = useIntl();
  const name = visibleControls(token?.name ?? "");
  const command = useCommand(RevokeOwnTokenDocument, {
    done: () => formatMessage({ id: "settings.tokens.revoke.done" }, { name }),
    onDone: async () => {
      onClose();
      await onChanged();
    },
  });
  return (
    <CommandDialog
      command={command}
      isOpen={token !== null}
      isLoss
      onClose={onClose}
      onConfirm={() => command.send({ input: { tokenId: token?.id ?? "" } })}
      title={formatMessage({ id: "settings.tokens.revoke.title" }, { name })}
      verb={formatMessage({ id: "settings.tokens.revoke" })}
    >
      <p>
        <FormattedMessage id="settings.tokens.revoke.text" />
      </p>
    </CommandDialog>
  );
}
