/** Asks before something is lost: the question, what happens, the verb on the button. The browser's own dialog keeps the focus inside. */
import { Button } from "@mantine/core";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";
import styles from "./confirm-dialog.module.css";

interface Props {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The verb of the button that does it; without one there is nothing but to close it. */
  readonly verb?: string;
  readonly isLoss?: boolean;
  readonly isBusy?: boolean;
  readonly onConfirm?: () => void;
  readonly onClose: () => void;
  /** The button; left out: as closing. */
  readonly onCancel?: () => void;
}

export function ConfirmDialog({
  isOpen,
  title,
  children,
  verb,
  isLoss = false,
  isBusy = false,
  onConfirm,
  onClose,
  onCancel = onClose,
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closing gives the focus back to what opened it: before an outcome that is told in the same drawing takes it.
  useLayoutEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
    if (!isOpen && dialog.current?.open === true) dialog.current.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={() => isOpen && onClose()}>
      {isOpen && (
        <>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <div className={styles.text}>{children}</div>
          <div className={styles.actions}>
            <Button variant="default" onClick={onCancel} autoFocus>
              <FormattedMessage id={verb === undefined ? "ui.close" : "ui.cancel"} />
            </Button>
            {verb !== undefined && (
              <Button color={isLoss ? "red" : undefined} loading={isBusy} onClick={onConfirm}>
                {verb}
              </Button>
            )}
          </div>
        </>
      )}
    </dialog>
  );
}
