/** Rows of the routing table, tried in their order: conditions in one document, the team beside (F69). */
import type { RoutingRow } from "@accord/domain";
import { count, defineTable, document, text } from "../../../kernel/db/columns.js";

export const routingRowTable = defineTable({
  name: "routing_row",
  columns: {
    position: count("position", "CONFIGURATION", { primary: true }),
    teamId: text("team_id", "ID"),
    content: document<Omit<RoutingRow, "teamId">>("content", "CONFIGURATION"),
  },
  foreignKeys: [{ name: "routing_row_team", target: "team", columnNames: ["teamId"], referencedColumnNames: ["id"] }],
});
