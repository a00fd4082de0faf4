/** Another severity, with a reason: at once while nobody is assigned, else the engineer decides (F49, E4). */
import { SEVERITIES, type Severity } from "@accord/domain";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { AskSeverityChangeDocument } from "../request-page.generated";
import styles from "./actions.module.css";
import { ReasonField, SeverityField } from "./dialog-fields";
import { type DialogProps, finishDialog, RequestDialog } from "./request-dialog";

export function SeverityDialog(dialog: DialogProps) {
  const { request } = dialog;
  const { formatMessage } = useIntl();
  const [severity, setSeverity] = useState<Severity | null>(null);
  const kept = useKept("askedSeverity", request.id, { reason: "" });
  const isAssigned = request.engineer !== null;
  const finish = finishDialog(dialog, kept);
  const command = useCommand(AskSeverityChangeDocument, {
    fields: ["severity", "reason"],
    done: () => formatMessage({ id: isAssigned ? "conversation.severity.asked" : "conversation.severity.changed" }),
    onDone: () => {
      setSeverity(null);
      finish();
    },
  });
  return (
    <RequestDialog
      dialog={dialog}
      command={command}
      input={{ severity: severity ?? request.severity, reason: kept.typed.reason }}
      kept={kept}
      title={formatMessage({ id: "conversation.severity.title" })}
      verb={formatMessage({ id: isAssigned ? "conversation.severity.send" : "conversation.severity.change" })}
      text={
        <FormattedMessage
          id={isAssigned ? "conversation.severity.text" : "conversation.severity.atOnce"}
          values={{ name: request.engineer?.name ?? "" }}
        />
      }
    >
      <SeverityField
        label={formatMessage({ id: "conversation.severity.new" })}
        severities={SEVERITIES.filter((one) => one !== request.severity)}
        chosen={severity}
        onChoose={setSeverity}
        command={command}
      />
      {request.support24x7 && severity !== null && (
        <p className={styles.quiet}>
          <FormattedMessage id="conversation.severity.no24x7" />
        </p>
      )}
      <ReasonField
        label={formatMessage({ id: "conversation.severity.reason" })}
        text={kept.field("reason")}
        command={command}
      />
    </RequestDialog>
  );
}
