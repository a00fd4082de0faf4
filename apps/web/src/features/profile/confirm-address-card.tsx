/** An address that nobody has proven yet: a mail with a link proves it, and requests that name it come into the list (R83, F43). */

import { Button } from "@mantine/core";
import { FormattedMessage } from "react-intl";
import { useCommand } from "../../lib/commands/use-command";
import { useViewer } from "../../lib/viewer";
import { CommandProblem } from "../../ui/command-problem";
import { Notice } from "../../ui/notice";
import { OutcomeNotice } from "../../ui/outcome-notice";
import { SendAddressConfirmationDocument } from "./confirm-address.generated";

export function ConfirmAddressCard() {
  const { account } = useViewer();
  const command = useCommand(SendAddressConfirmationDocument, { done: null });
  if (account.isEmailProven) return null;
  if (command.timesDone > 0)
    return (
      <OutcomeNotice title={<FormattedMessage id="profile.confirm.sent" values={{ email: account.email }} />}>
        <p>
          <FormattedMessage id="profile.confirm.sent.text" />
        </p>
      </OutcomeNotice>
    );
  return (
    <Notice tone="soon" title={<FormattedMessage id="profile.confirm" values={{ email: account.email }} />}>
      <p>
        <FormattedMessage id="profile.confirm.text" />
      </p>
      <CommandProblem command={command} />
      <Button variant="default" loading={command.isBusy} onClick={() => void command.send({})}>
        <FormattedMessage id="profile.confirm.button" />
      </Button>
    </Notice>
  );
}
