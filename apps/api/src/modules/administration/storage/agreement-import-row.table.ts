/** The rows of an import, staged: nobody can register or use what stands here until it is loaded. */
import type { ImportProblem, Language } from "@accord/domain";
import { choice, count, defineTable, document, instant, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export const IMPORT_OUTCOMES = ["ACCEPTED", "EXISTS", "REJECTED", "ADDED"] as const;

export const agreementImportRowTable = defineTable({
  name: "agreement_import_row",
  columns: {
    importId: text("import_id", { primary: true }),
    /** Line of the file, or place in a list. */
    line: count("line", { primary: true }),
    outcome: choice<(typeof IMPORT_OUTCOMES)[number]>("outcome"),
    reason: text<ImportProblem["code"]>("reason", orNull),
    params: document<ImportProblem["params"]>("params", orNull),
    /** A refused row as it was sent, encrypted: it may hold an ID pair. */
    sealedRow: text("sealed_row", orNull),
    planId: text("plan_id", orNull),
    ledgerId: text("ledger_id", orNull),
    openingId: text("opening_id", orNull),
    programmeId: text("programme_id", orNull),
    startsOn: text("starts_on", orNull),
    endsOn: text("ends_on", orNull),
    timeZone: text("time_zone", orNull),
    startsAt: instant("starts_at", orNull),
    endsAt: instant("ends_at", orNull),
    granted: count("granted", orNull),
    used: count("used", orNull),
    lookup: text("lookup", orNull),
    keyId: text("key_id", orNull),
    sealed: text("sealed", orNull),
    accessIdEnding: text("access_id_ending", orNull),
    agreementIdEnding: text("agreement_id_ending", orNull),
    recipientName: text("recipient_name", orNull),
    recipientEmail: text("recipient_email", orNull),
    language: text<Language>("language", orNull),
    recipientNameFolded: text("recipient_name_folded", orNull),
  },
  checks: [oneOf("agreement_import_row_outcome", "outcome", IMPORT_OUTCOMES)],
  foreignKeys: [
    {
      name: "agreement_import_row_import",
      target: "agreement_import",
      columnNames: ["importId"],
      referencedColumnNames: ["id"],
    },
  ],
  indices: [{ name: "agreement_import_row_lookup", columns: ["importId", "lookup"], where: `"lookup" IS NOT NULL` }],
});
