/** Removes a contact: oneself, or anybody as the owner engineer; a leaving primary contact names who follows (R97, E10). */
import { useMutation } from "@apollo/client/react";
import { NativeSelect } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { type UserErrorFields, useRefusalText } from "../../../lib/refusal-text";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { Notice } from "../../../ui/notice";
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
  const refusalText = useRefusalText();
  const [successor, setSuccessor] = useState<string | null>(null);
  const [problem, setProblem] = useState<UserErrorFields | Error | null>(null);
  const [remove, { loading }] = useMutation(RemoveContactDocument);
  const isPrimary = contact?.role === "PRIMARY";
  const close = (): void => {
    setProblem(null);
    setSuccessor(null);
    onClose();
  };
  const confirm = async (): Promise<void> => {
    if (contact === null) return;
    try {
      const { data } = await remove({
        variables: { input: { requestId, contactId: contact.id, newPrimaryContactId: isPrimary ? successor : null } },
      });
      const refusal = data?.removeContact.userErrors[0];
      if (refusal !== undefined) return setProblem(refusal);
      notifications.show({
        message: formatMessage(
          { id: contact.isViewer ? "requests.removedMe" : "requests.removed" },
          { name: nameOf(contact) },
        ),
      });
      close();
      if (contact.isViewer) void navigate("/requests", { replace: true });
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const text = problem === null ? null : refusalText(problem);
  return (
    <ConfirmDialog
      isOpen={contact !== null}
      isLoss
      isBusy={loading}
      onClose={close}
      onConfirm={() => void confirm()}
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
      {text !== null && (
        <Notice tone="loss" title={text.message} code={text.code}>
          <p>{text.remedy}</p>
        </Notice>
      )}
    </ConfirmDialog>
  );
}
