/** One view of a SQLite file beside whoever writes it: a read transaction in WAL sees what was committed when it began. */
import type { Snapshot } from "../database.js";
import { doneMigrations } from "../migrate.js";
import { quoted, ROWS_AT_ONCE, tablesOf } from "../snapshot.js";
import type { StoragePart } from "../storage-part.js";
import type { StoreContext } from "../store-context.js";
import { createReadStores } from "../transaction-stores.js";
import { connectSqlite } from "./connect.js";

/** Shows `look` the file as it stands now, on a connection of its own. */
export const lookAtSqlite = async <T>(
  file: string,
  modules: StoragePart,
  shared: Pick<StoreContext, "cipher" | "programmes">,
  look: (view: Snapshot) => Promise<T>,
): Promise<T> => {
  const { sql, source, close } = await connectSqlite(file, "reader", modules);
  try {
    await sql.run("BEGIN");
    // The view begins with the first thing that is read.
    await sql.all("SELECT count(*) FROM sqlite_master");
    return await look({
      ...createReadStores({ ...shared, sql, manager: async () => source.manager }),
      tables: tablesOf(modules),
      migrations: () => doneMigrations(sql),
      rows: async function* ({ name, columns }) {
        const text = `SELECT rowid AS place, json_array(${quoted(columns)}) AS packed FROM "${name}"
          WHERE rowid > ? ORDER BY rowid LIMIT ${ROWS_AT_ONCE}`;
        for (let after = -1; ; ) {
          const rows = await sql.all<{ place: number; packed: string }>(text, [after]);
          if (rows.length > 0) yield rows.map(({ packed }) => packed);
          if (rows.length < ROWS_AT_ONCE) return;
          after = rows.at(-1)?.place ?? after;
        }
      },
    });
  } finally {
    await close();
  }
};
