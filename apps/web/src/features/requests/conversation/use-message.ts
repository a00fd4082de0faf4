/** What is being written: kept until it is sent, sent once however often it is tried (R91, F42). */
import { useState } from "react";
import { useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { AddCommunicationDocument } from "../request-page.generated";
import type { RequestStatus } from "../requests.generated";

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
  const kept = useKept(isInternal ? "note" : "reply", requestId, { text: "" });
  const { text } = kept.typed;
  const [attachmentIds, setAttachmentIds] = useState<readonly string[]>([]);
  const [isUploading, setUploading] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const [isAsking, setAsking] = useState(false);
  const command = useCommand(AddCommunicationDocument, {
    fields: ["text"],
    done: null,
    onDone: (_answer, { input }) => {
      // What was typed while it was on its way begins the next one.
      kept.change({ text: text.startsWith(input.text) ? text.slice(input.text.length).trimStart() : text });
      setAttachmentIds([]);
      return onSent();
    },
  });
  const submit = async (): Promise<void> => {
    if (command.isBusy || isUploading) return;
    setMissing(text.trim() === "");
    if (text.trim() === "") return document.getElementById(COMPOSER_ID)?.focus();
    if (leftOut.length > 0) return setAsking(true);
    await send();
  };
  const send = async (): Promise<void> => {
    setAsking(false);
    const input = {
      requestId,
      text,
      attachmentIds: [...attachmentIds],
      ...(isInternal ? { isInternal } : {}),
      ...(markAs === null ? {} : { markAs }),
    };
    await command.sendKeyed(input);
  };
  const isEmpty = isMissing && text.trim() === "";
  const error = isEmpty ? formatMessage({ id: "conversation.empty" }) : command.errorOf("text");
  return {
    field: kept.field("text"),
    ...{ attachmentIds, setAttachmentIds, isUploading, setUploading, submit, error },
    /** How many were sent from here: a new one begins with a fresh field. */
    sent: command.timesDone,
    command,
    setLeftOut,
    /** Files that would not go along are asked about first. */
    leftOut: { names: leftOut, isAsking, send, stay: () => setAsking(false) },
  };
}
