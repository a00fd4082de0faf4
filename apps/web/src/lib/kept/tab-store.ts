/** What this tab keeps over a reload: alone in reading and writing sessionStorage; where a browser refuses that, it lasts as long as the page (K12). */

/** Written while the storage was full or forbidden. */
const unstored = new Map<string, string>();
const listeners = new Map<string, Set<() => void>>();

/** What was written under `key`, null where nothing was. */
function read(key: string): string | null {
  const text = unstored.get(key);
  if (text !== undefined) return text;
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** The same, parsed; null also where it is no JSON. */
function readJson(key: string): unknown {
  const text = read(key);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  try {
    sessionStorage.setItem(key, text);
    unstored.delete(key);
  } catch {
    unstored.set(key, text);
  }
  tell(key);
}

function remove(key: string): void {
  unstored.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was stored.
  }
  tell(key);
}

const tell = (key: string): void => {
  for (const listener of listeners.get(key) ?? []) listener();
};

/** `listener` is called after each change of `key` in this page; returns how to stop it. */
function subscribe(key: string, listener: () => void): () => void {
  const all = listeners.get(key) ?? new Set();
  listeners.set(key, all.add(listener));
  return () => {
    all.delete(listener);
    if (all.size === 0) listeners.delete(key);
  };
}

function keys(): readonly string[] {
  try {
    return [...unstored.keys(), ...Object.keys(sessionStorage)];
  } catch {
    return [...unstored.keys()];
  }
}

export const tabStore = { read, readJson, write, remove, subscribe, keys } as const;
