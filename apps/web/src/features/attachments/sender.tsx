/** Files for a request without a text: on the confirmation page, and beside the files of a request (R7, R92). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useCallback, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { AttachmentSenderProps } from "../../lib/attachment-slots";
import { newIdempotencyKey } from "../../lib/idempotency-key";
import { type RefusalText, useRefusalText } from "../../lib/refusal-text";
import { FailureNotice } from "../../ui/failure-notice";
import { LiveRegion } from "../../ui/live-region";
import { SendFilesDocument } from "./attachments.generated";
import AttachmentPicker from "./picker";

const NONE: readonly string[] = [];

export default function AttachmentSender({ requestId }: AttachmentSenderProps) {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const [chosen, setChosen] = useState(NONE);
  const [isBusy, setBusy] = useState(false);
  const [sent, setSent] = useState(0);
  const [problem, setProblem] = useState<RefusalText | null>(null);
  const [send, { loading }] = useMutation(SendFilesDocument, { refetchQueries: "active" });
  const key = useRef({ ids: "", key: "" });
  const change = useCallback((ids: readonly string[]) => setChosen(ids), []);

  const submit = async (): Promise<void> => {
    const ids = chosen.join();
    if (key.current.ids !== ids) key.current = { ids, key: newIdempotencyKey() };
    setProblem(null);
    try {
      const input = { requestId, attachmentIds: [...chosen], idempotencyKey: key.current.key };
      const { data } = await send({ variables: { input } });
      const [refusal] = data?.addAttachments.userErrors ?? [];
      if (refusal !== undefined) return setProblem(refusalText(refusal));
      setSent(chosen.length);
      setChosen(NONE);
    } catch (error) {
      setProblem(refusalText(error));
    }
  };
  return (
    <>
      <AttachmentPicker owner={{ requestId }} chosen={chosen} onChange={change} onBusy={setBusy} />
      {problem !== null && <FailureNotice text={problem} onRetry={() => void submit()} />}
      {chosen.length > 0 && (
        <Button onClick={() => void submit()} loading={loading} disabled={isBusy}>
          <FormattedMessage id="attachments.send" values={{ count: chosen.length }} />
        </Button>
      )}
      <LiveRegion>
        {sent > 0 && chosen.length === 0 ? formatMessage({ id: "attachments.sent" }, { count: sent }) : ""}
      </LiveRegion>
    </>
  );
}
