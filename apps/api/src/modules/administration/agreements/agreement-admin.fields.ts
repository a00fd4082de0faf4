/** Computed fields of agreements as staff manage them (F18, F56). */
import { type Account, daysLeftOf, isLinkValid, joinName, planStateAt } from "@accord/domain";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import {
  connectionOfList,
  connectionOfPage,
  type PageArguments,
  pageRequestOf,
  type RowConnection,
} from "../../../kernel/graphql/page.js";
import {
  activationLinkStore,
  type LedgerRow,
  ledgerStore,
  type ManagedPlan,
  managedPlanStore,
} from "../../agreements/module.js";
import { requestLoader } from "../../requests/module.js";
import { summaryOf } from "../summary-of.js";
import type {
  ActivationState,
  AgreementActivationType,
  AgreementHolderType,
  HolderRow,
  ManagedAgreementType,
  ManagedLedgerEntryType,
} from "../types/managed-agreement.type.js";

export const letterUrlOf = (planId: string): string => `/admin/letters/${planId}`;

const activationOf = async ({ id }: ManagedPlan, context: RequestContext): Promise<AgreementActivationType | null> => {
  const link = await context.db.read.of(activationLinkStore).latestOf(id);
  if (link === null) return null;
  const open: ActivationState = isLinkValid(link, context.now) ? "OPEN" : "ENDED";
  const state: ActivationState = link.usedAt === null ? open : "USED";
  return { ...link, state, usedBy: await summaryOf(link.usedBy, context) };
};

const holdersOf = async (
  { id }: ManagedPlan,
  page: PageArguments,
  { db }: RequestContext,
): Promise<RowConnection<HolderRow>> => {
  const holders = await db.read.of(managedPlanStore).holders(id);
  return connectionOfList(
    holders.map((holder) => ({ ...holder, id: holder.accountId })),
    page,
  );
};

const ledgerOf = async (
  plan: ManagedPlan,
  page: PageArguments,
  { db }: RequestContext,
): Promise<RowConnection<LedgerRow>> => {
  const rows = await db.read.of(ledgerStore).ofPlan(plan.id, pageRequestOf(page));
  return connectionOfPage(rows, page, () => db.read.of(ledgerStore).count(plan.id));
};

export const agreementAdminFields: readonly TypeFields[] = [
  fieldsOf<ManagedPlan, ManagedAgreementType>("ManagedAgreement", {
    planId: ({ id }) => id,
    state: (plan, _args, { now }) => planStateAt(plan, now),
    daysLeft: (plan, _args, { now }) => daysLeftOf(plan, now),
    activation: (plan, _args, context) => activationOf(plan, context),
    holders: (plan, page: PageArguments, context) => holdersOf(plan, page, context),
    usage: ({ id }, _args, { db }) => db.read.of(managedPlanStore).usage(id),
    letterUrl: ({ id }) => letterUrlOf(id),
    ledger: (plan: ManagedPlan, page: PageArguments, context: RequestContext) => ledgerOf(plan, page, context),
  }),
  fieldsOf<HolderRow, AgreementHolderType>("AgreementHolder", {
    account: ({ accountId }, _args, context) => summaryOf(accountId, context),
  }),
  fieldsOf<LedgerRow, ManagedLedgerEntryType>("ManagedLedgerEntry", {
    entryId: ({ id }) => id,
    actor: ({ actorId }, _args, context) => summaryOf(actorId, context),
    requestNumber: async ({ requestId }, _args, { loaders }) =>
      requestId === null ? null : ((await loaders.of(requestLoader).load(requestId))?.number ?? null),
  }),
  fieldsOf<Pick<Account, "id" | "givenName" | "familyName">>("AccountSummary", {
    accountId: ({ id }) => id,
    name: ({ givenName, familyName }) => joinName({ givenName, familyName }),
  }),
];
