/** The address of the account, where it is missing, unproven, or another is claimed since: a mail with a link proves it, and requests that name it come into the list (R83, F43). */

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useId, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../lib/commands/use-command";
import { useViewer } from "../../lib/viewer";
import { CommandProblem } from "../../ui/command-problem";
import { Notice } from "../../ui/notice";
import { OutcomeNotice } from "../../ui/outcome-notice";
import { SendAddressConfirmationDocument } from "./confirm-address.generated";

export function ConfirmAddressCard() {
  const { formatMessage } = useIntl();
  const { account } = useViewer();
  const [typed, setTyped] = useState("");
  const id = useId();
  const command = useCommand(SendAddressConfirmationDocument, { done: null, fields: ["email"] });
  const isMissing = account.email === "";
  const claimed = account.claimedEmail;
  if (account.isEmailProven && claimed === null) return null;
  const address = isMissing ? typed : (claimed ?? account.email);
  if (command.timesDone > 0)
    return (
      <OutcomeNotice title={<FormattedMessage id="profile.confirm.sent" values={{ email: address }} />}>
        <p>
          <FormattedMessage id="profile.confirm.sent.text" />
        </p>
      </OutcomeNotice>
    );
  const kind = isMissing ? "missing" : claimed === null ? "unproven" : "claimed";
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void command.sendKeyed(isMissing ? { email: typed } : {});
  };
  return (
    <Notice tone="soon" title={<FormattedMessage id={`profile.confirm.${kind}`} values={{ email: address }} />}>
      <p>
        <FormattedMessage id={`profile.confirm.${kind}.text`} values={{ email: account.email }} />
      </p>
      <CommandProblem command={command} />
      <form onSubmit={send} noValidate>
        {isMissing && (
          <TextInput
            id={id}
            type="email"
            autoComplete="email"
            maxLength={254}
            mb="sm"
            label={formatMessage({ id: "profile.confirm.address" })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={command.errorOf("email")}
          />
        )}
        <Button type="submit" variant="default" loading={command.isBusy}>
          <FormattedMessage id="profile.confirm.button" />
        </Button>
      </form>
    </Notice>
  );
}
