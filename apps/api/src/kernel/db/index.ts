/** What the rest of the API sees of storage. */

export { tellAuditCheck } from "../audit/audit-chain.js";
export type { Breach } from "./breach.js";
export type { Change } from "./changes.js";
export * from "./database.js";
export * from "./errors.js";
export { newId } from "./ids.js";
export { openDatabase } from "./open-database.js";
export type { Page } from "./page.js";
export type { TableForm } from "./snapshot.js";
export type { Dialect } from "./sql.js";
export { sqliteFile } from "./sqlite-file.js";
