/** Brings a contact in who sees nothing yet: a link by mail, or one to hand over (R83, F43). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconLink, IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/use-command";
import { FailureNotice } from "../../../ui/failure-notice";
import { nameOf } from "./contact-line";
import { type ContactLineFragment, CreateInvitationDocument } from "./contacts.generated";
import styles from "./contacts.module.css";
import { type FreshLink, OneTimeLink } from "./one-time-link";

interface Props {
  readonly requestId: string;
  readonly contact: ContactLineFragment;
}

export function Invite({ requestId, contact }: Props) {
  const { formatMessage } = useIntl();
  const [link, setLink] = useState<FreshLink | null>(null);
  const [create] = useMutation(CreateInvitationDocument);
  const command = useCommand();
  const invite = async (send: boolean): Promise<void> => {
    const input = { requestId, contactId: contact.id, send };
    await command.send(input, async () => {
      const { data } = await create({ variables: { input } });
      const made = data?.createInvitation.invitation ?? null;
      if (made !== null && send)
        notifications.show({ message: formatMessage({ id: "contacts.invited" }, { name: nameOf(contact) }) });
      setLink(send ? null : made);
      return data?.createInvitation.userErrors;
    });
  };
  return (
    <>
      <span className={styles.invite}>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconMail size={16} aria-hidden />}
          disabled={command.isBusy}
          onClick={() => void invite(true)}
        >
          <FormattedMessage id={contact.access === "INVITED" ? "contacts.invite.again" : "contacts.invite"} />
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconLink size={16} aria-hidden />}
          disabled={command.isBusy}
          onClick={() => void invite(false)}
        >
          <FormattedMessage id="contacts.makeLink" />
        </Button>
      </span>
      {link !== null && <OneTimeLink link={link} />}
      {command.problem !== null && <FailureNotice text={command.problem} />}
    </>
  );
}
