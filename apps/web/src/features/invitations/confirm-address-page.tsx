/** The link of the confirmation mail: proves that the address belongs to who is signed in (R83, F43). */

import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { useCommand } from "../../lib/commands/use-command";
import { LinkButton } from "../../ui/link-button";
import { OutcomeNotice } from "../../ui/outcome-notice";
import { Page } from "../../ui/page";
import { Door } from "./door";
import { ConfirmAddressDocument } from "./invitations.generated";

export default function ConfirmAddressPage() {
  const { formatMessage } = useIntl();
  const { token = "" } = useParams();
  const command = useCommand(ConfirmAddressDocument, { done: null });
  if (command.timesDone > 0)
    return (
      <Page isText title={formatMessage({ id: "invitations.confirm.done" })}>
        <OutcomeNotice title={<FormattedMessage id="invitations.confirm.done.text" />} />
        <div>
          <LinkButton to="/requests">
            <FormattedMessage id="requests.title" />
          </LinkButton>
        </div>
      </Page>
    );
  return (
    <Door
      title={formatMessage({ id: "invitations.confirm" })}
      lead={<FormattedMessage id="invitations.confirm.lead" />}
      command={command}
      way={
        <p>
          <Link to="/profile">
            <FormattedMessage id="invitations.confirm.again" />
          </Link>
        </p>
      }
    >
      <Button loading={command.isBusy} onClick={() => void command.send({ input: { token } })}>
        <FormattedMessage id="invitations.confirm.button" />
      </Button>
    </Door>
  );
}
