/** The tables of teams; how they came to be is told in history/. */
import type { StoragePart } from "../../../kernel/db/storage-part.js";
import { routingRowTable } from "./routing-row.table.js";
import { teamTable } from "./team.table.js";
import { teamMemberTable } from "./team-member.table.js";

export const teamsStorage: StoragePart = {
  tables: [routingRowTable, teamMemberTable, teamTable],
};
