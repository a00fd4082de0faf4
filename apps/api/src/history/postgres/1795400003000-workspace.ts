/** PostgreSQL: the engineer workspace. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { inByteOrder } from "../../kernel/db/postgres/in-byte-order.js";
import { fillSearch } from "../fill-search.js";
import { SEARCH_POSTGRES, WORKSPACE } from "../workspace.js";

export class Workspace1795400003000 implements MigrationInterface {
  readonly name = "Workspace1795400003000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...WORKSPACE, ...SEARCH_POSTGRES]) await runner.query(inByteOrder(statement));
    await fillSearch(runner, (requestId, words) =>
      runner.query(`INSERT INTO request_search (request_id, words) VALUES ($1, array_to_tsvector($2::text[]))`, [
        requestId,
        words,
      ]),
    );
  }

  /** Teams and proposals would be lost: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("the workspace cannot be undone");
  }
}
