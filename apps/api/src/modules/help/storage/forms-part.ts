/** What forms keep: their tables and how they came to be (F34). */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { askedFormTable, requestAnswersTable } from "./forms-tables.js";

export const formsStorage: StoragePart = { tables: [askedFormTable, requestAnswersTable] };
