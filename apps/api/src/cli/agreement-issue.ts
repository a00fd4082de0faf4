/** `accord agreement issue`: a new agreement with an ID pair of our own (check digit, at least 60 random bits), shown once (R14, R56, F9, F56). */
import { dayAt, decidePendingActivation, isCivilDate } from "@accord/domain";
import { makeAgreement, newPair } from "../modules/administration/module.js";
import { type Command, CommandError, type OptionValues, optional, required, UsageError } from "./command.js";
import { findProgramme } from "./find.js";

/** `unlimited`, or a whole number from 1; null: unlimited. */
export const readIncidents = (text: string): number | null => {
  if (text === "unlimited") return null;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError("incidents are a whole number from 1, or unlimited");
  return Number(text);
};

export const readDay = (text: string, name: string): string => {
  if (!isCivilDate(text)) throw new UsageError(`${name} is a day such as 2027-04-01`);
  return text;
};

export const agreementIssue: Command = {
  name: "agreement issue",
  summary: "Issue an agreement with a new ID pair; the pair is printed here once",
  usage:
    "--programme <slug> [--starts-on <day>] [--incidents <n>|unlimited] [--time-zone <zone>] [--redeem-by <day> | --in-force]",
  options: {
    programme: { type: "string" },
    "starts-on": { type: "string" },
    incidents: { type: "string" },
    "time-zone": { type: "string" },
    "redeem-by": { type: "string" },
    "in-force": { type: "boolean" },
  },
  positionals: [0, 0],
  database: "migrated",
  run: async ({ db, clock, config, options, random }) => {
    const programme = await findProgramme(db.read, required(options, "programme"));
    if (programme.origin !== "AGREEMENT") throw new CommandError(`${programme.id} is bought, not issued`);
    const timeZone = optional(options, "time-zone") ?? config.entitlementZone;
    const at = clock.now();
    if (programme.retiredOn !== null && dayIn(at, timeZone) >= programme.retiredOn)
      throw new CommandError(
        `${programme.id} was retired on ${programme.retiredOn}: nothing is issued of it any more; import agreements issued before`,
      );
    const startsOn = readDay(optional(options, "starts-on") ?? dayIn(at, timeZone), "--starts-on");
    const given = optional(options, "incidents");
    const incidents = given === null ? programme.incidents : readIncidents(given);
    const { shown: pair, normal } = newPair(random);
    const wish = { startsOn, needsActivation: options["in-force"] ? false : null, redeemBy: redeemByIn(options) };
    const decided = decidePendingActivation(programme, wish, dayIn(at, timeZone));
    if (!decided.ok && decided.refusals[0]?.path?.[0] === "redeemBy" && (options["in-force"] || !programme.activation))
      throw new UsageError("nobody has to activate it: --redeem-by says nothing here");
    if (!decided.ok) throw new CommandError("the agreement could never be activated: choose other days, or --in-force");
    const pending = decided.value;
    const agreement = { programme, startsOn, timeZone, incidents, pair: normal, recipient: null, pending };
    const made = await db.transaction("agreement.issue", (tx) => makeAgreement(tx, agreement, { actorId: null, at }));
    if (made === null) throw new CommandError("the new ID pair exists already; try again");
    return {
      data: {
        id: made.id,
        programme: programme.id,
        startsOn,
        endsOn: made.endsOn,
        redeemBy: pending?.redeemBy ?? null,
        incidents,
        ...pair,
      },
      lines: [
        `Issued ${made.id}: ${programme.name}`,
        `Access ID:    ${pair.accessId}`,
        `Agreement ID: ${pair.agreementId}`,
        pending === null
          ? `From ${startsOn} to ${made.endsOn} (inclusive), ${incidents ?? "unlimited"} incidents`
          : `To be activated by ${pending.redeemBy} (inclusive), ${incidents ?? "unlimited"} incidents`,
      ],
    };
  },
};

const redeemByIn = (options: OptionValues): string | null => {
  const given = optional(options, "redeem-by");
  return given === null ? null : readDay(given, "--redeem-by");
};

const dayIn = (at: number, timeZone: string): string => {
  try {
    return dayAt(at, timeZone);
  } catch {
    throw new UsageError(`${timeZone} is no time zone such as Europe/Bucharest`);
  }
};
