/** Keyset pages: a row's own id is its cursor; OFFSET is never used. */
import type { SqlValue } from "./sql.js";

export interface PageRequest {
  /** At most this many rows; the caller has clamped it to 1–100. */
  readonly first: number;
  /** Id of the row the walk goes on from; null: from the beginning. */
  readonly after: string | null;
  /** The walk begins at the end of the list. */
  readonly isReversed?: boolean;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Id of the last row; null for an empty page. */
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Makes a page of rows read with `first + 1` as their limit. */
export const pageOf = <Row extends { readonly id: string }>(rows: readonly Row[], first: number): Page<Row> => {
  const shown = rows.length > first ? rows.slice(0, first) : rows;
  return { rows: shown, endCursor: shown.at(-1)?.id ?? null, hasNextPage: rows.length > first };
};

/** How a list is ordered by a column when nobody asks for the reverse. */
export type Direction = "ASC" | "DESC";

export interface Walk {
  /** Holds for the rows behind the one the walk goes on from. */
  readonly where: string;
  readonly params: readonly SqlValue[];
  readonly direction: Direction;
}

/** The way of a page through rows ordered by `columns`, all rising or all falling; `place` is that of the row it goes on from. */
export const walkBy = (
  columns: string,
  listed: Direction,
  { after, isReversed = false }: Pick<PageRequest, "after" | "isReversed">,
  place = "?",
): Walk => {
  const direction = isReversed ? (listed === "ASC" ? "DESC" : "ASC") : listed;
  if (after === null) return { where: "1 = 1", params: [], direction };
  return { where: `${columns} ${direction === "ASC" ? ">" : "<"} ${place}`, params: [after], direction };
};
