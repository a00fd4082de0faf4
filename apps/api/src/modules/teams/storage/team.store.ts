/** Teams and the routing table: read whole into memory, replaced whole (F69). */

import { createHash } from "node:crypto";
import type { RoutingRow, Team, TeamDirectory } from "@accord/domain";
import { omit } from "../../../kernel/db/row-shape.js";
import { insertRows, selectRows } from "../../../kernel/db/rows.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";
import { routingRowTable } from "./routing-row.table.js";
import { teamTable } from "./team.table.js";
import { teamMemberTable } from "./team-member.table.js";

export interface TeamReads {
  load(): Promise<TeamDirectory>;
}

export interface TeamWrites extends TeamReads {
  /** Replaces everything; false when nothing differs. Members must be accounts. */
  replace(directory: Omit<TeamDirectory, "dataVersion">): Promise<boolean>;
}

const TEAM = omit(teamTable, ["position"]);
const ROUTING_ROW = omit(routingRowTable, ["position"]);

const versionOf = (directory: Omit<TeamDirectory, "dataVersion">): string =>
  directory.teams.length === 0 ? "" : createHash("sha256").update(JSON.stringify(directory)).digest("hex").slice(0, 16);

export const createTeamReads = ({ sql }: StoreContext): TeamReads => ({
  load: async () => {
    const rows = await selectRows(sql, TEAM, "FROM team ORDER BY position", []);
    const members = await selectRows(sql, teamMemberTable, "FROM team_member ORDER BY account_id", []);
    const routing = await selectRows(sql, ROUTING_ROW, "FROM routing_row ORDER BY position", []);
    const teams = rows.map(({ id, name, nameRo, content: { timeZone, languages, hours, onCall } }): Team => {
      const memberIds = members.filter(({ teamId }) => teamId === id).map(({ accountId }) => accountId);
      return { id, name, nameRo, timeZone, languages, hours, memberIds, onCall };
    });
    const directory = { teams, rows: routing.map(({ teamId, content }): RoutingRow => ({ ...content, teamId })) };
    return { ...directory, dataVersion: versionOf(directory) };
  },
});

export const createTeamWrites = (context: WriteContext): TeamWrites => {
  const { sql } = context;
  const reads = createTeamReads(context);
  return {
    ...reads,
    replace: async ({ teams, rows }) => {
      const before = await reads.load();
      for (const table of ["routing_row", "team_member", "team"]) await sql.run(`DELETE FROM ${table}`);
      await insertRows(
        sql,
        teamTable,
        teams.map(({ id, name, nameRo, memberIds: _, ...content }, place) => ({
          ...{ id, position: place + 1, name, nameRo },
          content,
        })),
      );
      const members = teams.flatMap(({ id, memberIds }) => memberIds.map((accountId) => ({ teamId: id, accountId })));
      await insertRows(sql, teamMemberTable, members);
      const routing = rows.map(({ teamId, ...content }, place) => ({ position: place + 1, teamId, content }));
      await insertRows(sql, routingRowTable, routing);
      return (await reads.load()).dataVersion !== before.dataVersion;
    },
  };
};

export const teamStore: StoreKey<TeamReads, TeamWrites> = { reads: createTeamReads, writes: createTeamWrites };
