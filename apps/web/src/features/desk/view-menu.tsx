/** Keeping what the queue shows as a view of one's own: save, rename, replace, remove (F41, F54). */
import { TextInput } from "@mantine/core";
import { IconBookmark, IconDeviceFloppy, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { useCommand } from "../../lib/commands/use-command";
import { CommandDialog } from "../../ui/command-dialog";
import { Popup, PopupChoice } from "../../ui/popup";
import { type QueueState, type SavedView, variablesOf } from "./queue-view";
import { RemoveViewDocument, SaveViewDocument, WorkspaceOverviewDocument } from "./workspace.generated";

interface Props {
  readonly state: QueueState;
  readonly saved: readonly SavedView[];
}

type Open = "save" | "rename" | "remove" | null;

export function ViewMenu({ state, saved }: Props) {
  const { formatMessage } = useIntl();
  const [open, setOpen] = useState<Open>(null);
  const kept = saved.find((one) => one.id === state.filter.view);
  const close = (): void => setOpen(null);
  return (
    <>
      <Popup label={formatMessage({ id: "workspace.view.keep" })} button={<IconBookmark size={20} aria-hidden />}>
        <PopupChoice icon={<IconDeviceFloppy size={18} aria-hidden />} onClick={() => setOpen("save")}>
          <FormattedMessage id="workspace.view.save" />
        </PopupChoice>
        {kept !== undefined && (
          <>
            <PopupChoice icon={<IconPencil size={18} aria-hidden />} onClick={() => setOpen("rename")}>
              <FormattedMessage id="workspace.view.rename" />
            </PopupChoice>
            <PopupChoice icon={<IconTrash size={18} aria-hidden />} onClick={() => setOpen("remove")}>
              <FormattedMessage id="workspace.view.remove" />
            </PopupChoice>
          </>
        )}
      </Popup>
      {open === "save" && <NameDialog state={state} saved={saved} kept={null} onClose={close} />}
      {open === "rename" && kept !== undefined && (
        <NameDialog state={state} saved={saved} kept={kept} onClose={close} />
      )}
      {open === "remove" && kept !== undefined && <RemoveDialog kept={kept} onClose={close} />}
    </>
  );
}

interface NameProps extends Props {
  /** Renamed, and given what is shown now; null: a new one. */
  readonly kept: SavedView | null;
  readonly onClose: () => void;
}

function NameDialog({ state, saved, kept, onClose }: NameProps) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const [name, setName] = useState(kept?.name ?? "");
  const command = useCommand(SaveViewDocument, {
    refetchQueries: [WorkspaceOverviewDocument],
    awaitRefetchQueries: true,
    fields: ["name"],
    done: () => ({ text: formatMessage({ id: "workspace.view.saved" }, { name }), on: "/queue" }),
    onDone: ({ view: made }) => {
      onClose();
      // What it was saved from stands in the view itself.
      return made && navigate(`/queue?${new URLSearchParams({ view: made.id })}`);
    },
  });
  const confirm = () => {
    const { filter, search } = variablesOf(state.filter, saved);
    const input = { ...(kept === null ? {} : { id: kept.id }), name, filter, search: search ?? null };
    return command.sendKeyed(input);
  };
  return (
    <CommandDialog
      command={command}
      isOpen
      onClose={onClose}
      onConfirm={confirm}
      title={formatMessage({ id: kept === null ? "workspace.view.save" : "workspace.view.rename" })}
      verb={formatMessage({ id: "workspace.view.save.verb" })}
    >
      <p>
        <FormattedMessage id="workspace.view.save.text" />
      </p>
      <TextInput
        label={formatMessage({ id: "workspace.view.name" })}
        required
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={command.errorOf("name")}
      />
    </CommandDialog>
  );
}

function RemoveDialog({ kept, onClose }: { readonly kept: SavedView; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const command = useCommand(RemoveViewDocument, {
    refetchQueries: [WorkspaceOverviewDocument],
    done: () => ({ text: formatMessage({ id: "workspace.view.removed" }, { name: kept.name }), on: "/queue" }),
    onDone: () => {
      onClose();
      return navigate("/queue");
    },
  });
  const confirm = () => command.send({ input: { viewId: kept.id } });
  return (
    <CommandDialog
      command={command}
      isOpen
      isLoss
      onClose={onClose}
      onConfirm={confirm}
      title={formatMessage({ id: "workspace.view.remove.title" }, { name: kept.name })}
      verb={formatMessage({ id: "workspace.view.remove" })}
    >
      <p>
        <FormattedMessage id="workspace.view.remove.text" />
      </p>
    </CommandDialog>
  );
}
