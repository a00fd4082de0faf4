/** What is being written: kept until it is sent, sent once however often it is tried (R91, F42). */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { fieldError } from "../../../lib/refusal-text";
import { useCommand } from "../../../lib/use-command";
import { AddCommunicationDocument } from "../request-page.generated";
import type { RequestStatus } from "../requests.generated";
import { useKeptText } from "./kept-text";

export const COMPOSER_ID = "reply";

interface Options {
  readonly requestId: string;
  /** Notes are kept apart from replies. */
  readonly isInternal?: boolean;
  /** Where the request goes with it; left out: it stays. */
  readonly markAs?: RequestStatus | null;
  /** The words are in the timeline once this is done. */
  readonly onSent: () => Promise<void>;
}

export function useMessage({ requestId, isInternal = false, markAs = null, onSent }: Options) {
  const { formatMessage } = useIntl();
  const [text, keepText] = useKeptText(isInternal ? `${requestId}.note` : requestId);
  const [attachmentIds, setAttachmentIds] = useState<readonly string[]>([]);
  const [isUploading, setUploading] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [sent, setSent] = useState(0);
  const [add] = useMutation(AddCommunicationDocument);
  const command = useCommand(["text"]);
  const setText = (next: string): void => {
    keepText(next);
    setMissing(false);
  };
  const submit = async (): Promise<void> => {
    if (command.isBusy || isUploading) return;
    setMissing(text.trim() === "");
    if (text.trim() === "") return document.getElementById(COMPOSER_ID)?.focus();
    const input = {
      requestId,
      text,
      attachmentIds: [...attachmentIds],
      ...(isInternal ? { isInternal } : {}),
      ...(markAs === null ? {} : { markAs }),
    };
    const isDone = await command.send(input, async (idempotencyKey) => {
      const { data } = await add({ variables: { input: { ...input, idempotencyKey } } });
      return data?.addCommunication.userErrors;
    });
    if (!isDone) return;
    keepText("");
    setAttachmentIds([]);
    setSent((count) => count + 1);
    await onSent();
  };
  const error = isMissing ? formatMessage({ id: "conversation.empty" }) : fieldError(command.refusals, "text");
  return {
    ...{ text, setText, attachmentIds, setAttachmentIds, isUploading, setUploading, submit, error },
    /** How many were sent from here: a new one begins with a fresh field. */
    sent,
    isBusy: command.isBusy,
    problem: command.problem,
  };
}
