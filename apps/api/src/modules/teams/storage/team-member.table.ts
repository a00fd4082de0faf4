/** Which engineers are in which team (F69). */
import { defineTable, key } from "../../../kernel/db/columns.js";

export const teamMemberTable = defineTable({
  name: "team_member",
  person: { by: ["accountId"], atErasure: "DELETED" },
  columns: {
    teamId: key("team_id", "ID"),
    accountId: key("account_id", "ID"),
  },
  foreignKeys: [
    { name: "team_member_team", target: "team", columnNames: ["teamId"], referencedColumnNames: ["id"] },
    { name: "team_member_account", target: "account", columnNames: ["accountId"], referencedColumnNames: ["id"] },
  ],
  indices: [{ name: "team_member_by_account", columns: ["accountId"] }],
});
