/** The keys of the queue in one list, asked for by `?`; whoever speaks to the machine can switch the single letters off (F52, WCAG 2.1.4). */
import { Checkbox, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { useHelpKey, useLettersOff } from "./use-queue-keys";
import styles from "./workspace.module.css";

const KEYS = [
  { keys: ["J", "K"], id: "workspace.key.move" },
  { keys: ["Enter"], id: "workspace.key.open" },
  { keys: ["T"], id: "workspace.key.take" },
  { keys: ["Ctrl K"], id: "workspace.key.palette" },
  { keys: ["Ctrl Enter"], id: "workspace.key.send" },
  { keys: ["?"], id: "workspace.key.help" },
] as const;

export function KeysHelp() {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const [areOff, setOff] = useLettersOff();
  useHelpKey(() => setOpen(true));
  return (
    <>
      <UnstyledButton className={styles.keysButton} onClick={() => setOpen(true)} aria-haspopup="dialog">
        {areOff ? (
          <FormattedMessage id="workspace.keys.off" />
        ) : (
          <FormattedMessage id="workspace.keys" values={{ key: (words) => <kbd>{words}</kbd> }} />
        )}
      </UnstyledButton>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={formatMessage({ id: "workspace.keys.title" })}
      >
        <dl className={styles.keyList}>
          {KEYS.map(({ keys, id }) => (
            <div key={id}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>
                <FormattedMessage id={id} />
              </dd>
            </div>
          ))}
        </dl>
        <Checkbox
          label={formatMessage({ id: "workspace.keys.switch" })}
          checked={!areOff}
          onChange={(event) => setOff(!event.currentTarget.checked)}
        />
      </ConfirmDialog>
    </>
  );
}
