/** Teams and the routing table: read whole into memory, replaced whole (F69). */
import { createHash } from "node:crypto";
import type { RoutingRow, Team, TeamDirectory } from "@accord/domain";
import { placeholders, type SqlValue } from "../../../kernel/db/sql.js";
import type { StoreKey } from "../../../kernel/db/storage-part.js";
import type { StoreContext, WriteContext } from "../../../kernel/db/store-context.js";

export interface TeamReads {
  load(): Promise<TeamDirectory>;
}

export interface TeamWrites extends TeamReads {
  /** Replaces everything; false when nothing differs. Members must be accounts. */
  replace(directory: Omit<TeamDirectory, "dataVersion">): Promise<boolean>;
}

interface TeamSqlRow extends Pick<Team, "id" | "name" | "nameRo"> {
  readonly content: string;
}

const versionOf = (directory: Omit<TeamDirectory, "dataVersion">): string =>
  directory.teams.length === 0 ? "" : createHash("sha256").update(JSON.stringify(directory)).digest("hex").slice(0, 16);

export const createTeamReads = ({ sql }: StoreContext): TeamReads => ({
  load: async () => {
    const rows = await sql.all<TeamSqlRow>(`SELECT id, name, name_ro AS "nameRo", content FROM team ORDER BY position`);
    const members = await sql.all<{ teamId: string; accountId: string }>(
      `SELECT team_id AS "teamId", account_id AS "accountId" FROM team_member ORDER BY account_id`,
    );
    const routing = await sql.all<{ teamId: string; content: string }>(
      `SELECT team_id AS "teamId", content FROM routing_row ORDER BY position`,
    );
    const teams = rows.map(({ id, name, nameRo, content }): Team => {
      const { timeZone, languages, hours, onCall } = JSON.parse(content) as Pick<
        Team,
        "timeZone" | "languages" | "hours" | "onCall"
      >;
      const memberIds = members.filter(({ teamId }) => teamId === id).map(({ accountId }) => accountId);
      return { id, name, nameRo, timeZone, languages, hours, memberIds, onCall };
    });
    const directory = {
      teams,
      rows: routing.map(({ teamId, content }): RoutingRow => ({ ...JSON.parse(content), teamId })),
    };
    return { ...directory, dataVersion: versionOf(directory) };
  },
});

export const createTeamWrites = (context: WriteContext): TeamWrites => {
  const { sql } = context;
  const reads = createTeamReads(context);
  const insert = async (table: string, width: number, rows: readonly (readonly SqlValue[])[]): Promise<void> => {
    if (rows.length > 0) await sql.run(`INSERT INTO ${table} VALUES ${placeholders(rows.length, width)}`, rows.flat());
  };
  return {
    ...reads,
    replace: async ({ teams, rows }) => {
      const before = await reads.load();
      for (const table of ["routing_row", "team_member", "team"]) await sql.run(`DELETE FROM ${table}`);
      await insert(
        "team (id, position, name, name_ro, content)",
        5,
        teams.map(({ id, name, nameRo, memberIds: _members, ...content }, place) => [
          id,
          place + 1,
          name,
          nameRo,
          JSON.stringify(content),
        ]),
      );
      await insert(
        "team_member (team_id, account_id)",
        2,
        teams.flatMap(({ id, memberIds }) => memberIds.map((accountId) => [id, accountId])),
      );
      await insert(
        "routing_row (position, team_id, content)",
        3,
        rows.map(({ teamId, ...content }, place) => [place + 1, teamId, JSON.stringify(content)]),
      );
      return (await reads.load()).dataVersion !== before.dataVersion;
    },
  };
};

export const teamStore: StoreKey<TeamReads, TeamWrites> = { reads: createTeamReads, writes: createTeamWrites };
