/** Rows of the routing table, tried in their order: conditions in one document, the team beside (F69). */
import { EntitySchema } from "typeorm";
import { count, document, text } from "../../../kernel/db/columns.js";

export interface RoutingRowRow {
  readonly position: number;
  readonly teamId: string;
  readonly content: object;
}

export const routingRowTable = new EntitySchema<RoutingRowRow>({
  name: "routing_row",
  columns: {
    position: count("position", { primary: true }),
    teamId: text("team_id"),
    content: document("content"),
  },
  foreignKeys: [{ name: "routing_row_team", target: "team", columnNames: ["teamId"], referencedColumnNames: ["id"] }],
});
