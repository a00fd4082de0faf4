/** A note for whoever works on a request that is not one's own: its team writes it, no customer sees it (F42, F52). */
import { mayWriteNote } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../lib/commands/use-command";
import { useKept } from "../../lib/kept/use-kept";
import { Textarea } from "../../lib/textarea";
import { useViewer } from "../../lib/viewer";
import { CommandDialog } from "../../ui/command-dialog";
import { DeskPeopleDocument, WriteTeamNoteDocument } from "./pane.generated";
import styles from "./pane.module.css";
import type { Item } from "./queue-item";

/** Whether this account writes notes on it, by the rule the server judges by. */
export const useMayNote = ({ engineer, team }: Pick<Item, "engineer" | "team">): boolean => {
  const { account } = useViewer();
  const { data } = useQuery(DeskPeopleDocument, { skip: team === null });
  const own = (data?.workspace.teams ?? []).filter(({ members }) => members.some(({ id }) => id === account.id));
  const held = { engineerId: engineer?.id ?? null, teamId: team?.id ?? null };
  return mayWriteNote(
    account,
    held,
    own.map(({ id }) => id),
  );
};

export function TeamNote({ requestId }: { readonly requestId: string }) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const kept = useKept("teamNote", requestId, { text: "" });
  const command = useCommand(WriteTeamNoteDocument, {
    fields: ["text"],
    done: () => formatMessage({ id: "pane.note.saved" }),
    onDone: () => {
      kept.forget();
      setOpen(false);
    },
  });
  const confirm = () => {
    const input = { requestId, ...kept.typed, isInternal: true };
    return command.sendKeyed(input);
  };
  return (
    <>
      <Button variant="default" leftSection={<IconLock size={18} aria-hidden />} onClick={() => setOpen(true)}>
        <FormattedMessage id="pane.note" />
      </Button>
      <CommandDialog
        command={command}
        onCancel={kept.forget}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={confirm}
        title={formatMessage({ id: "pane.note.title" })}
        verb={formatMessage({ id: "pane.note.verb" })}
      >
        <p>
          <FormattedMessage id="pane.note.text" />
        </p>
        <Textarea
          required
          rows={6}
          resize="vertical"
          maxLength={20_000}
          label={formatMessage({ id: "pane.note.label" })}
          text={kept.field("text")}
          error={command.errorOf("text")}
          className={styles.note}
        />
      </CommandDialog>
    </>
  );
}
