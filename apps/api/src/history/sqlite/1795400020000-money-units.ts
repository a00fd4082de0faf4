/** SQLite: amounts in the units of ISO 4217, with the decimals each receipt is written with (K3). */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { MONEY_UNITS_SQLITE, rewritePrices } from "../money-units.js";

export class MoneyUnits1795400020000 implements MigrationInterface {
  readonly name = "MoneyUnits1795400020000";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of MONEY_UNITS_SQLITE) await runner.query(statement);
    await rewritePrices(runner);
  }

  /** The program before this one would charge another amount: go back by restoring a backup. */
  async down(): Promise<void> {
    throw new Error("units of money cannot be undone");
  }
}
