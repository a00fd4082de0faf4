/** Copies a text with one click and says so. */
import { ActionIcon } from "@mantine/core";
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
  const label = formatMessage({ id: "ui.copy" }, { what });
  return (
    <>
      <ActionIcon variant="subtle" size="lg" aria-label={label} title={label} onClick={() => copy(text)}>
        {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
      </ActionIcon>
      <LiveRegion>{copied ? formatMessage({ id: "ui.copied" }, { what }) : ""}</LiveRegion>
    </>
  );
}
