/** Where a request stands among those ordered by their last change: the instant and the id. What changes later has another place, and is met again. */
import type { SupportRequest } from "@accord/domain";

/** As it stands in a cursor. */
export const updatePlaceOf = ({ updatedAt, id }: Pick<SupportRequest, "updatedAt" | "id">): string =>
  `${updatedAt}:${id}`;

/** Null for what is no such place. */
export const placeOfUpdate = (place: string): readonly [updatedAt: number, id: string] | null => {
  const [, at, id] = /^(\d{1,15}):(\w+)$/.exec(place) ?? [];
  return at === undefined || id === undefined ? null : [Number(at), id];
};
