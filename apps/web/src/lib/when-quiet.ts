/** Waits for a moment in which a page has nothing better to do. */

/** What a person opened comes first. */
const QUIET_MS = 4000;

/** Runs `then` when the browser is idle some seconds from now (Safari: right then). Returns how to call it off. */
export function whenQuiet(then: () => void): () => void {
  let idle: number | undefined;
  const timer = setTimeout(() => {
    if ("requestIdleCallback" in window) idle = requestIdleCallback(then);
    else then();
  }, QUIET_MS);
  return () => {
    clearTimeout(timer);
    if (idle !== undefined) cancelIdleCallback(idle);
  };
}
