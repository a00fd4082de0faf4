/** The keys of the queue: j/k or arrows move between rows, one letter does something; never while somebody writes (F52). */
import { useLocalStorage } from "@mantine/hooks";
import { useEffect, useEffectEvent } from "react";

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable], dialog, [role=dialog]") !== null;

/** Whether the single letters do nothing, on this device: who dictates says letters all the time. */
export const useLettersOff = (): readonly [boolean, (areOff: boolean) => void] => {
  const [areOff, setOff] = useLocalStorage({
    key: "accord.queue-letters-off",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return [areOff, setOff];
};

/** Calls `onKey` for every key that is not part of a text or of a shortcut of the browser. */
function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const [areOff] = useLettersOff();
  const latest = useEffectEvent((event: KeyboardEvent) => {
    if (!(areOff && event.key.length === 1)) onKey(event);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target))) latest(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** ? tells the keys. */
export const useHelpKey = (onHelp: () => void): void =>
  useKeys((event) => {
    if (event.key === "?") onHelp();
  });

/** t takes the open request. */
export const useTakeKey = (onTake: () => void): void =>
  useKeys((event) => {
    if (event.key === "t") onTake();
  });

/** j/k, and the arrows while a row has the focus; Enter opens it, since rows are links. */
export const useRowKeys = (): void =>
  useKeys((event) => {
    const step = STEPS[event.key];
    // The arrows scroll the page unless a row has the focus.
    const isOnRow = document.activeElement?.hasAttribute("data-queue-row") === true;
    if (step === undefined || !(isOnRow || event.key.length === 1)) return;
    event.preventDefault();
    move(step);
  });

/** Moves the focus by one row; from outside it begins at the open one, else at the first. */
function move(step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-queue-row]")];
  const focused = rows.findIndex((row) => row.matches(":focus"));
  const open = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  const from = focused === -1 ? open : focused;
  rows[Math.min(Math.max(from === -1 ? 0 : from + step, 0), rows.length - 1)]?.focus();
}
