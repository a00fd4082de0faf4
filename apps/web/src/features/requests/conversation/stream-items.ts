/** The timeline in the shape it is shown in: entries under the day they belong to in the person's own time. */

export interface Dated {
  readonly id: string;
  readonly createdAt: string;
}

export type StreamItem<Entry> =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "entry"; readonly key: string; readonly entry: Entry };

/** The civil day of an instant in `zone`, as `2026-11-20`. */
export const dayIn = (at: string, zone: string | undefined): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(new Date(at));

/** The entries in their order, a day before the first of each day. */
export function streamItems<Entry extends Dated>(
  entries: readonly Entry[],
  zone: string | undefined,
): readonly StreamItem<Entry>[] {
  let last = "";
  return entries.flatMap((entry): StreamItem<Entry>[] => {
    const day = dayIn(entry.createdAt, zone);
    const isNewDay = day !== last;
    last = day;
    const shown = { kind: "entry", key: entry.id, entry } as const;
    return isNewDay ? [{ kind: "day", key: day, at: entry.createdAt }, shown] : [shown];
  });
}
