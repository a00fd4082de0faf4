/** Files for a request without a text: on the confirmation page, and beside the files of a request (R7, R92). */

import { Button } from "@mantine/core";
import { useCallback, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../lib/commands/use-command";
import { CommandProblem } from "../../ui/command-problem";
import { LeftOutDialog } from "../../ui/left-out-dialog";
import { OutcomeNotice } from "../../ui/outcome-notice";
import { SendFilesDocument } from "./attachments.generated";
import AttachmentPicker from "./picker";

const NONE: readonly string[] = [];

export default function AttachmentSender({ requestId }: { readonly requestId: string }) {
  const [chosen, setChosen] = useState(NONE);
  const [isBusy, setBusy] = useState(false);
  const [sent, setSent] = useState(0);
  const [leftOut, setLeftOut] = useState(NONE);
  const [isAsking, setAsking] = useState(false);
  const { formatMessage } = useIntl();
  const command = useCommand(SendFilesDocument, {
    refetchQueries: "active",
    done: null,
    onDone: () => {
      setSent(chosen.length);
      setChosen(NONE);
    },
  });
  const change = useCallback((ids: readonly string[]) => setChosen(ids), []);

  const submit = () => {
    setAsking(false);
    return command.sendKeyed({ requestId, attachmentIds: [...chosen] });
  };
  return (
    <>
      <AttachmentPicker
        owner={{ requestId }}
        chosen={chosen}
        onChange={change}
        onBusy={setBusy}
        onLeftOut={setLeftOut}
      />
      <LeftOutDialog
        {...{ isAsking, names: leftOut, send: submit, stay: () => setAsking(false) }}
        text={<FormattedMessage id="attachments.leftOut.files" values={{ count: leftOut.length }} />}
        verb={formatMessage({ id: "attachments.leftOut.send" })}
      />
      <CommandProblem command={command} onRetry={submit} />
      {chosen.length > 0 && (
        <Button
          onClick={() => (leftOut.length > 0 ? setAsking(true) : void submit())}
          loading={command.isBusy}
          disabled={isBusy}
        >
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
