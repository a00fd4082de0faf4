/** Whether news of this request also comes to me by mail (R87, F71). */
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useBackgroundMutation } from "../../../lib/commands/use-background-mutation";
import { type RefusalText, useRefusalText } from "../../../lib/refusal-text";
import { FailureNotice } from "../../../ui/failure-notice";
import { SetSubscriptionDocument } from "./contacts.generated";

interface Props {
  readonly requestId: string;
  readonly email: string;
  readonly isSubscribed: boolean;
}

export function Subscription({ requestId, email, isSubscribed }: Props) {
  const { formatMessage } = useIntl();
  const save = useBackgroundMutation(SetSubscriptionDocument);
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<RefusalText | null>(null);
  // The tick is there at once; it goes again if it could not be saved.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const change = async (next: boolean): Promise<void> => {
    setWanted(next);
    setProblem(null);
    try {
      const { userErrors } = await save({ input: { requestId, isSubscribed: next } });
      if (userErrors[0] !== undefined) setProblem(refusalText(userErrors[0]));
    } catch (error) {
      setProblem(refusalText(error));
    }
    setWanted(null);
  };
  return (
    <>
      <Checkbox
        label={formatMessage({ id: "contacts.subscribe" })}
        description={formatMessage({ id: "contacts.subscribe.text" }, { email })}
        checked={wanted ?? isSubscribed}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      {problem !== null && <FailureNotice text={problem} />}
    </>
  );
}
