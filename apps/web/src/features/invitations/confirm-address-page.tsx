/** The link of the confirmation mail: proves that the address belongs to who is signed in (R83, F43). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { type RefusalText, useRefusalText } from "../../lib/refusal-text";
import { LinkButton } from "../../ui/link-button";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { Door } from "./door";
import { ConfirmAddressDocument } from "./invitations.generated";

export default function ConfirmAddressPage() {
  const { formatMessage } = useIntl();
  const { token = "" } = useParams();
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<RefusalText | null>(null);
  const [isDone, setDone] = useState(false);
  const [confirm, { loading }] = useMutation(ConfirmAddressDocument);
  const send = async (): Promise<void> => {
    setProblem(null);
    try {
      const { data } = await confirm({ variables: { input: { token } } });
      const refusal = data?.confirmAddress.userErrors[0];
      if (refusal === undefined) setDone(true);
      else setProblem(refusalText(refusal));
    } catch (failure) {
      setProblem(refusalText(failure));
    }
  };
  if (isDone)
    return (
      <Page isText title={formatMessage({ id: "invitations.confirm.done" })}>
        <Notice tone="good" isLive title={<FormattedMessage id="invitations.confirm.done.text" />} />
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
      problem={problem}
      way={
        <p>
          <Link to="/profile">
            <FormattedMessage id="invitations.confirm.again" />
          </Link>
        </p>
      }
    >
      <Button loading={loading} onClick={() => void send()}>
        <FormattedMessage id="invitations.confirm.button" />
      </Button>
    </Door>
  );
}
