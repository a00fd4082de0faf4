/** A file as lines of cells, whatever form it came in, before its head is understood (K2). */
import type { TableCell, TableReading } from "@accord/domain";

/** Cells of a line, and characters of a cell, at most. */
export const COLUMNS_MOST = 100;
export const CELL_MOST = 32_767;

export interface TableLine {
  /** Line of the file, or row of the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly TableCell[];
}

export interface TableLines extends Pick<TableReading, "separator" | "sheet"> {
  readonly lines: readonly TableLine[];
}
