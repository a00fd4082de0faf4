/** Gives a request to another engineer or team: its owner with a note, a lead as they see fit; customers learn nothing of it (F52). */
import { useQuery } from "@apollo/client/react";
import { Button, NativeSelect } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../lib/commands/use-command";
import { useFormatters } from "../../lib/formatters";
import { useKept } from "../../lib/kept/use-kept";
import { Textarea } from "../../lib/textarea";
import { useViewer } from "../../lib/viewer";
import { CommandDialog } from "../../ui/command-dialog";
import { visibleControls } from "../../ui/visible-controls";
import { DeskPeopleDocument, HandOverRequestDocument, ReassignRequestDocument } from "./pane.generated";
import styles from "./pane.module.css";

interface Props {
  readonly requestId: string;
  /** The owner hands over and says why; else it is a lead who reassigns. */
  readonly isOwner: boolean;
  /** Null: nobody's yet. */
  readonly engineerId: string | null;
  readonly onDone: () => void;
}

export function HandOver(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconArrowRight size={18} aria-hidden />} onClick={() => setOpen(true)}>
        <FormattedMessage id={props.isOwner ? "pane.handOver" : "pane.reassign"} />
      </Button>
      <HandOverDialog {...props} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

interface DialogProps extends Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function HandOverDialog({ requestId, isOwner, engineerId, isOpen, onClose, onDone }: DialogProps) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const { account } = useViewer();
  const [to, setTo] = useState("");
  const kept = useKept("handOver", requestId, { note: "" });
  const { data } = useQuery(DeskPeopleDocument, { skip: !isOpen });
  const close = (): void => {
    setTo("");
    onClose();
  };
  const options = {
    fields: ["toEngineerId", "toTeamId", "note"],
    done: () => formatMessage({ id: "pane.handOver.done" }),
    onDone: () => {
      kept.forget();
      close();
      onDone();
    },
  };
  const handOver = useCommand(HandOverRequestDocument, options);
  const reassign = useCommand(ReassignRequestDocument, options);
  const command = isOwner ? handOver : reassign;
  const confirm = () => {
    const input = {
      requestId,
      toEngineerId: to.startsWith("acc_") ? to : null,
      toTeamId: to === "" || to.startsWith("acc_") ? null : to,
      note: kept.typed.note.trim() === "" ? null : kept.typed.note,
    };
    return command.sendKeyed(input);
  };
  const engineers = (data?.workspace.engineers ?? []).filter(({ id }) => id !== engineerId);
  const mark = (id: string, name: string): string =>
    id === account.id ? formatMessage({ id: "pane.handOver.me" }, { name }) : name;
  const error = command.errorOf("toEngineerId") ?? command.errorOf("toTeamId");
  return (
    <CommandDialog
      command={command}
      onCancel={kept.forget}
      isOpen={isOpen}
      onClose={close}
      onConfirm={confirm}
      title={formatMessage({ id: isOwner ? "pane.handOver.title" : "pane.reassign.title" })}
      verb={formatMessage({ id: isOwner ? "pane.handOver.verb" : "pane.reassign.verb" })}
    >
      <p>
        <FormattedMessage id={isOwner ? "pane.handOver.text" : "pane.reassign.text"} />
      </p>
      <NativeSelect
        required
        label={formatMessage({ id: "pane.handOver.to" })}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        error={error}
        data={[
          { value: "", label: formatMessage({ id: "pane.handOver.choose" }) },
          {
            group: formatMessage({ id: "pane.handOver.teams" }),
            items: format
              .byName(data?.workspace.teams ?? [], ({ name }) => name)
              .map(({ id, name, isWorking }) => ({
                value: id,
                label: isWorking ? formatMessage({ id: "pane.handOver.working" }, { name }) : name,
              })),
          },
          {
            group: formatMessage({ id: "pane.handOver.engineers" }),
            items: format
              .byName(engineers, ({ name }) => name)
              .map(({ id, name }) => ({ value: id, label: mark(id, visibleControls(name)) })),
          },
        ]}
      />
      <Textarea
        required={isOwner}
        rows={4}
        resize="vertical"
        maxLength={2000}
        label={formatMessage({ id: "pane.handOver.note" })}
        description={formatMessage({ id: "pane.handOver.note.text" })}
        text={kept.field("note")}
        error={command.errorOf("note")}
        className={styles.note}
      />
    </CommandDialog>
  );
}
