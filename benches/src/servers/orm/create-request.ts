/** W3 through the entity manager: a transaction of its own, one after the other (the sqlite driver shares one connection). */
import { createHash, randomBytes } from "node:crypto";
import type { DataSource, EntityManager } from "typeorm";
import {
  IdempotencyEntity,
  LedgerEntity,
  OutboxEntity,
  PlanEntity,
  RegistrationEntity,
  RequestContactEntity,
  SupportRequestEntity,
  TimelineEntryEntity,
} from "./entities.js";
import type { ConfirmationType, CreateRequestInputType } from "./types.js";

let tail: Promise<unknown> = Promise.resolve();
const id = (prefix: string): string =>
  `${prefix}_01${Date.now().toString(32).padStart(10, "0")}${randomBytes(7).toString("hex")}`;

/** `isUsable` judges the plan by the product's rule. */
export const createRequest = (
  source: DataSource,
  accountId: string,
  input: CreateRequestInputType,
  isUsable: (plan: PlanEntity) => boolean,
): Promise<ConfirmationType> => {
  const unit = tail.then(() => source.transaction((manager) => write(manager, accountId, input, isUsable)));
  tail = unit.catch(() => undefined);
  return unit;
};

const write = async (
  manager: EntityManager,
  accountId: string,
  input: CreateRequestInputType,
  isUsable: (plan: PlanEntity) => boolean,
): Promise<ConfirmationType> => {
  const at = Date.now();
  const identity = { principalId: accountId, operation: "createRequest", key: input.idempotencyKey };
  const fingerprint = createHash("sha256").update(JSON.stringify(input)).digest("base64url");
  await manager.insert(IdempotencyEntity, { ...identity, fingerprint, reply: null, at });
  const registration = await manager
    .createQueryBuilder(RegistrationEntity, "r")
    .innerJoinAndSelect("r.plan", "p")
    .where("r.accountId = :accountId AND r.planId = :planId", { accountId, planId: input.planId })
    .getOne();
  if (registration === null || !isUsable(registration.plan)) throw new Error("the plan cannot be used");
  const consumed = await manager
    .createQueryBuilder()
    .update(PlanEntity)
    .set({ remaining: () => "remaining - 1" })
    .where(
      "id = :id AND (remaining IS NULL OR remaining >= 1) AND starts_at <= :at AND ends_at > :at AND revoked_at IS NULL",
      { id: input.planId, at },
    )
    .execute();
  if (consumed.affected !== 1) throw new Error("the plan is empty");
  const requestId = id("req");
  const number = `26${String(at).slice(-8)}${String(randomBytes(4).readUInt32BE() % 1_000_000).padStart(6, "0")}`;
  const { productVersionId, categoryId, problemId, title, description, severity, country, timeZone, planId } = input;
  await manager.insert(SupportRequestEntity, {
    id: requestId,
    number,
    title,
    description,
    searchText: `${number} ${title.toLowerCase()}`,
    productVersionId,
    categoryId,
    problemId,
    severity,
    support24x7: 0,
    country,
    timeZone,
    status: "NEW",
    isOpen: 1,
    planId,
    submitterId: accountId,
    createdAt: at,
    consumedAt: at,
    updatedAt: at,
    firstResponseDueAt: at + 8 * 3_600_000,
  });
  const { givenName, familyName, email } = input.primaryContact;
  await manager.insert(RequestContactEntity, {
    id: id("con"),
    requestId,
    role: "PRIMARY",
    accountId,
    givenName,
    familyName,
    email,
    preferredContactMethod: "EMAIL",
  });
  await manager.insert(TimelineEntryEntity, {
    id: id("evt"),
    requestId,
    kind: "SUBMITTED",
    actorId: accountId,
    isFromSupport: 0,
    isInternal: 0,
    at,
  });
  const last = await manager
    .createQueryBuilder(LedgerEntity, "l")
    .select("max(l.seq)", "seq")
    .where("l.planId = :planId", { planId })
    .getRawOne<{ seq: number }>();
  const incidentsRemaining = registration.plan.remaining === null ? null : registration.plan.remaining - 1;
  await manager.insert(LedgerEntity, {
    id: id("led"),
    planId,
    seq: (last?.seq ?? 0) + 1,
    kind: "CONSUME",
    incidents: -1,
    balanceAfter: incidentsRemaining,
    requestId,
    actorId: accountId,
    at,
  });
  await manager.insert(OutboxEntity, {
    id: id("msg"),
    dedupeKey: `confirmation:${requestId}`,
    kind: "confirmation",
    payload: JSON.stringify({ requestId }),
    availableAt: at,
    attempts: 0,
  });
  const confirmation = {
    requestId,
    number,
    title,
    firstResponseDueAt: new Date(at + 8 * 3_600_000),
    incidentsRemaining,
    primaryContactName: `${givenName} ${familyName}`,
  };
  await manager.update(IdempotencyEntity, identity, { reply: JSON.stringify(confirmation) });
  return confirmation;
};
