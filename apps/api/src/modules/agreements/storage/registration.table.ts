/** Which accounts registered which plan (R16, R17, E11). */
import type { EpochMs } from "@accord/domain";
import { EntitySchema } from "typeorm";
import { instant, key } from "../../../kernel/db/columns.js";

export interface RegistrationRow {
  readonly accountId: string;
  readonly planId: string;
  readonly at: EpochMs;
}

export const registrationTable = new EntitySchema<RegistrationRow>({
  name: "registration",
  columns: {
    accountId: key("account_id"),
    planId: key("plan_id"),
    at: instant("at"),
  },
  foreignKeys: [
    { name: "registration_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
    { name: "registration_plan", target: "plan", columnNames: ["planId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "registration_by_plan", columns: ["planId", "accountId"] }],
});
