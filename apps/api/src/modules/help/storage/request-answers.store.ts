/** Answers to the questions of a form, kept with the questions as they were asked (F34). */
import { createHash } from "node:crypto";
import type { Answered, FormAnswers, FormQuestion } from "@accord/domain";
import { asList, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

export interface KeptAnswers {
  readonly requestId: string;
  readonly questions: readonly FormQuestion[];
  readonly answers: FormAnswers;
}

export interface RequestAnswersReads {
  /** Of those requests that have some. */
  ofRequests(requestIds: readonly string[]): Promise<readonly KeptAnswers[]>;
}

export interface RequestAnswersWrites extends RequestAnswersReads {
  /** Of a new request: written with its unit, once. */
  keep(requestId: string, answered: Answered): void;
}

interface Row {
  readonly request_id: string;
  readonly questions: string;
  readonly answers: string;
}

const reads = ({ sql }: StoreContext): RequestAnswersReads => ({
  ofRequests: async (requestIds) => {
    const rows = await sql.all<Row>(
      `SELECT a.request_id, f.questions, a.answers FROM request_answers a JOIN asked_form f ON f.digest = a.form_digest
       WHERE ${isInList(sql.dialect, "a.request_id")}`,
      [asList(requestIds)],
    );
    return rows.map((row) => ({
      requestId: row.request_id,
      questions: JSON.parse(row.questions) as readonly FormQuestion[],
      answers: JSON.parse(row.answers) as FormAnswers,
    }));
  },
});

const writes = (context: WriteContext): RequestAnswersWrites => ({
  ...reads(context),
  keep: (requestId, { form, answers }) => {
    const questions = JSON.stringify(form.questions);
    const digest = createHash("sha256").update(questions).digest("hex");
    context.sql.later(
      `INSERT INTO asked_form (digest, slug, version, questions) VALUES (?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING`,
      [digest, form.slug, form.version, questions],
    );
    context.sql.later(`INSERT INTO request_answers (request_id, form_digest, answers) VALUES (?, ?, ?)`, [
      requestId,
      digest,
      JSON.stringify(answers),
    ]);
  },
});

export const requestAnswers: StoreKey<RequestAnswersReads, RequestAnswersWrites> = { reads, writes };
