/** PostgreSQL: from when a deadline is near, kept beside it. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { NEAR_BREACH, reckonNearBreach } from "../near-breach.js";

export class NearBreach1795400027500 implements MigrationInterface {
  readonly name = "NearBreach1795400027500";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of NEAR_BREACH) await runner.query(statement);
    await reckonNearBreach(runner);
  }

  /** The queue would ask for a column that is gone: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("nearBreachAt is not undone");
  }
}
