/** Computed fields of imports and their rows (F56). */
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import {
  connectionOfPage,
  type PageArguments,
  pageRequestOf,
  type RowConnection,
} from "../../../kernel/graphql/page.js";
import { importSentence, readingSentence } from "../../../kernel/text/sentences.js";
import { agreementImportStore } from "../storage/agreement-import.store.js";
import type { AgreementImport, ImportOutcome, ReportedRow } from "../storage/agreement-import-row.js";
import { summaryOf } from "../summary-of.js";
import type { AgreementImportType, ImportRowType } from "../types/agreement-import.type.js";
import { stateOf } from "./load-import.js";

type RowsArguments = PageArguments & { readonly outcome?: ImportOutcome | null };

const rowsOf = async (
  { id }: AgreementImport,
  args: RowsArguments,
  { db }: RequestContext,
): Promise<RowConnection<ReportedRow>> => {
  const agreementImports = db.read.of(agreementImportStore);
  const outcome = args.outcome ?? null;
  const page = await agreementImports.rows(id, outcome, pageRequestOf(args));
  return connectionOfPage(page, args, () => agreementImports.countRows(id, outcome));
};

export const importFields: readonly TypeFields[] = [
  fieldsOf<AgreementImport, AgreementImportType>("AgreementImport", {
    updatedAt: ({ updatedAt, finishedAt }) => finishedAt ?? updatedAt,
    state: (one, _args, { now }) => stateOf(one, now),
    createdBy: ({ creatorId }, _args, context) => summaryOf(creatorId, context),
    reading: ({ reading }, _args, { language }) => (reading === null ? null : readingSentence(language, reading)),
    rejectedUrl: ({ id }) => `/admin/imports/${id}/rejected.csv`,
    rows: (one: AgreementImport, args: RowsArguments, context: RequestContext) => rowsOf(one, args, context),
  }),
  fieldsOf<ReportedRow, ImportRowType>("ImportRow", {
    message: ({ problem }, _args, { language }) => (problem === null ? null : importSentence(language, problem)),
  }),
];
