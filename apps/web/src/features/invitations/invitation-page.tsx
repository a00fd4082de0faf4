/** The one-time link: binds the contact it was made for to this account, and opens the request (R83, F43). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useNavigate, useParams } from "react-router";
import { type RefusalText, useRefusalText } from "../../lib/refusal-text";
import { Door } from "./door";
import { RedeemInvitationDocument } from "./invitations.generated";

export default function InvitationPage() {
  const { formatMessage } = useIntl();
  const { token = "" } = useParams();
  const navigate = useNavigate();
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<RefusalText | null>(null);
  const [redeem, { loading }] = useMutation(RedeemInvitationDocument);
  const open = async (): Promise<void> => {
    setProblem(null);
    try {
      const { data } = await redeem({ variables: { input: { token } } });
      const refusal = data?.redeemInvitation.userErrors[0];
      if (refusal !== undefined) return setProblem(refusalText(refusal));
      const requestId = data?.redeemInvitation.request?.id;
      if (requestId === undefined) return;
      notifications.show({ message: formatMessage({ id: "invitations.redeemed" }) });
      await navigate(`/requests/${requestId}`, { replace: true });
    } catch (failure) {
      setProblem(refusalText(failure));
    }
  };
  return (
    <Door
      title={formatMessage({ id: "invitations.title" })}
      lead={<FormattedMessage id="invitations.lead" />}
      problem={problem}
      way={
        <p>
          <Link to="/ask-access">
            <FormattedMessage id="invitations.askInstead" />
          </Link>
        </p>
      }
    >
      <Button loading={loading} onClick={() => void open()}>
        <FormattedMessage id="invitations.open" />
      </Button>
    </Door>
  );
}
