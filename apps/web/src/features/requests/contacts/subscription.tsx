/** Whether news of this request also comes to me by mail (R87, F71). */
import { useMutation } from "@apollo/client/react";
import { Checkbox } from "@mantine/core";
import { useIntl } from "react-intl";
import { FailureNotice } from "../../../ui/failure-notice";
import { useCommand } from "../use-command";
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
  const change = (next: boolean): Promise<boolean> =>
    command.send({ requestId, next }, async () => {
      const { data } = await set({ variables: { input: { requestId, isSubscribed: next } } });
      return data?.setSubscription.userErrors;
    });
  return (
    <>
      <Checkbox
        label={formatMessage({ id: "contacts.subscribe" })}
        description={formatMessage({ id: "contacts.subscribe.text" }, { email })}
        checked={isSubscribed}
        disabled={command.isBusy}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      {command.problem !== null && <FailureNotice text={command.problem} />}
    </>
  );
}
