/** Notices whose time is over (F83). */
import type { RetainedReads, RetainedWrites } from "../../../kernel/db/retained.js";
import { combine, computeFlags, pick } from "../../../kernel/db/row-shape.js";
import { selectRows } from "../../../kernel/db/rows.js";
import { asList, isInList } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { noticeTable } from "./notice.table.js";

const createReads = ({ sql }: StoreContext): RetainedReads => ({
  ended: async ({ before, held, after, first }) => {
    const isHeld = `CASE WHEN ${isInList(sql.dialect, "n.account_id")} THEN 1 ELSE 0 END`;
    const row = combine(pick(noticeTable, ["id", "at"], "n"), computeFlags({ isHeld }));
    const rest = "FROM notice n WHERE n.id > ? AND n.at <= ? ORDER BY n.id LIMIT ?";
    const rows = await selectRows(sql, row, rest, [asList(held.accountIds), after, before, first]);
    return rows.map(({ id, at, isHeld: held }) => ({ id, since: at, isHeld: held, files: 0 }));
  },
});

const createWrites = (context: WriteContext): RetainedWrites => ({
  ...createReads(context),
  remove: async (ids) => {
    const { sql } = context;
    await sql.run(`DELETE FROM notice WHERE ${isInList(sql.dialect, "id")}`, [asList(ids)]);
    return [];
  },
});

export const retainedNoticeStore: StoreKey<RetainedReads, RetainedWrites> = {
  reads: createReads,
  writes: createWrites,
};
