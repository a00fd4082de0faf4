/** The fields that dialogs on a request share: a reason, and one of the severities. */
import type { Severity } from "@accord/domain";
import { Radio } from "@mantine/core";
import { useIntl } from "react-intl";
import type { KeptText } from "../../../lib/kept/use-kept";
import { Textarea } from "../../../lib/textarea";
import styles from "./actions.module.css";

interface Refusable {
  readonly label: string;
  readonly command: { readonly errorOf: (field: string) => string | undefined };
}

export function ReasonField({ label, text, command }: Refusable & { readonly text: KeptText }) {
  return (
    <Textarea
      required
      rows={3}
      resize="vertical"
      maxLength={2000}
      label={label}
      text={text}
      error={command.errorOf("reason")}
    />
  );
}

interface SeverityProps extends Refusable {
  readonly severities: readonly Severity[];
  /** Null: none yet. */
  readonly chosen: Severity | null;
  readonly onChoose: (severity: Severity | null) => void;
}

export function SeverityField({ label, severities, chosen, onChoose, command }: SeverityProps) {
  const { formatMessage } = useIntl();
  return (
    <Radio.Group
      label={label}
      value={chosen ?? ""}
      onChange={(value) => onChoose(severities.find((one) => one === value) ?? null)}
      error={command.errorOf("severity")}
    >
      <div className={styles.choices}>
        {severities.map((one) => (
          <Radio
            key={one}
            value={one}
            label={formatMessage({ id: `requests.severity.${one}` })}
            description={formatMessage({ id: `conversation.severity.means.${one}` })}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
