/** The way out of the flow once the request exists: its steps leave the window's history, so that Back leads to the page before it (R86). */

/** Where this entry stands in the window's history, as the router counts; 0 where nobody does. */
export function entryIndex(): number {
  const state: unknown = window.history.state;
  const index = typeof state === "object" && state !== null && "idx" in state ? state.idx : 0;
  return typeof index === "number" ? index : 0;
}

/** A browser that does not answer must not keep anybody from the confirmation. */
const MOST_WAITED_MS = 1000;

/** Goes back over the steps that were entered since `firstEntry`; resolves when the window is there. */
export function goBackTo(firstEntry: number): Promise<void> {
  const behind = entryIndex() - firstEntry;
  if (behind <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const arrive = (): void => {
      clearTimeout(timer);
      window.removeEventListener("popstate", arrive);
      resolve();
    };
    const timer = setTimeout(arrive, MOST_WAITED_MS);
    window.addEventListener("popstate", arrive);
    window.history.go(-behind);
  });
}
