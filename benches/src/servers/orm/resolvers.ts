/** The four workloads as type-graphql resolvers over QueryBuilder and getMany. */
import { judgeEntitlement, type RequestStatus, turnOf } from "@accord/domain";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { DataSource } from "typeorm";
import type { MemoryCatalogue } from "../catalogue.js";
import { needOf, planOf, replyOf } from "../plans.js";
import { versionReply } from "../requests.js";
import { createRequest } from "./create-request.js";
import {
  type PlanEntity,
  RegistrationEntity,
  type RequestContactEntity,
  SupportRequestEntity,
  TimelineEntryEntity,
} from "./entities.js";
import {
  AvailablePlanType,
  CreatePayloadType,
  CreateRequestInputType,
  RequestByType,
  RequestConnectionType,
  RequestType,
  TimelineConnectionType,
  UnavailablePlanType,
} from "./types.js";

export interface OrmContext {
  readonly source: DataSource;
  readonly catalogue: MemoryCatalogue;
  readonly viewer: { readonly id: string; readonly email: string };
  /** Both root fields of W1 ask for the same plans. */
  plans?: ReturnType<typeof judgePlans>;
}

const domainPlan = (catalogue: MemoryCatalogue, plan: PlanEntity) =>
  planOf(catalogue, {
    id: plan.id,
    programme_id: plan.programmeId,
    starts_on: plan.startsOn,
    ends_on: plan.endsOn,
    time_zone: plan.timeZone,
    starts_at: plan.startsAt,
    ends_at: plan.endsAt,
    revoked_at: plan.revokedAt,
    granted: plan.granted,
    remaining: plan.remaining,
  });

const judgePlans = async ({ source, catalogue, viewer }: OrmContext, versionId: string) => {
  const now = Date.now();
  const registrations = await source
    .getRepository(RegistrationEntity)
    .createQueryBuilder("r")
    .innerJoinAndSelect("r.plan", "p")
    .where("r.accountId = :id", { id: viewer.id })
    .orderBy("p.endsAt")
    .getMany();
  const need = needOf(catalogue, versionId, now);
  return replyOf(
    registrations.map(({ plan }) => judgeEntitlement(domainPlan(catalogue, plan), need)),
    now,
  );
};

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));
const nameOf = (account: { givenName: string; familyName: string } | null): string | null =>
  account && `${account.givenName} ${account.familyName}`;

const requestReply = (
  { catalogue, viewer }: OrmContext,
  request: SupportRequestEntity,
  contacts: readonly RequestContactEntity[],
): Omit<RequestType, "primaryContact"> & { primaryContact: RequestContactEntity | undefined } => {
  const productVersion = versionReply(catalogue, request.productVersionId);
  const family = catalogue.products.get(productVersion.product.id)?.family ?? "";
  const category = catalogue.categories.get(`${family}/${request.categoryId}`);
  const problem = catalogue.problems.get(`${family}/${request.categoryId}/${request.problemId}`);
  const programme = catalogue.programmes.get(request.plan?.programmeId ?? "");
  const engineer = nameOf(request.engineer);
  return {
    id: request.id,
    number: request.number,
    title: request.title,
    description: request.description,
    status: request.status,
    closedReason: request.closedReason,
    turn: turnOf({ status: request.status as RequestStatus }),
    severity: request.severity,
    support24x7: request.support24x7 === 1,
    productVersion,
    category: { id: category?.id ?? "", name: category?.name ?? "" },
    problem: { id: problem?.id ?? "", name: problem?.name ?? "" },
    country: request.country,
    timeZone: request.timeZone,
    createdAt: new Date(request.createdAt),
    updatedAt: new Date(request.updatedAt),
    closedAt: dateOf(request.closedAt),
    firstResponseDueAt: new Date(request.firstResponseDueAt),
    lastCommunicationAt: dateOf(request.lastCommunicationAt),
    engineer: engineer === null ? null : { name: engineer },
    programme: programme ?? null,
    planEndsOn: request.plan?.endsOn ?? null,
    planIncidentsRemaining: request.plan?.remaining ?? null,
    primaryContact: contacts.find((contact) => contact.role === "PRIMARY"),
    additionalContacts: contacts.filter((contact) => contact.role === "ADDITIONAL"),
    viewerRole:
      contacts.find((contact) => contact.accountId === viewer.id || contact.email === viewer.email)?.role ?? null,
  };
};

