/** What stands between the last word and the composer: is it solved, it will be closed, it is closed, how was it (F48, F49, F51). */
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { LinkButton } from "../../../ui/link-button";
import { Notice } from "../../../ui/notice";
import { useIsDesk } from "../perspective";
import type { RequestStateFragment } from "../request-page.generated";
import styles from "./actions.module.css";
import { CloseDialog } from "./close-dialog";
import { RatingCard } from "./rating-card";
import { ReopenDialog } from "./reopen-dialog";

interface Props {
  readonly request: RequestStateFragment;
  readonly onWrite: () => void;
  readonly onDone: () => void;
}

export function AfterConversation({ request, onWrite, onDone }: Props) {
  const [isClosing, setClosing] = useState(false);
  const { viewerCan, status } = request;
  const isDesk = useIsDesk();
  return (
    <>
      {status === "SOLVED" && viewerCan.close && !isDesk && (
        <Notice tone="good" title={<FormattedMessage id="conversation.solved" />}>
          <p>
            <FormattedMessage id="conversation.solved.text" />
          </p>
          <div className={styles.row}>
            <Button onClick={() => setClosing(true)}>
              <FormattedMessage id="conversation.solved.yes" />
            </Button>
            <Button variant="default" onClick={onWrite}>
              <FormattedMessage id="conversation.solved.no" />
            </Button>
          </div>
        </Notice>
      )}
      {status === "CLOSED" && <Closed request={request} onDone={onDone} />}
      {status === "CLOSED" && (viewerCan.rate || request.rating !== null) && (
        <RatingCard request={request} onDone={onDone} />
      )}
      <CloseDialog request={request} isOpen={isClosing} onClose={() => setClosing(false)} onDone={onDone} />
    </>
  );
}

function Closed({ request, onDone }: { readonly request: RequestStateFragment; readonly onDone: () => void }) {
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  const [isReopening, setReopening] = useState(false);
  const isDesk = useIsDesk();
  const { closedReason, closedAt, viewerCan } = request;
  return (
    <Notice title={<FormattedMessage id="conversation.closed" />}>
      <p>
        <FormattedMessage
          id="conversation.closed.text"
          values={{
            at: closedAt === null ? "" : format.instant(closedAt, zone),
            reason: closedReason ?? "SOLVED",
          }}
        />
      </p>
      {viewerCan.reopen && viewerCan.reopenUntil !== null ? (
        <>
          <p>
            <FormattedMessage
              id="conversation.reopen.until"
              values={{ until: format.instant(viewerCan.reopenUntil, zone) }}
            />
          </p>
          <Button variant="default" onClick={() => setReopening(true)}>
            <FormattedMessage id="conversation.reopen" />
          </Button>
        </>
      ) : (
        !isDesk && (
          <LinkButton to="/requests/new" variant="default">
            <FormattedMessage id="requests.create" />
          </LinkButton>
        )
      )}
      <ReopenDialog request={request} isOpen={isReopening} onClose={() => setReopening(false)} onDone={onDone} />
    </Notice>
  );
}
