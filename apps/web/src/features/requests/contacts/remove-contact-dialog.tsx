/** Removes a contact: oneself, or anybody as the owner engineer; a leaving primary contact names who follows (R97, E10). */

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { useCommand } from "../../../lib/commands/use-command";
import { CommandDialog } from "../../../ui/command-dialog";
import { visibleControls } from "../../../ui/visible-controls";
import { nameOf } from "./contact-line";
import { type ContactLineFragment, RemoveContactDocument } from "./contacts.generated";

interface Props {
  readonly requestId: string;
  readonly contact: ContactLineFragment | null;
  readonly others: readonly ContactLineFragment[];
  readonly onClose: () => void;
}

export function RemoveContactDialog({ requestId, contact, others, onClose }: Props) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const [successor, setSuccessor] = useState<string | null>(null);
  const isPrimary = contact?.role === "PRIMARY";
  const close = (): void => {
    setSuccessor(null);
    onClose();
  };
  const command = useCommand(RemoveContactDocument, {
    done: () => {
      if (contact === null) return null;
      const text = formatMessage(
        { id: contact.isViewer ? "requests.removedMe" : "requests.removed" },
        { name: nameOf(contact) },
      );
      return contact.isViewer ? { text, on: "/requests" } : { text };
    },
    onDone: () => {
      close();
      return contact?.isViewer ? navigate("/requests", { replace: true }) : undefined;
    },
  });
  const confirm = () =>
    command.sendKeyed({ requestId, contactId: contact?.id ?? "", newPrimaryContactId: isPrimary ? successor : null });
  return (
    <CommandDialog
      command={command}
      isOpen={contact !== null}
      isLoss
      onClose={close}
      onConfirm={confirm}
      title={formatMessage({ id: contact?.isViewer ? "requests.removeMe.title" : "requests.removeContact.title" })}
      verb={formatMessage({ id: contact?.isViewer ? "requests.removeMe" : "requests.removeContact" })}
    >
      <p>
        {contact?.isViewer ? (
          <FormattedMessage id="requests.removeMe.text" />
        ) : (
          <FormattedMessage
            id="requests.removeContact.text"
            values={{ name: contact === null ? "" : nameOf(contact) }}
          />
        )}
      </p>
      {isPrimary && (
        <NativeSelect
          required
          label={formatMessage({ id: "requests.successor" })}
          value={successor ?? ""}
          onChange={(event) => setSuccessor(event.currentTarget.value || null)}
          data={[
            { value: "", label: formatMessage({ id: "requests.successor.choose" }) },
            ...others.map((one) => ({ value: one.id, label: `${nameOf(one)} (${visibleControls(one.email)})` })),
          ]}
        />
      )}
    </CommandDialog>
  );
}
