/** One view of a PostgreSQL database beside whoever writes it: a transaction that reads what was committed when it began. */

import type { Snapshot } from "../database.js";
import { mapDriverError } from "../driver-errors.js";
import { doneMigrations } from "../migrate.js";
import { quoted, ROWS_AT_ONCE, tablesOf } from "../snapshot.js";
import type { StoragePart } from "../storage-part.js";
import type { StoreContext } from "../store-context.js";
import { createReadStores } from "../transaction-stores.js";
import { patientClient, sqlOf } from "./connect.js";

/** Shows `look` the database as it stands now, on a connection of its own. */
export const lookAtPostgres = async <T>(
  url: string,
  modules: StoragePart,
  shared: Pick<StoreContext, "cipher" | "programmes">,
  look: (view: Snapshot) => Promise<T>,
): Promise<T> => {
  const client = await patientClient(url);
  const sql = sqlOf(client);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    return await look({
      ...createReadStores({
        ...shared,
        sql,
        manager: () => Promise.reject(new Error("a snapshot has no TypeORM beside it")),
      }),
      tables: tablesOf(modules),
      migrations: () => doneMigrations(sql),
      rows: async function* ({ name, columns }) {
        await client.query(
          `DECLARE told CURSOR FOR SELECT CAST(json_build_array(${quoted(columns)}) AS text) AS packed FROM "${name}"`,
        );
        for (;;) {
          const { rows } = await client.query<{ packed: string }>(`FETCH ${ROWS_AT_ONCE} FROM told`);
          if (rows.length > 0) yield rows.map(({ packed }) => packed);
          if (rows.length < ROWS_AT_ONCE) break;
        }
        await client.query("CLOSE told");
      },
    });
  } catch (error) {
    throw mapDriverError(error);
  } finally {
    await client.end().catch(() => undefined);
  }
};
