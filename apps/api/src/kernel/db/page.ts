/** Keyset pages: a row's own id is its cursor; OFFSET is never used. */
export interface PageRequest {
  /** At most this many rows; the caller has clamped it to 1–100. */
  readonly first: number;
  /** Id of the last row of the page before; null for the first page. */
  readonly after: string | null;
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
