/** How the file of an import was understood; what was wrong with a row, by its cell. By hand; frozen: a later change is a later migration. */

/** Reasons of before, as a cell of today: which one it was was not kept. */
const cell = (code: string, column: string, fault: string): string =>
  `UPDATE "agreement_import_row" SET "reason" = 'CELL_NOT_VALID', "params" = '{"column":"${column}","fault":"${fault}","value":""}' WHERE "reason" = '${code}'`;

export const TABLE_READING: readonly string[] = [
  `ALTER TABLE "agreement_import" ADD COLUMN\n    "reading" text`,
  cell("IDS_NOT_VALID", "accessId, agreementId", "IDENTIFIER_OTHER"),
  cell("STARTS_ON_NOT_VALID", "startsOn", "OTHER"),
  cell("ENDS_ON_NOT_VALID", "endsOn", "OTHER"),
  cell("COUNT_NOT_VALID", "incidents, used", "OTHER"),
];
