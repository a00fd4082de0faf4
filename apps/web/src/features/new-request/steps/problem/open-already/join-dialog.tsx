/** Going on in a request there is: it opens, and the draft ends only when the person says so (F40, F32). */
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { useCommand } from "../../../../../lib/commands/use-command";
import { CommandDialog } from "../../../../../ui/command-dialog";
import { visibleControls } from "../../../../../ui/visible-controls";
import { useFlow } from "../../../flow-context";
import { DiscardFlowDraftDocument } from "../../../new-request-page.generated";
import type { OpenAlreadyQuery } from "./open-already.generated";

export type OpenRequest = OpenAlreadyQuery["myRequests"]["nodes"][number];

interface Props {
  /** The request to go on in; null: nothing is asked. */
  readonly request: OpenRequest | null;
  readonly onClose: () => void;
}

export function JoinDialog({ request, onClose }: Props) {
  const { draftId, saveNow, finish } = useFlow();
  const navigate = useNavigate();
  const { formatMessage } = useIntl();
  const command = useCommand(DiscardFlowDraftDocument, {
    done: () => ({ text: formatMessage({ id: "newRequest.already.joined" }), on: "/requests/:requestId" }),
    onDone: () => {
      finish();
      return navigate(`/requests/${request?.id}`, { replace: true });
    },
  });
  const keep = async (): Promise<void> => {
    await saveNow();
    await navigate(`/requests/${request?.id}`);
  };
  return (
    <CommandDialog
      command={command}
      isOpen={request !== null}
      isLoss
      title={formatMessage({ id: "newRequest.already.ask" })}
      verb={formatMessage({ id: "newRequest.already.discard" })}
      onConfirm={() => command.send({ input: { draftId } })}
      onClose={onClose}
    >
      <p>
        <FormattedMessage
          id="newRequest.already.ask.text"
          values={{ title: <strong>{visibleControls(request?.title ?? "")}</strong> }}
        />
      </p>
      <Button variant="default" disabled={command.isBusy} onClick={() => void keep()}>
        <FormattedMessage id="newRequest.already.keep" />
      </Button>
    </CommandDialog>
  );
}
