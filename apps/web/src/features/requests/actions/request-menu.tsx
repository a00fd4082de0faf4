/** What a contact may do with the request as a whole: close, ask for another severity, withdraw (F49). */
import { Button } from "@mantine/core";
import { IconArrowBackUp, IconCircleCheck, IconDots, IconFlag } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Popup, PopupChoice } from "../../../ui/popup";
import type { RequestPageQuery } from "../request-page.generated";
import { CloseDialog } from "./close-dialog";
import { SeverityDialog } from "./severity-dialog";
import { WithdrawDialog } from "./withdraw-dialog";

interface Props {
  readonly request: RequestPageQuery["request"];
  readonly onDone: () => void;
}

export function RequestMenu({ request, onDone }: Props) {
  const { formatMessage } = useIntl();
  const [open, setOpen] = useState<"close" | "severity" | "withdraw" | null>(null);
  const { viewerCan } = request;
  const shared = { request, onClose: () => setOpen(null), onDone };
  return (
    <>
      {viewerCan.close && (
        <Button
          variant="default"
          leftSection={<IconCircleCheck size={18} aria-hidden />}
          onClick={() => setOpen("close")}
        >
          <FormattedMessage id="conversation.close" />
        </Button>
      )}
      {(viewerCan.askSeverityChange || viewerCan.withdraw) && (
        <Popup label={formatMessage({ id: "conversation.more" })} button={<IconDots size={20} aria-hidden />}>
          {viewerCan.askSeverityChange && (
            <PopupChoice icon={<IconFlag size={18} aria-hidden />} onClick={() => setOpen("severity")}>
              <FormattedMessage id="conversation.severity" />
            </PopupChoice>
          )}
          {viewerCan.withdraw && (
            <PopupChoice icon={<IconArrowBackUp size={18} aria-hidden />} onClick={() => setOpen("withdraw")}>
              <FormattedMessage id="conversation.withdraw" />
            </PopupChoice>
          )}
        </Popup>
      )}
      <CloseDialog {...shared} isOpen={open === "close"} />
      <SeverityDialog {...shared} isOpen={open === "severity"} />
      <WithdrawDialog {...shared} isOpen={open === "withdraw"} planName={request.programme?.name ?? null} />
    </>
  );
}
