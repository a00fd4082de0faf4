/** The engineer proposes a second request for what is a problem of its own; the contacts decide (S1, S8, F55). */
import { TextInput } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { Textarea } from "../../../lib/textarea";
import { type DialogProps, finishDialog, RequestDialog } from "../../requests";
import { ProposeSplitDocument } from "./desk.generated";

export function ProposeSplitDialog(dialog: DialogProps) {
  const { formatMessage } = useIntl();
  const kept = useKept("splitting", dialog.request.id, { title: "", description: "" });
  const command = useCommand(ProposeSplitDocument, {
    fields: ["title", "description"],
    done: () => formatMessage({ id: "split.proposed" }),
    onDone: finishDialog(dialog, kept),
  });
  return (
    <RequestDialog
      dialog={dialog}
      command={command}
      input={kept.typed}
      kept={kept}
      title={formatMessage({ id: "split.propose.title" })}
      verb={formatMessage({ id: "split.propose.verb" })}
      text={<FormattedMessage id="split.propose.text" />}
    >
      <TextInput
        label={formatMessage({ id: "split.propose.name" })}
        required
        maxLength={200}
        value={kept.typed.title}
        onChange={(event) => kept.change({ title: event.currentTarget.value })}
        error={command.errorOf("title")}
      />
      <Textarea
        label={formatMessage({ id: "split.propose.description" })}
        required
        rows={4}
        text={kept.field("description")}
        error={command.errorOf("description")}
      />
    </RequestDialog>
  );
}
