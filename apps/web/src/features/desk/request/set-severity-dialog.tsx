/** The engineer sets the severity, with a reason the contacts read; it settles what a contact asked for (F49). */
import { SEVERITIES, type Severity } from "@accord/domain";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import {
  actionStyles,
  type DialogProps,
  finishDialog,
  ReasonField,
  RequestDialog,
  SeverityField,
} from "../../requests";
import { ChangeSeverityDocument } from "./desk.generated";

interface Props extends DialogProps {
  /** What is chosen when it opens: the asked one, or the one it has, which declines; null: nothing. */
  readonly first: Severity | null;
}

export function SetSeverityDialog({ first, ...opened }: Props) {
  const { request } = opened;
  const { formatMessage } = useIntl();
  const [chosen, setChosen] = useState<Severity | null>(null);
  const kept = useKept("setSeverity", request.id, { reason: "" });
  const severity = chosen ?? first;
  const isDeclining = request.severityAsk !== null && severity === request.severity;
  const onClose = (): void => {
    setChosen(null);
    opened.onClose();
  };
  const dialog = { ...opened, onClose };
  const command = useCommand(ChangeSeverityDocument, {
    fields: ["severity", "reason"],
    done: () => formatMessage({ id: "desk.severity.done" }),
    onDone: finishDialog(dialog, kept),
  });
  return (
    <RequestDialog
      dialog={dialog}
      command={command}
      input={{ severity: severity ?? request.severity, reason: kept.typed.reason }}
      kept={kept}
      title={formatMessage({ id: "desk.severity" })}
      verb={formatMessage({ id: isDeclining ? "desk.severity.keep" : "desk.severity.set" })}
      text={<FormattedMessage id="desk.severity.text" />}
    >
      <SeverityField
        label={formatMessage({ id: "desk.severity.label" })}
        severities={SEVERITIES}
        chosen={severity ?? request.severity}
        onChoose={setChosen}
        command={command}
      />
      {request.support24x7 && severity !== null && severity !== "CRITICAL" && (
        <p className={actionStyles.quiet}>
          <FormattedMessage id="conversation.severity.no24x7" />
        </p>
      )}
      <ReasonField
        label={formatMessage({ id: "desk.severity.reason" })}
        text={kept.field("reason")}
        command={command}
      />
    </RequestDialog>
  );
}
