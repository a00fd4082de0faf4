/** Files for a request without a text: on the confirmation page, and beside the files of a request (R7, R92). */

import { Button } from "@mantine/core";
import { useCallback, useState } from "react";
import { FormattedMessage } from "react-intl";
import type { AttachmentSenderProps } from "../../lib/attachment-slots";
import { useCommand } from "../../lib/commands/use-command";
import { CommandProblem } from "../../ui/command-problem";
import { OutcomeNotice } from "../../ui/outcome-notice";
import { SendFilesDocument } from "./attachments.generated";
import AttachmentPicker from "./picker";

const NONE: readonly string[] = [];

export default function AttachmentSender({ requestId }: AttachmentSenderProps) {
  const [chosen, setChosen] = useState(NONE);
  const [isBusy, setBusy] = useState(false);
  const [sent, setSent] = useState(0);
  const command = useCommand(SendFilesDocument, {
    refetchQueries: "active",
    done: null,
    onDone: () => {
      setSent(chosen.length);
      setChosen(NONE);
    },
  });
  const change = useCallback((ids: readonly string[]) => setChosen(ids), []);

  const submit = () =>
    command.send((idempotencyKey) => ({ input: { requestId, attachmentIds: [...chosen], idempotencyKey } }));
  return (
    <>
      <AttachmentPicker owner={{ requestId }} chosen={chosen} onChange={change} onBusy={setBusy} />
      <CommandProblem command={command} onRetry={submit} />
      {chosen.length > 0 && (
        <Button onClick={() => void submit()} loading={command.isBusy} disabled={isBusy}>
          <FormattedMessage id="attachments.send" values={{ count: chosen.length }} />
        </Button>
      )}
      {chosen.length === 0 && (
        <OutcomeNotice
          times={command.timesDone}
          title={<FormattedMessage id="attachments.sent" values={{ count: sent }} />}
        />
      )}
    </>
  );
}
