/** Closes a request as solved, with a rating for whoever wants to give one (F49, F51). */
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { CommandDialog } from "../../../ui/command-dialog";
import { CloseRequestDocument } from "../request-page.generated";
import type { DialogProps } from "./dialog-props";
import { NO_RATING, RatingFields } from "./rating-fields";

export function CloseDialog({ request, isOpen, onClose, onDone }: DialogProps) {
  const { formatMessage } = useIntl();
  const [rating, setRating] = useState(NO_RATING);
  const command = useCommand(CloseRequestDocument, {
    fields: ["comment"],
    done: () => formatMessage({ id: "conversation.close.done" }),
    onDone: () => {
      onClose();
      onDone();
    },
  });
  const confirm = () => {
    const given = rating.score === null ? null : { score: rating.score, comment: rating.comment.trim() || null };
    const input = { requestId: request.id, reason: "SOLVED" as const, rating: given };
    return command.send((idempotencyKey) => ({ input: { ...input, idempotencyKey } }));
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
