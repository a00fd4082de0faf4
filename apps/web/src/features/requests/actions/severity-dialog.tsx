/** Another severity, with a reason: at once while nobody is assigned, else the engineer decides (F49, E4). */
import { SEVERITIES } from "@accord/domain";
import { Radio } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { fieldError } from "../../../lib/refusal-text";
import { Textarea } from "../../../lib/textarea";
import { CommandDialog } from "../../../ui/command-dialog";
import { AskSeverityChangeDocument } from "../request-page.generated";
import type { Severity } from "../requests.generated";
import styles from "./actions.module.css";
import type { DialogProps } from "./dialog-props";

export function SeverityDialog({ request, isOpen, onClose, onDone }: DialogProps) {
  const { formatMessage } = useIntl();
  const [severity, setSeverity] = useState<Severity | null>(null);
  const kept = useKept("askedSeverity", request.id, { reason: "" });
  const isAssigned = request.engineer !== null;
  const command = useCommand(AskSeverityChangeDocument, {
    fields: ["severity", "reason"],
    done: () => formatMessage({ id: isAssigned ? "conversation.severity.asked" : "conversation.severity.changed" }),
    onDone: () => {
      setSeverity(null);
      kept.forget();
      onClose();
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
      onClose={onClose}
      onConfirm={confirm}
      title={formatMessage({ id: "conversation.severity.title" })}
      verb={formatMessage({ id: isAssigned ? "conversation.severity.send" : "conversation.severity.change" })}
    >
      <p>
        <FormattedMessage
          id={isAssigned ? "conversation.severity.text" : "conversation.severity.atOnce"}
          values={{ name: request.engineer?.name ?? "" }}
        />
      </p>
      <Radio.Group
        label={formatMessage({ id: "conversation.severity.new" })}
        value={severity ?? ""}
        onChange={(value) => setSeverity(SEVERITIES.find((one) => one === value) ?? null)}
        error={fieldError(command.refusals, "severity")}
      >
        <div className={styles.choices}>
          {SEVERITIES.filter((one) => one !== request.severity).map((one) => (
            <Radio
              key={one}
              value={one}
              label={formatMessage({ id: `requests.severity.${one}` })}
              description={formatMessage({ id: `conversation.severity.means.${one}` })}
            />
          ))}
        </div>
      </Radio.Group>
      {request.support24x7 && severity !== null && (
        <p className={styles.quiet}>
          <FormattedMessage id="conversation.severity.no24x7" />
        </p>
      )}
      <Textarea
        required
        rows={3}
        resize="vertical"
        maxLength={2000}
        label={formatMessage({ id: "conversation.severity.reason" })}
        text={kept.field("reason")}
        error={fieldError(command.refusals, "reason")}
      />
    </CommandDialog>
  );
}
