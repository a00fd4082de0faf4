/** What was answered before a request, when its person is erased (F83). */
import { pick } from "../../../kernel/db/row-shape.js";
import { selectRows, updateRows } from "../../../kernel/db/rows.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
import { type StoreKey, writesOnly } from "../../../kernel/db/storage-part.js";
import { strikeWithin } from "../../../kernel/db/subject.js";
import { requestWalkTable } from "./dialogue-part.js";
import { requestAnswersTable } from "./forms-tables.js";

interface Writes {
  forget(requestIds: readonly string[]): Promise<void>;
  /** Strikes somebody out of what stays. */
  strike(requestIds: readonly string[], strike: (text: string) => string): Promise<void>;
}

const ANSWERS = pick(requestAnswersTable, ["requestId", "answers"]);
const ANSWERED = pick(requestAnswersTable, ["answers"]);
const WALK = pick(requestWalkTable, ["requestId", "steps", "transcript"]);
const WALKED = pick(requestWalkTable, ["steps", "transcript"]);
const OF = "request_id = ?";

export const subjectHelpStore: StoreKey<object, Writes> = writesOnly(({ sql }) => ({
  forget: async (requestIds) => {
    for (const table of ["request_answers", "request_dialogue_walk"])
      await sql.run(`DELETE FROM ${table} WHERE ${isInList(sql.dialect, "request_id")}`, [asList(requestIds)]);
  },
  strike: async (requestIds, strike) => {
    for (const id of requestIds) {
      for (const { answers } of await selectRows(sql, ANSWERS, `FROM request_answers WHERE ${OF}`, [id]))
        await updateRows(sql, ANSWERED, { answers: strikeWithin(strike, answers) }, OF, [id]);
      for (const { steps, transcript } of await selectRows(sql, WALK, `FROM request_dialogue_walk WHERE ${OF}`, [id])) {
        const walked = { steps: strikeWithin(strike, steps), transcript: strikeWithin(strike, transcript) };
        await updateRows(sql, WALKED, walked, OF, [id]);
      }
    }
  },
}));
