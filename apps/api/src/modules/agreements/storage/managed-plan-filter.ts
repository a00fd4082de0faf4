/** What a filter of agreements asks, as SQL; a state is asked for by the very rule that `planStateAt` judges by. */
import {
  addDays,
  type CivilDate,
  dayAt,
  ENDING_SOON_DAYS,
  type EpochMs,
  normaliseId,
  type PlanState,
  type Programme,
} from "@accord/domain";
import { foldedText, holdsEvery, isLike } from "../../../kernel/db/search-sql.js";
import type { Dialect, SqlValue } from "../../../kernel/db/sql.js";
import { orAddress, personFoundBy } from "../../identity/module.js";
import { isActivated } from "./plans-in-force.js";

export interface ManagedPlanFilter {
  /** A part of either ID: its last signs, or more of it. */
  readonly idPart?: string | null;
  /** A part of the recipient's or a holder's name or address. */
  readonly holder?: string | null;
  readonly programmeId?: string | null;
  readonly state?: PlanState | null;
  /** Last day before this one. */
  readonly endingBefore?: CivilDate | null;
  readonly now: EpochMs;
}

export interface Conditions {
  /** Begins with AND, or is empty. */
  readonly text: string;
  readonly params: readonly SqlValue[];
}

type Part = readonly [text: string, ...params: SqlValue[]];

/** `zones`: those of stored plans; asked only where a state is. */
export const conditionsOf = (
  dialect: Dialect,
  filter: ManagedPlanFilter,
  programmes: Iterable<Programme>,
  zones: readonly string[],
): Conditions => {
  const parts: Part[] = [];
  if (filter.idPart) parts.push(idPart(filter.idPart));
  if (filter.holder) parts.push(holder(filter.holder));
  if (filter.programmeId) parts.push(["p.programme_id = ?", filter.programmeId]);
  if (filter.endingBefore) parts.push([`p.ends_on < ? AND ${isActivated("p")}`, filter.endingBefore]);
  if (filter.state) parts.push(...ofState(dialect, filter.state, filter.now, programmes, zones));
  return {
    text: parts.map(([text]) => `AND (${text})`).join(" "),
    params: parts.flatMap(([, ...params]) => params),
  };
};

/** Only the last signs of an ID are readable here: what is typed is compared with those, from the end. */
const idPart = (text: string): Part => {
  const id = normaliseId(text);
  if (id === null) return ["1 = 0"];
  const ending = `%${id.slice(-4)}`;
  return ["x.access_id_ending LIKE ? OR x.agreement_id_ending LIKE ?", ending, ending];
};

const RECIPIENT: readonly string[] = [isLike("c.email_folded"), isLike(foldedText("c.name_folded", "c.name"))];

/** A person is found whole: every part in the recipient, or every part in one holder. */
const holder = (text: string): Part => {
  const recipient = orAddress(holdsEvery(text, RECIPIENT), "c.email_folded", text);
  const account = personFoundBy(text);
  const inAccount = `EXISTS (SELECT 1 FROM registration r JOIN account a ON a.id = r.account_id WHERE r.plan_id = p.id
    AND ${account.text})`;
  return [`${recipient.text} OR ${inAccount}`, ...recipient.params, ...account.params];
};

const ofState = (
  dialect: Dialect,
  state: PlanState,
  now: EpochMs,
  programmes: Iterable<Programme>,
  zones: readonly string[],
): readonly Part[] => {
  const isRetired: Part = [retiredText(dialect), JSON.stringify(retiredNames(programmes, zones, now))];
  const before: Record<PlanState, () => readonly Part[]> = {
    REVOKED: () => [["p.revoked_at IS NOT NULL"]],
    ISSUED: () => [["p.revoked_at IS NULL"], WAITS, ["v.redeem_ends_at > ?", now]],
    LAPSED: () => [["p.revoked_at IS NULL"], WAITS, ["v.redeem_ends_at <= ?", now]],
    EXPIRED: () => [["p.revoked_at IS NULL"], WAITS_FOR_NOBODY, ["p.ends_at <= ?", now]],
    RETIRED: () => [...running(now), isRetired],
    NOT_YET_ACTIVE: () => [...running(now), not(isRetired), ["p.starts_at > ?", now]],
    EMPTY: () => [...begun(now, isRetired), ["p.remaining <= 0"]],
    ENDING_SOON: () => [...begun(now, isRetired), HAS_INCIDENTS, endsSoon(dialect, zones, now)],
    ACTIVE: () => [...begun(now, isRetired), HAS_INCIDENTS, not(endsSoon(dialect, zones, now))],
  };
  return before[state]();
};

const HAS_INCIDENTS: Part = ["p.remaining IS NULL OR p.remaining > 0"];
const not = ([text, ...params]: Part): Part => [`NOT (${text})`, ...params];
const WAITS: Part = ["v.redeem_ends_at IS NOT NULL AND v.activated_at IS NULL"];
const WAITS_FOR_NOBODY: Part = ["v.redeem_ends_at IS NULL OR v.activated_at IS NOT NULL"];
const running = (now: EpochMs): readonly Part[] => [["p.revoked_at IS NULL"], WAITS_FOR_NOBODY, ["p.ends_at > ?", now]];
const begun = (now: EpochMs, isRetired: Part): readonly Part[] => [
  ...running(now),
  not(isRetired),
  ["p.starts_at <= ?", now],
];

/** Which programme is over depends on the day, and the day on the zone. */
const retiredNames = (programmes: Iterable<Programme>, zones: readonly string[], now: EpochMs): string[] => {
  const over = [...programmes].filter(({ retiredOn }) => retiredOn !== null);
  return zones.flatMap((zone) =>
    over.filter(({ retiredOn }) => dayAt(now, zone) >= (retiredOn ?? "")).map(({ id }) => `${id}|${zone}`),
  );
};

const retiredText = (dialect: Dialect): string =>
  dialect === "sqlite"
    ? "p.programme_id || '|' || p.time_zone IN (SELECT value FROM json_each(?))"
    : "p.programme_id || '|' || p.time_zone = ANY (SELECT json_array_elements_text(CAST(? AS json)))";

const endsSoon = (dialect: Dialect, zones: readonly string[], now: EpochMs): Part => {
  const lastDays = Object.fromEntries(zones.map((zone) => [zone, addDays(dayAt(now, zone), ENDING_SOON_DAYS)]));
  const text =
    dialect === "sqlite"
      ? "p.ends_on <= (SELECT value FROM json_each(?) WHERE key = p.time_zone)"
      : "p.ends_on <= (CAST(? AS json) ->> p.time_zone)";
  return [text, JSON.stringify(lastDays)];
};
