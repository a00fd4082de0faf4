/** Copies a text with one click and says so. */
import { ActionIcon, Tooltip } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useIntl } from "react-intl";
import { LiveRegion } from "./live-region";

interface Props {
  readonly text: string;
  /** What is copied, for readers: "request number". */
  readonly what: string;
}

export function CopyButton({ text, what }: Props) {
  const { formatMessage } = useIntl();
  const { copy, copied } = useClipboard({ timeout: 2000 });
  const label = formatMessage({ id: copied ? "ui.copied" : "ui.copy" }, { what });
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon variant="subtle" size="lg" aria-label={formatMessage({ id: "ui.copy" }, { what })} onClick={() => copy(text)}>
          {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
        </ActionIcon>
      </Tooltip>
      <LiveRegion>{copied ? label : ""}</LiveRegion>
    </>
  );
}
