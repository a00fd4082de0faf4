/** `accord agreement adjust|extend|revoke|rotate`: the corrections staff make of an agreement (R11, F18, F56). */
import { isCivilDate } from "@accord/domain";
import {
  adjustIncidents,
  newPair,
  revokeAgreement,
  rotatePair,
  updateAgreementEnd,
} from "../modules/administration/module.js";
import { planStore } from "../modules/agreements/module.js";
import { balanceText, signed } from "./agreement-show.js";
import { type Command, CommandError, optional, required, UsageError } from "./command.js";
import { findPlan } from "./find.js";

const BY_PAIR = { "access-id": { type: "string" }, "agreement-id": { type: "string" } } as const;

export const agreementAdjust: Command = {
  name: "agreement adjust",
  summary: "Add or take incidents, with a reason that stays in the ledger",
  usage: "<plan id> --incidents <±n> --reason <text>",
  options: { ...BY_PAIR, incidents: { type: "string" }, reason: { type: "string" } },
  positionals: [0, 1],
  database: "migrated",
  run: async ({ db, clock, positionals, options }) => {
    const text = required(options, "incidents");
    if (!/^[+-]?[1-9]\d{0,5}$/.test(text))
      throw new UsageError("--incidents is a whole number other than 0, such as 2 or -1");
    const reason = required(options, "reason");
    const plan = await findPlan(db.read, positionals, options);
    const incidents = Number(text);
    const act = { actorId: null, at: clock.now() };
    const done = await db.transaction("agreement.adjust", (tx) =>
      adjustIncidents(tx, plan.id, { incidents, reason }, act),
    );
    if (done === null || !done.ok)
      throw new CommandError(`${plan.id} cannot be adjusted by ${signed(incidents)}: it has ${balanceText(plan)}`);
    const after = await db.read.of(planStore).byId(plan.id);
    const data = { id: plan.id, incidents, incidentsRemaining: after?.incidentsRemaining ?? null };
    return { data, lines: [`${plan.id}: ${signed(incidents)}, now ${after ? balanceText(after) : "unknown"}`] };
  },
};

export const agreementRevoke: Command = {
  name: "agreement revoke",
  summary: "Withdraw an agreement: nobody can register or use it any more",
  usage: "<plan id> | --access-id <id> --agreement-id <id> [--reason <text>]",
  options: { ...BY_PAIR, reason: { type: "string" } },
  positionals: [0, 1],
  database: "migrated",
  run: async ({ db, clock, positionals, options }) => {
    const plan = await findPlan(db.read, positionals, options);
    const at = clock.now();
    const reason = optional(options, "reason") ?? "by the command line";
    const done = await db.transaction("agreement.revoke", (tx) =>
      revokeAgreement(tx, plan.id, { reason }, { actorId: null, at }),
    );
    if (done === null) throw new CommandError(`${plan.id} was bought, not issued`);
    if (!done.ok) throw new CommandError(`${plan.id} was withdrawn before`);
    return { data: { id: plan.id, revokedAt: new Date(at).toISOString() }, lines: [`${plan.id} is withdrawn`] };
  },
};

export const agreementExtend: Command = {
  name: "agreement extend",
  summary: "Let an agreement end later, with a reason that stays in the audit record",
  usage: "<plan id> | --access-id <id> --agreement-id <id> --ends-on <yyyy-mm-dd> --reason <text>",
  options: { ...BY_PAIR, "ends-on": { type: "string" }, reason: { type: "string" } },
  positionals: [0, 1],
  database: "migrated",
  run: async ({ db, clock, positionals, options }) => {
    const endsOn = required(options, "ends-on");
    if (!isCivilDate(endsOn)) throw new UsageError("--ends-on is a day such as 2027-04-01");
    const reason = required(options, "reason");
    const plan = await findPlan(db.read, positionals, options);
    const act = { actorId: null, at: clock.now() };
    const done = await db.transaction("agreement.extend", (tx) =>
      updateAgreementEnd(tx, plan.id, { endsOn, reason }, act),
    );
    if (done === null) throw new CommandError(`${plan.id} was bought, not issued`);
    if (!done.ok && plan.redeemEndsAt != null)
      throw new CommandError(
        `${plan.id} has no end yet: it waits to be activated; more time for that is given on its page`,
      );
    if (!done.ok) throw new CommandError(`${plan.id} cannot end on ${endsOn}: it ends on ${plan.endsOn}`);
    return { data: { id: plan.id, endsOn }, lines: [`${plan.id} ends on ${endsOn} (inclusive, ${plan.timeZone})`] };
  },
};

export const agreementRotate: Command = {
  name: "agreement rotate",
  summary: "Give an agreement new IDs: the old ones open nothing any more; printed once",
  usage: "<plan id> | --access-id <id> --agreement-id <id> --reason <text> [--remove-holders]",
  options: { ...BY_PAIR, reason: { type: "string" }, "remove-holders": { type: "boolean" } },
  positionals: [0, 1],
  database: "migrated",
  run: async ({ db, clock, positionals, options, random }) => {
    const reason = required(options, "reason");
    const plan = await findPlan(db.read, positionals, options);
    const pair = newPair(random);
    const rotation = { reason, pair, keepsHolders: options["remove-holders"] !== true };
    const act = { actorId: null, at: clock.now() };
    const done = await db.transaction("agreement.rotate", (tx) => rotatePair(tx, plan.id, rotation, act));
    if (done === null) throw new CommandError(`${plan.id} was bought, not issued`);
    if (!done.ok) throw new CommandError(`${plan.id} cannot have new IDs: it was withdrawn`);
    const { accessId, agreementId } = pair.shown;
    return {
      data: { id: plan.id, accessId, agreementId },
      lines: [`Access ID:    ${accessId}`, `Agreement ID: ${agreementId}`],
    };
  },
};
