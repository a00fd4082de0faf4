/** The engineer sets the severity, with a reason the contacts read; it settles what a contact asked for (F49). */
import { SEVERITIES } from "@accord/domain";
import { Radio } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { fieldError } from "../../../lib/refusal-text";
import { Textarea } from "../../../lib/textarea";
import { CommandDialog } from "../../../ui/command-dialog";
import styles from "../actions/actions.module.css";
import type { DialogProps } from "../actions/dialog-props";
import type { Severity } from "../requests.generated";
import { ChangeSeverityDocument } from "./desk.generated";

interface Props extends DialogProps {
  /** What is chosen when it opens: the asked one, or the one it has, which declines; null: nothing. */
  readonly first: Severity | null;
}

export function SetSeverityDialog({ request, isOpen, onClose, onDone, first }: Props) {
  const { formatMessage } = useIntl();
  const [chosen, setChosen] = useState<Severity | null>(null);
  const kept = useKept("setSeverity", request.id, { reason: "" });
  const severity = chosen ?? first;
  const isDeclining = request.severityAsk !== null && severity === request.severity;
  const leave = (): void => {
    setChosen(null);
    onClose();
  };
  const command = useCommand(ChangeSeverityDocument, {
    fields: ["severity", "reason"],
    done: () => formatMessage({ id: "desk.severity.done" }),
    onDone: () => {
      kept.forget();
      leave();
      onDone();
    },
  });
  const confirm = () => {
    const input = { requestId: request.id, severity: severity ?? request.severity, reason: kept.typed.reason };
    return command.send((idempotencyKey) => ({ input: { ...input, idempotencyKey } }));
  };
  return (
    <CommandDialog
      command={command}
      onCancel={kept.forget}
      isOpen={isOpen}
      onClose={leave}
      onConfirm={confirm}
      title={formatMessage({ id: "desk.severity" })}
      verb={formatMessage({ id: isDeclining ? "desk.severity.keep" : "desk.severity.set" })}
    >
      <p>
        <FormattedMessage id="desk.severity.text" />
      </p>
      <Radio.Group
        label={formatMessage({ id: "desk.severity.label" })}
        value={severity ?? request.severity}
        onChange={(value) => setChosen(SEVERITIES.find((one) => one === value) ?? null)}
        error={fieldError(command.refusals, "severity")}
      >
        <div className={styles.choices}>
          {SEVERITIES.map((one) => (
            <Radio
              key={one}
              value={one}
              label={formatMessage({ id: `requests.severity.${one}` })}
              description={formatMessage({ id: `conversation.severity.means.${one}` })}
            />
          ))}
        </div>
      </Radio.Group>
      {request.support24x7 && severity !== null && severity !== "CRITICAL" && (
        <p className={styles.quiet}>
          <FormattedMessage id="conversation.severity.no24x7" />
        </p>
      )}
      <Textarea
        required
        rows={3}
        resize="vertical"
        maxLength={2000}
        label={formatMessage({ id: "desk.severity.reason" })}
        text={kept.field("reason")}
        error={fieldError(command.refusals, "reason")}
      />
    </CommandDialog>
  );
}
