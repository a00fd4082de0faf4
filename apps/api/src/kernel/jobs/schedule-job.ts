/** Work that comes round by itself. */

/** Calls `round` every `everyMs`, never twice at once; the answer stops it. A failed round is reported and tried again the next time. */
export const scheduleJob = (
  round: () => Promise<unknown>,
  everyMs: number,
  onFailure: (error: unknown) => void,
): (() => void) => {
  let isRunning = false;
  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    await round()
      .catch(onFailure)
      .finally(() => {
        isRunning = false;
      });
  };
  const timer = setInterval(() => void run(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
};
