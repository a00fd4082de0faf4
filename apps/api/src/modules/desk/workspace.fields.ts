/** Computed fields of the workspace, and what the owner engineer sees on a request (F41, F53-F55, F69). */
import {
  isOwnerEngineer,
  onCallAt,
  planStateAt,
  QUEUE_VIEWS,
  type SplitProposal,
  teamOf,
  teamsOf,
} from "@accord/domain";
import { instantOfId } from "../../kernel/db/ids.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import { connectionOfList, type PageArguments } from "../../kernel/graphql/page.js";
import { coverageSentence } from "../../kernel/text/sentences.js";
import { ledgerStore, planLoader } from "../agreements/module.js";
import { accountStore } from "../identity/module.js";
import type { RequestEntitlementType } from "../requests/graphql.js";
import { type RequestDetail, type RequestSource, requestLoader, splitStore } from "../requests/module.js";
import type { StaffMemberType } from "../teams/graphql.js";
import { countQueue } from "./list-queue.js";
import { explainRouting, memberOf } from "./queue.fields.js";
import type { CannedReply } from "./storage/canned-reply.table.js";
import { type StoredView, workspaceStore } from "./storage/workspace.store.js";
import type { CannedReplyType, QueueCountsType, SavedViewType, WorkspaceType } from "./types/workspace.type.js";
import type { WorkspaceSource } from "./workspace-viewer.js";

/** Everybody a request can be given to, by name. */
const listEngineers = async ({ db }: RequestContext): Promise<StaffMemberType[]> => {
  const lists = await Promise.all([
    db.read.of(accountStore).list({ role: "ENGINEER" }),
    db.read.of(accountStore).list({ role: "LEAD" }),
  ]);
  const members = new Map(lists.flat().map((account) => [account.id, memberOf(account)]));
  return [...members.values()].sort((a, b) => a.name.localeCompare(b.name));
};

const isOnCall = ({ id }: WorkspaceSource, { teams, now }: RequestContext): boolean =>
  teamsOf(teams, id).some((team) => onCallAt(team, now).includes(id));

/** Rows of a list come without their team. */
const asOwner = async <Answer>(
  { id }: { readonly id: string },
  context: RequestContext,
  read: (request: RequestDetail) => Answer | Promise<Answer>,
): Promise<Answer | null> => {
  const request = await context.loaders.of(requestLoader).load(id);
  return request !== null && isOwnerEngineer(accountOf(context), request) ? read(request) : null;
};

const entitlementOf = async (
  request: RequestDetail,
  context: RequestContext,
): Promise<RequestEntitlementType | null> => {
  const plan = request.planId === null ? null : await context.loaders.of(planLoader).load(request.planId);
  if (plan === null) return null;
  const { catalogue, language, now } = context;
  const version = catalogue.versions.get(request.productVersionId);
  const { id: planId, programme, endsOn, endsAt, incidentsTotal, incidentsRemaining } = plan;
  return {
    ...{ planId, programme, endsOn, endsAt, incidentsTotal, incidentsRemaining },
    state: planStateAt(plan, now),
    phase: version === undefined ? null : catalogue.phaseOf(version, now),
    scope: coverageSentence(language, programme),
    isCharged: request.consumedAt !== null && !(await context.db.read.of(ledgerStore).isGivenBack(request.id)),
  };
};

export const workspaceFields: readonly TypeFields[] = [
  fieldsOf<WorkspaceSource, WorkspaceType>("Workspace", {
    teams: (_workspace, _args, { teams }) => teams.teams,
    engineers: (_workspace, _args, context) => listEngineers(context),
    isOnCall: (account, _args, context) => isOnCall(account, context),
    savedViews: ({ id }, _args, { db }) => db.read.of(workspaceStore).views(id),
    cannedReplies: async ({ id }, page: PageArguments, { db }) =>
      connectionOfList(await db.read.of(workspaceStore).replies(id), page),
    counts: (account) => account,
  }),
  fieldsOf<WorkspaceSource, QueueCountsType>("QueueCounts", {
    mine: (_counts, _args, context) => countQueue(context, QUEUE_VIEWS.mine),
    myTurn: (_counts, _args, context) => countQueue(context, { owner: "MINE", turn: "SUPPORT" }),
    unassigned: (_counts, _args, context) => countQueue(context, QUEUE_VIEWS.unassigned),
    nearBreach: (_counts, _args, context) => countQueue(context, { firstResponse: ["NEAR_BREACH"] }),
    breached: (_counts, _args, context) => countQueue(context, { firstResponse: ["BREACHED"] }),
  }),
  fieldsOf<StoredView, SavedViewType>("SavedView", {
    createdAt: ({ id }) => instantOfId(id),
    updatedAt: ({ id, updatedAt }) => updatedAt ?? instantOfId(id),
    count: (view, _args, context) => countQueue(context, view.filter, view.search),
  }),
  fieldsOf<CannedReply, CannedReplyType>("CannedReply", {
    createdAt: ({ id }) => instantOfId(id),
    isShared: ({ accountId }) => accountId === null,
  }),
  fieldsOf<SplitProposal>("SplitProposal", {
    createdAt: ({ proposedAt }) => proposedAt,
    updatedAt: ({ proposedAt, decidedAt }) => decidedAt ?? proposedAt,
  }),
  fieldsOf<RequestSource>("SupportRequest", {
    splitProposals: ({ id }, _args, { db }) => db.read.of(splitStore).ofRequests([id]),
    entitlement: (request, _args, context) => asOwner(request, context, (detail) => entitlementOf(detail, context)),
    team: (request, _args, context) => asOwner(request, context, ({ teamId }) => teamOf(context.teams, teamId)),
    routing: (request, _args, context) => asOwner(request, context, (detail) => explainRouting(detail, context)),
  }),
];
