/** Asks before something is lost: the question, what happens, the verb on the button. */
import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import styles from "./confirm-dialog.module.css";

interface Props {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The verb of the button that does it. */
  readonly verb: string;
  readonly isLoss?: boolean;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog({ isOpen, title, children, verb, isLoss = false, isBusy = false, onConfirm, onClose }: Props) {
  const { formatMessage } = useIntl();
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ "aria-label": formatMessage({ id: "ui.close" }) }}>
      <div className={styles.text}>{children}</div>
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose} data-autofocus>
          <FormattedMessage id="ui.cancel" />
        </Button>
        <Button color={isLoss ? "red" : undefined} loading={isBusy} onClick={onConfirm}>{verb}</Button>
      </div>
    </Modal>
  );
}
