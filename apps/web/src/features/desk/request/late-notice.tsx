/** The first answer is late, or nearly due: said where it cannot be overlooked (F65, F52). */
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Notice } from "../../../ui/notice";
import { Countdown } from "../../requests";
import type { DeskRequest } from "./use-desk-request";

type Props = Pick<DeskRequest, "firstResponse" | "status">;

export function LateNotice({ firstResponse: { state, dueAt }, status }: Props) {
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  if (status === "CLOSED" || status === "SOLVED") return null;
  if (state !== "BREACHED" && state !== "NEAR_BREACH") return null;
  const isLate = state === "BREACHED";
  return (
    <Notice
      tone={isLate ? "loss" : "soon"}
      isLive={false}
      title={
        <FormattedMessage id={isLate ? "desk.late" : "desk.nearlyLate"} values={{ at: format.due(dueAt, zone) }} />
      }
    >
      <p>{isLate ? <FormattedMessage id="desk.late.text" /> : <Countdown until={dueAt} />}</p>
    </Notice>
  );
}
