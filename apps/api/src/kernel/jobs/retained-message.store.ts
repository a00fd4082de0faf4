/** Sent messages whose time is over (F83). The one confirmation of each request stays (V4). */
import type { RetainedReads, RetainedWrites } from "../db/retained.js";
import { pick } from "../db/row-shape.js";
import { selectRows } from "../db/rows.js";
import { asList, isInList } from "../db/sql.js";
import type { StoreKey } from "../db/storage-part.js";
import type { StoreContext, WriteContext } from "../db/store-context.js";
import { CONFIRMATION_KIND } from "./outbox.store.js";
import { outboxTable } from "./outbox.table.js";

const SENT = pick(outboxTable, ["id", "sentAt"]);

const createReads = ({ sql }: StoreContext): RetainedReads => ({
  ended: async ({ before, held, after, first }) => {
    const rest = "FROM outbox WHERE id > ? AND sent_at <= ? AND kind <> ? ORDER BY id LIMIT ?";
    const rows = await selectRows(sql, SENT, rest, [after, before, CONFIRMATION_KIND, first]);
    // No row tells whom it concerns: one hold keeps them all.
    const isHeld = held.accountIds.length > 0;
    return rows.map(({ id, sentAt }) => ({ id, since: sentAt ?? before, isHeld, files: 0 }));
  },
});

const createWrites = (context: WriteContext): RetainedWrites => ({
  ...createReads(context),
  remove: async (ids) => {
    const { sql } = context;
    await sql.run(`DELETE FROM outbox WHERE ${isInList(sql.dialect, "id")}`, [asList(ids)]);
    return [];
  },
});

export const retainedMessageStore: StoreKey<RetainedReads, RetainedWrites> = {
  reads: createReads,
  writes: createWrites,
};
