/** A button and what unfolds under it: links and buttons in a small surface; Escape, a click outside or a choice closes it. */
import { UnstyledButton } from "@mantine/core";
import { useClickOutside } from "@mantine/hooks";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import styles from "./popup.module.css";

interface Props {
  /** Names the button for readers; its content may be an icon. */
  readonly label: string;
  readonly button: ReactNode;
  readonly buttonClass?: string;
  readonly children: ReactNode;
}

export function Popup({ label, button, buttonClass, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const frame = useClickOutside<HTMLDivElement>(() => setOpen(false));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && isOpen) {
      setOpen(false);
      trigger.current?.focus();
    }
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && isOpen) {
      event.preventDefault();
      moveFocus(frame.current, event.key === "ArrowDown" ? 1 : -1);
    }
  };
  return (
    <div
      ref={frame} className={styles.frame} onKeyDown={onKeyDown}
      onBlur={(event) => event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <UnstyledButton ref={trigger} className={`${styles.trigger} ${buttonClass ?? ""}`} aria-label={label} aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={() => setOpen(!isOpen)}>
        {button}
      </UnstyledButton>
      {isOpen && <div id={id} className={styles.surface} onClick={(event) => event.target instanceof Element && event.target.closest("a, button") !== null && setOpen(false)}>{children}</div>}
    </div>
  );
}

/** The next or previous choice, around the end. */
function moveFocus(frame: HTMLElement | null, step: 1 | -1): void {
  const choices = [...(frame?.querySelectorAll<HTMLElement>("a, button") ?? [])].filter((one) => one.offsetParent !== null).slice(1);
  const current = choices.findIndex((one) => one === document.activeElement);
  choices.at(current === -1 && step === -1 ? -1 : (current + step) % choices.length)?.focus();
}

interface ChoiceProps {
  readonly icon?: ReactNode;
  readonly isChosen?: boolean;
  readonly lang?: string;
  readonly className?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** One thing to do in a popup. */
export function PopupChoice({ icon, isChosen, lang, className, onClick, children }: ChoiceProps) {
  return (
    <UnstyledButton className={`${styles.choice} ${className ?? ""}`} lang={lang} aria-pressed={isChosen} onClick={onClick}>
      {icon}
      <span>{children}</span>
    </UnstyledButton>
  );
}

/** The look of a choice, for links. */
export const popupChoiceClass = styles.choice ?? "";
