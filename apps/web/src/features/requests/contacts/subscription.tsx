/** Whether news of this request also comes to me by mail (R87, F71). */
import { useMutation } from "@apollo/client/react";
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useCommand } from "../../../lib/use-command";
import { FailureNotice } from "../../../ui/failure-notice";
import { SetSubscriptionDocument } from "./contacts.generated";

interface Props {
  readonly requestId: string;
  readonly email: string;
  readonly isSubscribed: boolean;
}

export function Subscription({ requestId, email, isSubscribed }: Props) {
  const { formatMessage } = useIntl();
  const [set] = useMutation(SetSubscriptionDocument);
  const command = useCommand();
  // The tick is there at once; it goes again if it could not be saved.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const change = async (next: boolean): Promise<void> => {
    setWanted(next);
    await command.send({ requestId, next }, async () => {
      const { data } = await set({ variables: { input: { requestId, isSubscribed: next } } });
      return data?.setSubscription.userErrors;
    });
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
      {command.problem !== null && <FailureNotice text={command.problem} />}
    </>
  );
}
