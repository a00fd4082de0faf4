/** Brings a contact in who sees nothing yet: a link by mail, or one to hand over (R83, F43). */

import { Button } from "@mantine/core";
import { IconLink, IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { CommandProblem } from "../../../ui/command-problem";
import { OutcomeNotice } from "../../../ui/outcome-notice";
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
  // Done is done until the page is opened anew: a hasty second press makes no second mail and no second link.
  const [made, setMade] = useState({ mail: false, link: false });
  const command = useCommand(CreateInvitationDocument, {
    done: ({ invitation }, { input: { send } }) => {
      if (send) return formatMessage({ id: "contacts.invited" }, { name: nameOf(contact) });
      return invitation === null ? formatMessage({ id: "contacts.link.before" }) : null;
    },
    onDone: ({ invitation }, { input: { send } }) => {
      if (send || invitation !== null) setMade((before) => ({ ...before, [send ? "mail" : "link"]: true }));
      if (!send) setLink(invitation);
    },
  });
  const invite = (send: boolean) => command.sendKeyed({ requestId, contactId: contact.id, send });
  return (
    <>
      <span className={styles.invite}>
        {!made.mail && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconMail size={16} aria-hidden />}
            disabled={command.isBusy}
            onClick={() => void invite(true)}
          >
            <FormattedMessage id={contact.access === "INVITED" ? "contacts.invite.again" : "contacts.invite"} />
          </Button>
        )}
        {!made.link && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconLink size={16} aria-hidden />}
            disabled={command.isBusy}
            onClick={() => void invite(false)}
          >
            <FormattedMessage id="contacts.makeLink" />
          </Button>
        )}
      </span>
      {link !== null && (
        <OutcomeNotice title={<FormattedMessage id="contacts.link.made" />} times={command.timesDone}>
          <OneTimeLink link={link} />
        </OutcomeNotice>
      )}
      <CommandProblem command={command} />
    </>
  );
}
