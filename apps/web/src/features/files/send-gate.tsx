/** Before a request goes: what has not arrived is named, and goes missing only on purpose; nothing is asked where all is there (F47, K12). */
import { useEffect, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { LeftOutDialog } from "../../ui/left-out-dialog";
import type { QueuedFile } from "./upload-queue";
import { useSayFailure } from "./use-say-failure";
import { type Owner, useUploads } from "./use-uploads";

interface Props {
  readonly owner: Owner;
  /** True: somebody wants to send it. */
  readonly isAsked: boolean;
  /** Everything is there, or is to go without. */
  readonly onGo: () => void;
  readonly onStay: () => void;
}

const namesOf = (files: readonly QueuedFile[]): readonly string[] =>
  files.filter(({ phase }) => phase !== "DONE").map(({ name }) => name);

export default function SendGate({ owner, isAsked, onGo, onStay }: Props) {
  const { formatMessage } = useIntl();
  const { queue, files } = useUploads(owner, useSayFailure());
  // As they were when it was asked: a file that arrives meanwhile moves nothing under the pointer, and goes along.
  const [names, setNames] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (!isAsked) return setNames(null);
    if (names !== null) return;
    const missing = namesOf(files);
    if (missing.length === 0) onGo();
    else setNames(missing);
  }, [isAsked, files, names, onGo]);
  return (
    <LeftOutDialog
      isAsking={isAsked && names !== null}
      names={names ?? []}
      text={<FormattedMessage id="attachments.leftOut.request" values={{ count: names?.length ?? 0 }} />}
      verb={formatMessage({ id: "attachments.leftOut.submit" })}
      send={() => queue.giveUp().then(onGo)}
      stay={onStay}
    />
  );
}
