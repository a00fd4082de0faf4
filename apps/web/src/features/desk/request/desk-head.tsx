/** What an engineer sees first of a request and what can be done with it as a whole: status, severity, closing, giving it away (F48, F49, F52). */

import { nextStatuses, type RequestStatus } from "@accord/domain";
import { IconArrowsSplit2, IconChevronDown, IconCircleCheck, IconDots, IconFlag } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { Badge } from "../../../ui/badge";
import { CommandProblem } from "../../../ui/command-problem";
import { CopyButton } from "../../../ui/copy-button";
import { Popup, PopupChoice } from "../../../ui/popup";
import { visibleControls } from "../../../ui/visible-controls";
import { SeverityBadge } from "../../requests";
import { CloseAsDialog } from "./close-as-dialog";
import { ChangeRequestStatusDocument } from "./desk.generated";
import styles from "./desk.module.css";
import { ProposeSplitDialog } from "./propose-split-dialog";
import { SetSeverityDialog } from "./set-severity-dialog";
import type { DeskRequest } from "./use-desk-request";

interface Props {
  readonly request: DeskRequest;
  /** Giving it away, among what can be done with it. */
  readonly handOver: ReactNode;
  readonly onDone: () => void;
}

/** Where an engineer may move it by itself: closing asks for a reason, and back to "assigned" says nothing. */
export const movesFrom = (status: RequestStatus): readonly RequestStatus[] =>
  nextStatuses(status).filter((next) => next !== "CLOSED" && next !== "ASSIGNED");

export function DeskHead({ request, handOver, onDone }: Props) {
  const { formatMessage } = useIntl();
  const [open, setOpen] = useState<"close" | "severity" | "split" | null>(null);
  const command = useCommand(ChangeRequestStatusDocument, {
    done: (_answer, { input }) =>
      formatMessage({ id: "desk.status.done" }, { status: formatMessage({ id: `workspace.status.${input.status}` }) }),
    onDone,
  });
  const { status, turn } = request;
  const moves = movesFrom(status);
  const move = (next: RequestStatus) => command.sendKeyed({ requestId: request.id, status: next });
  const dialog = { request, onClose: () => setOpen(null), onDone };
  return (
    <header className={styles.head}>
      <h2 className={styles.title} dir="auto">
        {visibleControls(request.title)}
      </h2>
      <div className={styles.badges}>
        <span className={styles.number}>
          {request.number}
          <CopyButton text={request.number} what={formatMessage({ id: "requests.number" })} />
        </span>
        <Badge tone={status === "WAITING_FOR_CUSTOMER" ? "soon" : "accent"}>
          <FormattedMessage id={`workspace.status.${status}`} />
        </Badge>
        <Badge tone={turn === "SUPPORT" ? "accent" : "quiet"}>
          <FormattedMessage id={`desk.turn.${turn}`} />
        </Badge>
        <SeverityBadge severity={request.severity} />
      </div>
      <div className={styles.deeds}>
        {moves.length > 0 && (
          <Popup
            label={formatMessage({ id: "desk.status" })}
            isFromStart
            buttonClass={styles.choose}
            button={
              <>
                <FormattedMessage id="desk.status" />
                <IconChevronDown size={18} aria-hidden />
              </>
            }
          >
            {moves.map((next) => (
              <PopupChoice key={next} onClick={() => void move(next)}>
                <FormattedMessage id={`workspace.status.${next}`} />
              </PopupChoice>
            ))}
          </Popup>
        )}
        {handOver}
        {status !== "CLOSED" && (
          <Popup label={formatMessage({ id: "conversation.more" })} button={<IconDots size={20} aria-hidden />}>
            <PopupChoice icon={<IconFlag size={18} aria-hidden />} onClick={() => setOpen("severity")}>
              <FormattedMessage id="desk.severity" />
            </PopupChoice>
            {!request.splitProposals.some(({ state }) => state === "PROPOSED") && (
              <PopupChoice icon={<IconArrowsSplit2 size={18} aria-hidden />} onClick={() => setOpen("split")}>
                <FormattedMessage id="split.propose" />
              </PopupChoice>
            )}
            <PopupChoice icon={<IconCircleCheck size={18} aria-hidden />} onClick={() => setOpen("close")}>
              <FormattedMessage id="conversation.close" />
            </PopupChoice>
          </Popup>
        )}
      </div>
      <CommandProblem command={command} />
      <SetSeverityDialog {...dialog} isOpen={open === "severity"} first={null} />
      <CloseAsDialog {...dialog} isOpen={open === "close"} />
      <ProposeSplitDialog {...dialog} isOpen={open === "split"} />
    </header>
  );
}
