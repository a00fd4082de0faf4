/** Computed fields of the queue and of teams; what this account may not see of a request is null (F41, F52, F69). */
import {
  type Account,
  firstResponseState,
  isOpen,
  isWorking,
  joinName,
  type Language,
  mayTake,
  onCallAt,
  type Routing,
  type Team,
  teamOf,
  turnOf,
} from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { type FieldReader, fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import { slugReaders } from "../../kernel/graphql/slug-arguments.js";
import { inForceReaders } from "../catalogue/module.js";
import { requestFilesLoader } from "../files/module.js";
import { accountLoader } from "../identity/module.js";
import { filesSeen, requestLoader } from "../requests/module.js";
import type { StaffMemberType } from "../teams/graphql.js";
import { routingOf, teamIdsOf } from "../teams/module.js";
import type { QueueItemType } from "./types/queue.type.js";
import type { QueueItem } from "./workspace-viewer.js";

export const memberOf = (account: Account): StaffMemberType => ({
  accountId: account.id,
  name: joinName(account),
});

export const membersOf = async (ids: readonly string[], { loaders }: RequestContext): Promise<StaffMemberType[]> => {
  const accounts = await Promise.all(ids.map((id) => loaders.of(accountLoader).load(id)));
  return accounts.flatMap((account) => (account === null ? [] : [memberOf(account)]));
};

type QueueReader<Answer> = FieldReader<QueueItem, never, Answer>;

/** From FACTS on. */
const fact =
  <Answer>(read: QueueReader<Answer>): QueueReader<Answer | null> =>
  (item, args, context) =>
    item.sight === "OUTLINE" ? null : read(item, args, context);

/** What people wrote. */
const content =
  <Answer>(read: QueueReader<Answer>): QueueReader<Answer | null> =>
  (item, args, context) =>
    item.sight === "CONTENT" ? read(item, args, context) : null;

const languageOf = async (
  { submitterId }: { submitterId: string },
  { loaders }: RequestContext,
): Promise<Language | null> => (await loaders.of(accountLoader).load(submitterId))?.profile?.language ?? null;

/** By the table as it is now, at the moment it was submitted. */
export const explainRouting = async (
  request: Pick<
    QueueItem,
    "productVersionId" | "country" | "timeZone" | "severity" | "support24x7" | "createdAt" | "submitterId"
  >,
  context: RequestContext,
): Promise<Routing> =>
  routingOf(context, request, (await languageOf(request, context)) ?? context.language, request.createdAt);

const ownerOf = async ({ engineerId }: QueueItem, context: RequestContext): Promise<StaffMemberType | null> =>
  engineerId === null ? null : ((await membersOf([engineerId], context))[0] ?? null);

const canTake = (item: QueueItem, context: RequestContext): boolean => {
  const account = accountOf(context);
  return isOpen(item) && item.engineerId === null && mayTake(account, item, teamIdsOf(context, account));
};

export const queueFields: readonly TypeFields[] = [
  fieldsOf<QueueItem, QueueItemType>("QueueItem", {
    requestId: ({ id }) => id,
    productVersion: ({ productVersionId }, _args, { catalogue }) => catalogue.subjectOf(productVersionId),
    team: ({ teamId }, _args, { teams }) => teamOf(teams, teamId),
    engineer: (item, _args, context) => ownerOf(item, context),
    isMine: ({ engineerId }, _args, context) => engineerId === accountOf(context).id,
    canTake: (item, _args, context) => canTake(item, context),
    number: fact(({ number }) => number),
    support24x7: fact(({ support24x7 }) => support24x7),
    status: fact(({ status }) => status),
    turn: fact((item) => turnOf(item)),
    firstResponse: fact((item, _args, { now }) => ({
      dueAt: item.firstResponseDueAt,
      state: firstResponseState({
        dueAt: item.firstResponseDueAt,
        nearBreachAt: item.nearBreachAt,
        respondedAt: item.firstRespondedAt,
        now,
      }),
    })),
    country: fact(({ country }) => country),
    timeZone: fact(({ timeZone }) => timeZone),
    language: fact((item, _args, context) => languageOf(item, context)),
    askedSeverity: fact(({ id }, _args, { loaders }) =>
      loaders
        .of(requestLoader)
        .load(id)
        .then((detail) => detail?.severityAsk?.severity ?? null),
    ),
    title: content(({ title }) => title),
    description: content(({ id }, _args, { loaders }) =>
      loaders
        .of(requestLoader)
        .load(id)
        .then((detail) => detail?.description ?? null),
    ),
    attachments: content(async ({ id }, _args, context) =>
      filesSeen(await context.loaders.of(requestFilesLoader).load(id), context),
    ),
    routing: fact((item, _args, context) => explainRouting(item, context)),
  }),
  fieldsOf<Team>("Team", {
    ...inForceReaders("TEAMS"),
    ...slugReaders("tem"),
    name: (team, _args, { language }) => (language === "ro" ? team.nameRo : team.name),
    isWorking: (team, _args, { now }) => isWorking(team, now),
    isMember: ({ memberIds }, _args, context) => memberIds.includes(accountOf(context).id),
    members: ({ memberIds }, _args, context) => membersOf(memberIds, context),
    onCall: (team, _args, context) => membersOf(onCallAt(team, context.now), context),
  }),
  fieldsOf<{ teamId: string }>("RoutingRowTried", {
    team: ({ teamId }, _args, { teams }) => teamOf(teams, teamId),
  }),
  fieldsOf<Routing>("RoutingExplanation", {
    team: ({ teamId }, _args, { teams }) => teamOf(teams, teamId),
    onCall: ({ onCallIds }, _args, context) => membersOf(onCallIds, context),
  }),
];
