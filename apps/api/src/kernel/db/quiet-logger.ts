/** TypeORM prints failures to the console whatever it is told; ours are thrown, and logged once by who catches them. */
import type { Logger } from "typeorm";

const nothing = (): void => undefined;

export const quietLogger: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};
