/** Asks for something again that is shown already: without an answer it stays as it was, and the next occasion asks again. */
export const askAgain = async (ask: () => Promise<unknown>): Promise<void> => {
  try {
    await ask();
  } catch {
    // A failed question changes nothing; the query it belongs to tells its own error.
  }
};