@Resolver(() => RequestType)
export class WorkloadResolver {
  @Query(() => [AvailablePlanType])
  async availablePlans(@Arg("productVersionId", () => ID) versionId: string, @Ctx() context: OrmContext) {
    context.plans ??= judgePlans(context, versionId);
    return (await context.plans).availablePlans;
  }

  @Query(() => [UnavailablePlanType])
  async unavailablePlans(@Arg("productVersionId", () => ID) versionId: string, @Ctx() context: OrmContext) {
    context.plans ??= judgePlans(context, versionId);
    return (await context.plans).unavailablePlans;
  }

  @Query(() => RequestConnectionType)
  async myRequests(
    @Ctx() context: OrmContext,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
  ) {
    const rows = await context.source
      .getRepository(SupportRequestEntity)
      .createQueryBuilder("q")
      .innerJoin("q.contacts", "own", "own.removedAt IS NULL AND own.accountId = :id", { id: context.viewer.id })
      .innerJoinAndSelect("q.contacts", "c", "c.role = 'PRIMARY' AND c.removedAt IS NULL")
      .leftJoinAndSelect("q.plan", "p")
      .leftJoinAndSelect("q.engineer", "e")
      .where("q.id < :after", { after: after ?? "req_~" })
      .orderBy("q.id", "DESC")
      .limit(first + 1)
      .getMany();
    const shown = rows.slice(0, first);
    return {
      nodes: shown.map((row) => requestReply(context, row, row.contacts)),
      pageInfo: { hasNextPage: rows.length > first, endCursor: shown.at(-1)?.id ?? null },
    };
  }

  @Query(() => RequestType, { nullable: true })
  async request(@Arg("by", () => RequestByType) { id }: RequestByType, @Ctx() context: OrmContext) {
    const row = await context.source
      .getRepository(SupportRequestEntity)
      .createQueryBuilder("q")
      .leftJoinAndSelect("q.contacts", "c", "c.removedAt IS NULL")
      .leftJoinAndSelect("q.plan", "p")
      .leftJoinAndSelect("q.engineer", "e")
      .where("q.id = :id", { id })
      .getOne();
    const isContact = row?.contacts.some(
      (contact) => contact.accountId === context.viewer.id || contact.email === context.viewer.email,
    );
    return row === null || isContact !== true ? null : requestReply(context, row, row.contacts);
  }

  @FieldResolver(() => TimelineConnectionType)
  async timeline(
    @Root() request: RequestType,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Ctx() { source }: OrmContext,
  ) {
    const rows = await source
      .getRepository(TimelineEntryEntity)
      .createQueryBuilder("t")
      .leftJoinAndSelect("t.actor", "a")
      .where("t.requestId = :id AND t.isInternal = 0", { id: request.id })
      .orderBy("t.id", "DESC")
      .limit(first + 1)
      .getMany();
    const shown = rows.slice(0, first);
    const nodes = shown.map((row) => ({
      ...row,
      createdAt: new Date(row.at),
      actor: { name: nameOf(row.actor) },
      isFromSupport: row.isFromSupport === 1,
    }));
    return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: shown.at(-1)?.id ?? null } };
  }

  @Mutation(() => CreatePayloadType)
  async createRequest(
    @Arg("input", () => CreateRequestInputType) input: CreateRequestInputType,
    @Ctx() { source, catalogue, viewer }: OrmContext,
  ) {
    const need = needOf(catalogue, input.productVersionId, Date.now());
    const isUsable = (plan: PlanEntity): boolean =>
      judgeEntitlement(domainPlan(catalogue, plan), need).unavailableBecause.length === 0;
    return { confirmation: await createRequest(source, viewer.id, input, isUsable), userErrors: [] };
  }
}
