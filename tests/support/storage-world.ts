/** A small world for storage tests and load: accounts, a catalogue with two programmes, plans and requests. */
import type { Programme, RequestContact, SupportPlan, SupportRequest } from "@accord/domain";
import { auditStore } from "../../apps/api/src/kernel/audit/audit.store.js";
import { type Database, newId, type WriteStores } from "../../apps/api/src/kernel/db/index.js";
import { idempotencyStore } from "../../apps/api/src/kernel/graphql/idempotency.store.js";
import { outboxStore } from "../../apps/api/src/kernel/jobs/outbox.store.js";
import { type NewPlan, planStore } from "../../apps/api/src/modules/agreements/module.js";
import { accountStore } from "../../apps/api/src/modules/identity/module.js";
import { requestStore, type TimelineEntry } from "../../apps/api/src/modules/requests/module.js";

export const NOW = Date.UTC(2026, 10, 23, 8, 30);
export const DAY = 86_400_000;

const programme = (id: string, incidents: number | null): Programme => ({
  id,
  name: id,
  nameRo: id,
  origin: "AGREEMENT",
  incidents,
  term: { years: 1, extraDays: 0 },
  deliveries: ["ON_PREMISES"],
  phases: ["MAINSTREAM"],
  phaseOverrides: [],
  excludedFamilies: [],
  versionRule: "ANY",
  accountKinds: ["PERSONAL", "WORK", "PARTNER"],
  retiredOn: null,
  isNonProductionOnly: false,
  showsOthersUsage: false,
});

export const CATALOGUE = {
  products: [],
  versions: [],
  topics: [],
  portals: [],
  regions: [],
  countries: [],
  severities: [],
  programmes: [programme("standard", 20), programme("unlimited", null)],
};

let made = 0;

/** A new account; its address is `<name>@example.com`, proven unless told otherwise. */
export const makeAccount = async (database: Database, name: string, isEmailProven = true): Promise<string> => {
  const { account } = await database.transaction("test.account", (tx) =>
    tx.of(accountStore).upsertFromIdentity(
      {
        issuer: "https://id.example",
        subject: `${name}-${made++}`,
        kind: "WORK",
        isGuest: false,
        email: `${name}@example.com`,
        isEmailProven,
        givenName: name,
        familyName: "Popescu",
        isNameStated: true,
      },
      NOW,
    ),
  );
  return account.id;
};

/** A plan for tests: 1 January to 31 December 2026, UTC. */
export const aPlan = (changes: Partial<NewPlan> = {}): NewPlan => {
  made += 1;
  return {
    id: newId("pln", NOW),
    programmeId: "standard",
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
    timeZone: "UTC",
    startsAt: Date.UTC(2026, 0, 1),
    endsAt: Date.UTC(2027, 0, 1),
    incidents: 20,
    pair: { accessId: `ACC${made}0098`, agreementId: `91000${made}4417` },
    purchaserId: null,
    paymentId: null,
    actorId: null,
    at: NOW,
    ...changes,
  };
};

/** Issues a plan and registers it for `holders`. */
export const makePlan = async (
  database: Database,
  holders: readonly string[],
  changes: Partial<NewPlan> = {},
): Promise<string> => {
  const plan = aPlan(changes);
  await database.transaction("test.plan", async (tx) => {
    await tx.of(planStore).issue(plan);
    for (const holder of holders) await tx.of(planStore).register(plan.id, holder, NOW);
  });
  return plan.id;
};

export const aRequest = (changes: Partial<SupportRequest> & Pick<SupportRequest, "submitterId">): SupportRequest => {
  const createdAt = changes.createdAt ?? NOW;
  made += 1;
  return {
    id: newId("req", createdAt),
    number: `2611${String(made).padStart(12, "0")}`,
    title: "Replication fails",
    description: "Since yesterday.",
    productVersionId: "windows-server-2025",
    categoryId: "active-directory",
    problemId: "replication-failure",
    severity: "MODERATE",
    support24x7: false,
    country: "RO",
    timeZone: "Europe/Bucharest",
    status: "NEW",
    closedReason: null,
    planId: null,
    engineerId: null,
    createdAt,
    consumedAt: null,
    updatedAt: createdAt,
    closedAt: null,
    firstResponseDueAt: createdAt + DAY,
    nearBreachAt: createdAt + DAY / 2,
    lastCommunicationAt: null,
    ...changes,
  };
};

export const aContact = (request: SupportRequest, changes: Partial<RequestContact> = {}): RequestContact => ({
  id: newId("con", request.createdAt),
  requestId: request.id,
  role: "PRIMARY",
  accountId: null,
  givenName: "Ana",
  familyName: "Ionescu",
  email: "ana@example.com",
  phone: null,
  preferredContactMethod: "EMAIL",
  removedAt: null,
  ...changes,
});

export const anEvent = (request: SupportRequest, changes: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: newId("evt", changes.at ?? request.createdAt),
  requestId: request.id,
  kind: "SUBMITTED",
  actorId: request.submitterId,
  isFromSupport: false,
  isInternal: false,
  text: null,
  status: "NEW",
  at: request.createdAt,
  ...changes,
});

/** What createRequest writes; rolled back with null when the plan cannot be used. */
export const submit = async (
  tx: WriteStores,
  planId: SupportPlan["id"],
  accountId: string,
  key: string,
  now = NOW,
): Promise<string | null> => {
  const claim = { principalId: accountId, operation: "createRequest", key, fingerprint: "f", at: now };
  const outcome = await tx.of(idempotencyStore).claim(claim);
  if (outcome.outcome === "STORED") return outcome.reply as string;
  if (outcome.outcome === "CONFLICT") throw new Error("IDEMPOTENCY_KEY_REUSED");
  const request = aRequest({ submitterId: accountId, planId, createdAt: now, consumedAt: now });
  if (!(await tx.of(planStore).consume({ planId, accountId, requestId: request.id, actorId: accountId, now })))
    return tx.abort(null);
  const contact = aContact(request, { accountId });
  await tx.of(requestStore).create(request, [contact], [anEvent(request)]);
  await tx.of(outboxStore).add({
    dedupeKey: `request.confirmation:${request.id}`,
    kind: "request.confirmation",
    payload: { requestId: request.id, contactId: contact.id },
    at: now,
  });
  await tx.of(auditStore).append({
    actorId: accountId,
    action: "request.create",
    objectId: request.id,
    details: { planId },
    at: now,
  });
  await tx.of(idempotencyStore).store(claim, request.id);
  return request.id;
};
