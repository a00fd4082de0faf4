/** The one-time link: binds the contact it was made for to this account, and opens the request (R83, F43). */

import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useNavigate, useParams } from "react-router";
import { useCommand } from "../../lib/commands/use-command";
import { Door } from "./door";
import { RedeemInvitationDocument } from "./invitations.generated";

export default function InvitationPage() {
  const { formatMessage } = useIntl();
  const { token = "" } = useParams();
  const navigate = useNavigate();
  const command = useCommand(RedeemInvitationDocument, {
    done: ({ request }) =>
      request && { text: formatMessage({ id: "invitations.redeemed" }), on: `/requests/${request.id}` },
    onDone: ({ request }) => request && navigate(`/requests/${request.id}`, { replace: true }),
  });
  return (
    <Door
      title={formatMessage({ id: "invitations.title" })}
      lead={<FormattedMessage id="invitations.lead" />}
      command={command}
      way={
        <p>
          <Link to="/ask-access">
            <FormattedMessage id="invitations.askInstead" />
          </Link>
        </p>
      }
    >
      <Button loading={command.isBusy} onClick={() => void command.sendKeyed({ token })}>
        <FormattedMessage id="invitations.open" />
      </Button>
    </Door>
  );
}
