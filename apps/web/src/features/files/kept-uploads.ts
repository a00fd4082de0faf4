/** Which uploads this browser began, for after a reload: ids only, which open nothing without the sign-in (F47). */

const NAME = "accord.uploads";
const MOST = 100;

type Kept = Readonly<Record<string, readonly string[]>>;

const read = (): Kept => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Kept) : {};
  } catch {
    return {};
  }
};

const write = (kept: Kept): void => {
  try {
    const some = Object.entries(kept).filter(([, ids]) => ids.length > 0);
    localStorage.setItem(NAME, JSON.stringify(Object.fromEntries(some.slice(-MOST))));
  } catch {
    // A browser that keeps nothing: uploads go on until the page is left.
  }
};

export const keptUploads = {
  of: (ownerKey: string): readonly string[] => read()[ownerKey] ?? [],
  add: (ownerKey: string, id: string): void => {
    const kept = read();
    write({ ...kept, [ownerKey]: [...(kept[ownerKey] ?? []), id] });
  },
  remove: (ownerKey: string, id: string): void => {
    const kept = read();
    write({ ...kept, [ownerKey]: (kept[ownerKey] ?? []).filter((each) => each !== id) });
  },
};
