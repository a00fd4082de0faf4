/** How far a long command is, on one line of the terminal that is written over; nothing where the output is kept. */
const AGAIN_MS = 200;

/** Hears how far it is; an empty text at the end takes the line away. */
export const createProgress = (): ((text: string) => void) => {
  let last = Number.NEGATIVE_INFINITY;
  return (text) => {
    const isEnd = text === "";
    if (process.stderr.isTTY !== true || (!isEnd && performance.now() - last < AGAIN_MS)) return;
    if (isEnd && last === Number.NEGATIVE_INFINITY) return;
    last = performance.now();
    process.stderr.write(`\r\u001B[K${text}`);
  };
};
