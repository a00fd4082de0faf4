/** The rows of an import, staged: nobody can register or use what stands here until it is loaded. */
import type { ImportProblem, Language } from "@accord/domain";
import { choice, count, defineTable, document, instant, oneOf, orNull, text } from "../../../kernel/db/columns.js";

export const IMPORT_OUTCOMES = ["ACCEPTED", "EXISTS", "REJECTED", "ADDED"] as const;

export const agreementImportRowTable = defineTable({
  name: "agreement_import_row",
  person: { by: [{ address: "recipientEmail" }], atErasure: "BLANKED" },
  columns: {
    importId: text("import_id", "ID", { primary: true }),
    /** Line of the file, or place in a list. */
    line: count("line", "FACT", { primary: true }),
    outcome: choice<(typeof IMPORT_OUTCOMES)[number]>("outcome", "FACT"),
    reason: text<ImportProblem["code"]>("reason", "FACT", orNull),
    params: document<ImportProblem["params"]>("params", "FACT", orNull),
    /** A refused row as it was sent, encrypted: it may hold an ID pair. */
    sealedRow: text("sealed_row", "SECRET", orNull),
    planId: text("plan_id", "ID", orNull),
    ledgerId: text("ledger_id", "ID", orNull),
    openingId: text("opening_id", "ID", orNull),
    programmeId: text("programme_id", "ID", orNull),
    startsOn: text("starts_on", "FACT", orNull),
    endsOn: text("ends_on", "FACT", orNull),
    timeZone: text("time_zone", "FACT", orNull),
    startsAt: instant("starts_at", "FACT", orNull),
    endsAt: instant("ends_at", "FACT", orNull),
    granted: count("granted", "FACT", orNull),
    used: count("used", "FACT", orNull),
    lookup: text("lookup", "SECRET", orNull),
    keyId: text("key_id", "ID", orNull),
    sealed: text("sealed", "SECRET", orNull),
    accessIdEnding: text("access_id_ending", "FACT", orNull),
    agreementIdEnding: text("agreement_id_ending", "FACT", orNull),
    recipientName: text("recipient_name", "IDENTITY", orNull),
    recipientEmail: text("recipient_email", "CONTACT", orNull),
    language: text<Language>("language", "FACT", orNull),
    recipientNameFolded: text("recipient_name_folded", "IDENTITY", orNull),
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
