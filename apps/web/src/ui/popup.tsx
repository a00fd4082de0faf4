/** A button and what unfolds under it: links, buttons and perhaps a field in a small surface; Escape, a click outside or a choice closes it. */
import { UnstyledButton } from "@mantine/core";
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import styles from "./popup.module.css";

interface Props {
  /** Names the button for readers; its content may be an icon. */
  readonly label: string;
  readonly button: ReactNode;
  readonly buttonClass?: string;
  /** As wide as a phone, under the header there. */
  readonly isWide?: boolean;
  /** Unfolds from the beginning of the button, where that stands at the beginning of a line. */
  readonly isFromStart?: boolean;
  readonly children: ReactNode;
}

export function Popup({ label, button, buttonClass, isWide = false, isFromStart = false, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useWhileOpen(isOpen, frame, trigger, () => setOpen(false));
  return (
    <div ref={frame} className={styles.frame}>
      <UnstyledButton
        ref={trigger}
        className={`${styles.trigger} ${buttonClass ?? ""}`}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </UnstyledButton>
      {isOpen && (
        <div id={id} className={styles.surface} data-wide={isWide || undefined} data-start={isFromStart || undefined}>
          {children}
        </div>
      )}
    </div>
  );
}

/** Listens while the surface is open: what closes it, and the arrow keys within it. */
function useWhileOpen(
  isOpen: boolean,
  frame: RefObject<HTMLDivElement | null>,
  trigger: RefObject<HTMLButtonElement | null>,
  close: () => void,
): void {
  const onClose = useEffectEvent(close);
  const onChosen = useEffectEvent(() => {
    // The choice goes with the surface: the focus would go with it, unless the choice has led it elsewhere.
    if (frame.current?.contains(document.activeElement)) trigger.current?.focus();
    close();
  });
  useEffect(() => {
    if (!isOpen) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    const onLeave = (event: Event): void => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) onClose();
    };
    document.addEventListener("pointerdown", onLeave, { signal });
    document.addEventListener("focusin", onLeave, { signal });
    frame.current?.addEventListener(
      "click",
      (event) => {
        const chosen = event.target instanceof Element ? event.target.closest("a, button") : null;
        // After the choice has done its work.
        if (chosen !== null && chosen !== trigger.current) setTimeout(onChosen);
      },
      { signal },
    );
    frame.current?.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape") {
          onClose();
          trigger.current?.focus();
        } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
          event.preventDefault();
          moveFocus(frame.current, event.key === "ArrowDown" ? 1 : -1);
        }
      },
      { signal },
    );
    return () => listeners.abort();
  }, [isOpen, frame, trigger]);
}

/** The next or previous field or choice, around the end. */
function moveFocus(frame: HTMLElement | null, step: 1 | -1): void {
  const choices = [...(frame?.querySelectorAll<HTMLElement>("a, button, input") ?? [])]
    .filter((one) => one.offsetParent !== null)
    .slice(1);
  const current = choices.findIndex((one) => one.matches(":focus"));
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
    <UnstyledButton
      className={`${styles.choice} ${className ?? ""}`}
      lang={lang}
      aria-pressed={isChosen}
      onClick={onClick}
    >
      {icon}
      <span>{children}</span>
    </UnstyledButton>
  );
}

/** The look of a choice, for links. */
export const popupChoiceClass = styles.choice ?? "";
