/** An address that nobody has proven yet: a mail with a link proves it, and requests that name it come into the list (R83, F43). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type RefusalText, useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { FailureNotice } from "../../ui/failure-notice";
import { Notice } from "../../ui/notice";
import { SendAddressConfirmationDocument } from "./confirm-address.generated";

export function ConfirmAddressCard() {
  const { account } = useViewer();
  const refusalText = useRefusalText();
  const [isSent, setSent] = useState(false);
  const [problem, setProblem] = useState<RefusalText | null>(null);
  const [send, { loading }] = useMutation(SendAddressConfirmationDocument);
  if (account.isEmailProven) return null;
  const ask = async (): Promise<void> => {
    setProblem(null);
    try {
      const { data } = await send();
      const refusal = data?.sendAddressConfirmation.userErrors[0];
      if (refusal !== undefined) setProblem(refusalText(refusal));
      setSent(refusal === undefined);
    } catch (failure) {
      setProblem(refusalText(failure));
    }
  };
  if (isSent)
    return (
      <Notice
        tone="good"
        isLive
        title={<FormattedMessage id="profile.confirm.sent" values={{ email: account.email }} />}
      >
        <p>
          <FormattedMessage id="profile.confirm.sent.text" />
        </p>
      </Notice>
    );
  return (
    <Notice tone="soon" title={<FormattedMessage id="profile.confirm" values={{ email: account.email }} />}>
      <p>
        <FormattedMessage id="profile.confirm.text" />
      </p>
      {problem !== null && <FailureNotice text={problem} />}
      <Button variant="default" loading={loading} onClick={() => void ask()}>
        <FormattedMessage id="profile.confirm.button" />
      </Button>
    </Notice>
  );
}
