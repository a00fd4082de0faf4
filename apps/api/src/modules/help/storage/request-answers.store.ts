/** Answers to the questions of a form, kept with the questions as they were asked (F34). */
import { createHash } from "node:crypto";
import type { Answered } from "@accord/domain";
import { combine, pick, type RowIn } from "../../../kernel/db/row-shape.js";
import { insertLater, selectRows } from "../../../kernel/db/rows.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { askedFormTable, requestAnswersTable } from "./forms-tables.js";

const KEPT = combine(
  pick(requestAnswersTable, ["requestId", "answers"], "a"),
  pick(askedFormTable, ["questions"], "f"),
);
export type KeptAnswers = RowIn<typeof KEPT>;

export interface RequestAnswersReads {
  /** Of those requests that have some. */
  ofRequests(requestIds: readonly string[]): Promise<readonly KeptAnswers[]>;
}

export interface RequestAnswersWrites extends RequestAnswersReads {
  /** Of a new request: written with its unit, once. */
  keep(requestId: string, answered: Answered): void;
}

const reads = ({ sql }: StoreContext): RequestAnswersReads => ({
  ofRequests: (requestIds) =>
    selectRows(
      sql,
      KEPT,
      `FROM request_answers a JOIN asked_form f ON f.digest = a.form_digest
       WHERE ${isInList(sql.dialect, "a.request_id")}`,
      [asList(requestIds)],
    ),
});

const writes = (context: WriteContext): RequestAnswersWrites => ({
  ...reads(context),
  keep: (requestId, { form, answers }) => {
    const { slug, version, questions } = form;
    const digest = createHash("sha256").update(JSON.stringify(questions)).digest("hex");
    insertLater(context.sql, askedFormTable, [{ digest, slug, version, questions }], "ON CONFLICT (digest) DO NOTHING");
    insertLater(context.sql, requestAnswersTable, [{ requestId, formDigest: digest, answers }]);
  },
});

export const requestAnswers: StoreKey<RequestAnswersReads, RequestAnswersWrites> = { reads, writes };
