/** `accord agreement show`: what an agreement stands at, whose it is, and what staff did to it and why (R11, F18, F56). */
import { planStateAt, type SupportPlan, type TermBasis } from "@accord/domain";
import { type AuditRow, auditStore } from "../kernel/audit/audit.store.js";
import type { ReadStores } from "../kernel/db/index.js";
import { ledgerStore, managedPlanStore } from "../modules/agreements/module.js";
import { accountStore } from "../modules/identity/module.js";
import { type Command, table } from "./command.js";
import { findPlan } from "./find.js";

/** When the term of an agreement that is not activated begins. */
const TERM_TEXTS: Readonly<Record<TermBasis, (plan: SupportPlan) => string>> = {
  ACTIVATION: () => "its term begins then",
  MEMBERSHIP: ({ endsOn }) => `it ends on ${endsOn}, with the membership`,
};
const LEDGER_LINES = 100;
const MOST_CHANGES = 100;

export const agreementShow: Command = {
  name: "agreement show",
  summary: "Show an agreement: term, balance, recipient, holders, changes and ledger",
  usage: "<plan id> | --access-id <id> --agreement-id <id>",
  options: { "access-id": { type: "string" }, "agreement-id": { type: "string" } },
  positionals: [0, 1],
  database: "migrated",
  run: async ({ db, clock, positionals, options }) => {
    const plan = await findPlan(db.read, positionals, options);
    const { programme, ...facts } = plan;
    const state = planStateAt(plan, clock.now());
    const heldBy = await holdersOf(db.read, plan.id);
    const managed = await db.read.of(managedPlanStore).byId(plan.id);
    const { recipient = null, redeemBy = null, activatedAt = null, termBasis = null } = managed ?? {};
    const changes = await changesOf(db.read, plan.id);
    const ledger = await db.read.of(ledgerStore).ofPlan(plan.id, { first: LEDGER_LINES, after: null });
    const entries = ledger.rows.map((entry) => [
      instant(entry.at),
      entry.kind,
      signed(entry.incidents),
      String(entry.balanceAfter ?? "–"),
      entry.reason ?? entry.requestId ?? "",
    ]);
    return {
      data: {
        ...facts,
        programme: programme.id,
        state,
        recipient,
        redeemBy,
        activatedAt,
        holders: heldBy.length,
        heldBy,
        ...changes,
        ledger: ledger.rows,
      },
      lines: [
        `${plan.id}: ${programme.name}`,
        `State:     ${state}`,
        redeemBy === null
          ? `Term:      ${plan.startsOn} to ${plan.endsOn} (inclusive, ${plan.timeZone})`
          : `Activate:  by ${redeemBy} (inclusive, ${plan.timeZone}); ${TERM_TEXTS[termBasis ?? "ACTIVATION"](plan)}`,
        `Incidents: ${balanceText(plan)}`,
        `For:       ${recipient === null ? "nobody named" : recipientText(recipient)}`,
        `Holders:   ${heldBy.length}`,
        ...heldBy.map((one) => `  ${one.name} <${one.email}>, since ${one.registeredAt}, ${one.incidentsUsed} used`),
        ...(changes.revocation === null ? [] : [`Withdrawn: ${changeText(changes.revocation)}`]),
        ...changes.extensions.map((one) => `Extended:  ${one.from} to ${one.to}, ${changeText(one)}`),
        ...changes.rotations.map((one) => `New IDs:   ${changeText(one)}`),
        "",
        ...table([["at", "kind", "incidents", "balance", "reason"], ...entries]),
      ],
    };
  },
};

const holdersOf = async (stores: ReadStores, planId: string) => {
  const managedPlans = stores.of(managedPlanStore);
  const accounts = stores.of(accountStore);
  const holders = await managedPlans.holders(planId);
  return Promise.all(
    holders.map(async ({ accountId, registeredAt, incidentsUsed }) => {
      const account = await accounts.byId(accountId);
      const name = `${account?.givenName ?? ""} ${account?.familyName ?? ""}`.trim();
      return { accountId, name, email: account?.email ?? "", registeredAt: instant(registeredAt), incidentsUsed };
    }),
  );
};

interface Change {
  readonly at: string;
  readonly by: string | null;
  readonly reason: string;
}

/** From the audit record, oldest first: what was done to it, by whom and why. */
const changesOf = async (stores: ReadStores, planId: string) => {
  const audit = stores.of(auditStore);
  const of = async (action: string): Promise<AuditRow[]> =>
    [...(await audit.page({ action, objectId: planId }, { first: MOST_CHANGES, after: null })).rows].reverse();
  const text = (row: AuditRow, name: string): string => String(row.details?.[name] ?? "");
  const change = (row: AuditRow): Change => ({ at: instant(row.at), by: row.actorId, reason: text(row, "reason") });
  const [revoked] = await of("agreement.revoke");
  return {
    revocation: revoked === undefined ? null : change(revoked),
    extensions: (await of("agreement.extend")).map((row) => ({
      ...change(row),
      from: text(row, "from"),
      to: text(row, "to"),
    })),
    rotations: (await of("agreement.rotate")).map(change),
  };
};

const instant = (at: number): string => new Date(at).toISOString();

const changeText = ({ at, by, reason }: Change): string => `${at} by ${by ?? "the command line"}: ${reason}`;

const recipientText = ({ name, email }: { readonly name: string | null; readonly email: string | null }): string =>
  [name, email === null ? null : `<${email}>`].filter((part) => part !== null).join(" ");

/** Incidents with their sign. */
export const signed = (incidents: number): string => (incidents > 0 ? `+${incidents}` : String(incidents));

export const balanceText = (plan: SupportPlan): string =>
  plan.incidentsTotal === null
    ? "unlimited incidents"
    : `${plan.incidentsRemaining} of ${plan.incidentsTotal} incidents left`;
