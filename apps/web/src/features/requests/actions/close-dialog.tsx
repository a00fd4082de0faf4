/** Closes a request as solved, with a rating for whoever wants to give one (F49, F51). */
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { CloseRequestDocument } from "../request-page.generated";
import { NO_RATING, RatingFields } from "./rating-fields";
import { type DialogProps, finishDialog, RequestDialog } from "./request-dialog";

export function CloseDialog(dialog: DialogProps) {
  const { formatMessage } = useIntl();
  const kept = useKept("closing", dialog.request.id, NO_RATING);
  const command = useCommand(CloseRequestDocument, {
    fields: ["comment"],
    done: () => formatMessage({ id: "conversation.close.done" }),
    onDone: finishDialog(dialog, kept),
  });
  const { score, comment } = kept.typed;
  const rating = score === NO_RATING.score ? null : { score, comment: comment.trim() || null };
  return (
    <RequestDialog
      dialog={dialog}
      command={command}
      input={{ reason: "SOLVED", rating }}
      kept={kept}
      title={formatMessage({ id: "conversation.close.title" })}
      verb={formatMessage({ id: "conversation.close" })}
      text={<FormattedMessage id="conversation.close.text" />}
    >
      <RatingFields rating={kept} command={command} />
    </RequestDialog>
  );
}
