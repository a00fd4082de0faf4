/** SQLite: the engineer workspace. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { fillSearch } from "../fill-search.js";
import { SEARCH_SQLITE, WORKSPACE } from "../workspace.js";

export class Workspace1795400003000 implements MigrationInterface {
  readonly name = "Workspace1795400003000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...WORKSPACE, SEARCH_SQLITE]) await runner.query(statement);
    await fillSearch(runner, (requestId, words) =>
      runner.query(`INSERT INTO request_search (request_id, words) VALUES (?, ?)`, [requestId, words.join(" ")]),
    );
  }

  /** Teams and proposals would be lost: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("the workspace cannot be undone");
  }
}
