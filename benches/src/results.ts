/** What a run found out, as numbers; the report turns it into text. */
import type { ConversationResult } from "./conversation.js";
import type { Measured } from "./harness/rounds.js";
import type { PageVitals } from "./pages.js";
import type { Share } from "./profile.js";
import type { SearchResult } from "./search.js";
import type { WorkloadName } from "./workloads.js";

export interface WorkloadResult {
  readonly name: WorkloadName;
  readonly connections: number;
  readonly servers: readonly Measured[];
}

export interface GrowthResult {
  readonly requests: number;
  readonly accord: Measured;
  readonly bare: Measured;
}

export interface DeepPageResult {
  readonly requests: number;
  readonly first: Measured;
  readonly thousandth: Measured;
}

export interface StartResult {
  /** Medians, ms. */
  readonly portOpen: number;
  readonly ready: number;
  readonly firstAnswer: number;
  readonly starts: number;
}

export interface ProfileResult {
  readonly name: WorkloadName;
  readonly packages: readonly Share[];
  readonly functions: readonly Share[];
}

export interface Results {
  conversation: ConversationResult | null;
  search: readonly SearchResult[];
  pages: readonly PageVitals[];
  readonly workloads: WorkloadResult[];
  readonly growth: GrowthResult[];
  readonly deepPages: DeepPageResult[];
  start: StartResult | null;
  readonly profiles: ProfileResult[];
}

export const find = (servers: readonly Measured[], name: string): Measured => {
  const found = servers.find((server) => server.name === name);
  if (found === undefined) throw new Error(`${name} was not measured`);
  return found;
};

/** Servers that say far less than the first one, the product, did: an answer of null is soon given. */
export const withoutAnswer = (servers: readonly Pick<Measured, "name" | "bytes">[]): string[] =>
  servers.filter(({ bytes }) => bytes < (servers[0]?.bytes ?? 0) / 2).map(({ name }) => name);
