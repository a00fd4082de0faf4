/** Closes a request as solved, with a rating for whoever wants to give one (F49, F51). */
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { CommandDialog } from "../../../ui/command-dialog";
import { CloseRequestDocument } from "../request-page.generated";
import type { DialogProps } from "./dialog-props";
import { NO_RATING, RatingFields } from "./rating-fields";

export function CloseDialog({ request, isOpen, onClose, onDone }: DialogProps) {
  const { formatMessage } = useIntl();
  const kept = useKept("closing", request.id, NO_RATING);
  const command = useCommand(CloseRequestDocument, {
    fields: ["comment"],
    done: () => formatMessage({ id: "conversation.close.done" }),
    onDone: () => {
      kept.forget();
      onClose();
      onDone();
    },
  });
  const confirm = () => {
    const { score, comment } = kept.typed;
    const given = score === NO_RATING.score ? null : { score, comment: comment.trim() || null };
    const input = { requestId: request.id, reason: "SOLVED" as const, rating: given };
    return command.send((idempotencyKey) => ({ input: { ...input, idempotencyKey } }));
  };
  return (
    <CommandDialog
      command={command}
      onCancel={kept.forget}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={confirm}
      title={formatMessage({ id: "conversation.close.title" })}
      verb={formatMessage({ id: "conversation.close" })}
    >
      <p>
        <FormattedMessage id="conversation.close.text" />
      </p>
      <RatingFields rating={kept} refusals={command.refusals} />
    </CommandDialog>
  );
}
