/** Closes a request as solved, with a rating for whoever wants to give one (F49, F51). */
import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/use-command";
import { CommandDialog } from "../../../ui/command-dialog";
import { CloseRequestDocument } from "../request-page.generated";
import type { DialogProps } from "./dialog-props";
import { NO_RATING, RatingFields } from "./rating-fields";

export function CloseDialog({ request, isOpen, onClose, onDone }: DialogProps) {
  const { formatMessage } = useIntl();
  const [rating, setRating] = useState(NO_RATING);
  const [close] = useMutation(CloseRequestDocument);
  const command = useCommand(["comment"]);
  const confirm = async (): Promise<void> => {
    const given = rating.score === null ? null : { score: rating.score, comment: rating.comment.trim() || null };
    const input = { requestId: request.id, reason: "SOLVED" as const, rating: given };
    const isDone = await command.send(input, async (idempotencyKey) => {
      const { data } = await close({ variables: { input: { ...input, idempotencyKey } } });
      return data?.closeRequest.userErrors;
    });
    if (!isDone) return;
    notifications.show({ message: formatMessage({ id: "conversation.close.done" }) });
    onClose();
    onDone();
  };
  return (
    <CommandDialog
      command={command}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={confirm}
      title={formatMessage({ id: "conversation.close.title" })}
      verb={formatMessage({ id: "conversation.close" })}
    >
      <p>
        <FormattedMessage id="conversation.close.text" />
      </p>
      <RatingFields value={rating} onChange={setRating} refusals={command.refusals} />
    </CommandDialog>
  );
}
