/** Says that an earlier draft goes on, and offers to begin afresh or to throw it away (F32). */

import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { useCommand } from "../../../lib/commands/use-command";
import { useFormatters } from "../../../lib/formatters";
import { CommandDialog } from "../../../ui/command-dialog";
import { LinkButton } from "../../../ui/link-button";
import { visibleControls } from "../../../ui/visible-controls";
import { useFlow } from "../flow-context";
import { DiscardFlowDraftDocument } from "../new-request-page.generated";
import classes from "./resumed-notice.module.css";

interface Props {
  readonly draftId: string;
  readonly isResumed: boolean;
  readonly updatedAt: string;
}

export function ResumedNotice({ draftId, isResumed, updatedAt }: Props) {
  const format = useFormatters();
  const navigate = useNavigate();
  const { formatMessage } = useIntl();
  const { content } = useFlow();
  const command = useCommand(DiscardFlowDraftDocument, {
    done: () => ({ text: formatMessage({ id: "newRequest.discarded" }), on: "/requests/new/*" }),
    onDone: () => {
      setAsking(false);
      return navigate("/requests/new?fresh=1", { replace: true });
    },
  });
  const [isAsking, setAsking] = useState(false);
  // As it was found: it is not said anew with each letter typed.
  const [title] = useState(() => visibleControls(content.title.trim()));
  if (!isResumed) return null;
  return (
    <div className={classes.strip} role="status">
      <span>
        <FormattedMessage
          id="newRequest.resumed"
          values={{ at: format.instant(updatedAt), title, hasTitle: title === "" ? "no" : "yes" }}
        />
      </span>
      <span className={classes.actions}>
        <LinkButton to="/requests/new?fresh=1" variant="subtle" size="compact-md">
          <FormattedMessage id="newRequest.resumed.fresh" />
        </LinkButton>
        <Button variant="subtle" color="red" size="compact-md" onClick={() => setAsking(true)}>
          <FormattedMessage id="newRequest.discard" />
        </Button>
      </span>
      <CommandDialog
        command={command}
        isOpen={isAsking}
        isLoss
        title={formatMessage({ id: "newRequest.discard.title" })}
        verb={formatMessage({ id: "newRequest.discard" })}
        onConfirm={() => command.send({ input: { draftId } })}
        onClose={() => setAsking(false)}
      >
        <FormattedMessage id="newRequest.discard.text" values={{ title: content.title || "–" }} />
      </CommandDialog>
    </div>
  );
}
