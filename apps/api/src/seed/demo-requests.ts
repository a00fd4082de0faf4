/** Support requests of the demo world: contacts bound to accounts, timeline, consumed and refunded incidents, due times computed after the shift. */
import {
  type ClosedReason,
  DAY,
  EMPTY_DRAFT,
  type EpochMs,
  type FirstResponseDeadline,
  firstResponseDeadline,
  type RequestContact,
  type RequestStatus,
  type SupportRequest,
} from "@accord/domain";
import { newId, type WriteStores } from "../kernel/db/index.js";
import { CONFIRMATION_KIND, confirmationKey, outboxStore } from "../kernel/jobs/outbox.store.js";
import { planStore } from "../modules/agreements/module.js";
import type { CatalogueContent } from "../modules/catalogue/module.js";
import { draftStore } from "../modules/drafts/module.js";
import { type DemoEvent, type DemoRequest, SEVERITY } from "../modules/packs/module.js";
import { requestStore, type TimelineEntry } from "../modules/requests/module.js";
import { accountOf, type DemoPlans, type DemoSetting } from "./demo-plans.js";

type State = Exclude<DemoRequest["state"], "draft">;
const STATUS: Record<State, RequestStatus> = {
  submitted: "NEW",
  assigned: "ASSIGNED",
  "in-progress": "IN_PROGRESS",
  "waiting-customer": "WAITING_FOR_CUSTOMER",
  resolved: "SOLVED",
  closed: "CLOSED",
  reopened: "IN_PROGRESS",
  cancelled: "CLOSED",
};
const CLOSED_REASON: Partial<Record<State, ClosedReason>> = { closed: "SOLVED", cancelled: "CANCELLED" };
const DRAFT_DAYS = 30;

export interface RequestSetting extends DemoSetting {
  readonly plans: DemoPlans;
  readonly catalogue: CatalogueContent;
  readonly now: EpochMs;
}

/** Oldest first, so that ids and ledger entries stand in the order of time. */
export const seedRequests = async (tx: WriteStores, setting: RequestSetting): Promise<void> => {
  const submitted = setting.world.requests.filter((request) => request.state !== "draft");
  submitted.sort((a, b) => ((a.createdAt ?? "") < (b.createdAt ?? "") ? -1 : 1));
  for (const request of submitted) await seedRequest(tx, request, setting);
  for (const draft of setting.world.requests.filter((request) => request.state === "draft"))
    await seedDraft(tx, draft, setting);
};

const seedRequest = async (tx: WriteStores, data: DemoRequest, setting: RequestSetting): Promise<void> => {
  const request = toRequest(data, setting);
  const contacts = contactsOf(data, request, setting);
  const events = data.timeline.flatMap((event) => toEntry(event, request.id, setting) ?? []);
  if (!(await tx.of(requestStore).create(request, contacts, events))) throw new Error(`${data.id} has a number twice`);
  const answer = events.find((event) => event.kind === "REPLY" && event.isFromSupport);
  if (answer !== undefined) await tx.of(requestStore).update(request.id, { firstRespondedAt: answer.at });
  const [primary] = contacts;
  if (primary === undefined) throw new Error(`${data.id} has no primary contact`);
  const confirmation = { requestId: request.id, contactId: primary.id };
  await tx.of(outboxStore).add({
    dedupeKey: confirmationKey(request.id),
    kind: CONFIRMATION_KIND,
    payload: confirmation,
    at: request.createdAt,
  });
  if (request.planId === null) return;
  const use = { planId: request.planId, requestId: request.id, actorId: request.submitterId };
  const consumed = await tx.of(planStore).consume({ ...use, accountId: request.submitterId, now: request.createdAt });
  if (consumed === null) throw new Error(`${data.id} cannot consume an incident`);
  if (data.state !== "cancelled") return;
  const refund = { ...use, reason: "CANCELLED_BEFORE_ASSIGNMENT", now: request.updatedAt, isExpiredAtOnce: false };
  if (!(await tx.of(planStore).refund(refund))) throw new Error(`${data.id} cannot give its incident back`);
};

const toRequest = (data: DemoRequest, setting: RequestSetting): SupportRequest => {
  if (data.state === "draft" || data.createdAt === null || data.number === null || data.severity === null)
    throw new Error(`${data.id} is no request`);
  const { dates, accounts, plans } = setting;
  const createdAt = dates.instant(data.createdAt);
  const severity = SEVERITY[data.severity];
  const support24x7 = data.support24x7 ?? false;
  const lastEventAt = Math.max(createdAt, ...data.timeline.map((event) => dates.instant(event.at)));
  const replies = data.timeline.filter((event) => event.kind === "reply").map((event) => dates.instant(event.at));
  const status = STATUS[data.state];
  return {
    id: newId("req", createdAt),
    number: data.number,
    title: data.title,
    description: data.description,
    productVersionId: data.version,
    categoryId: data.category,
    problemId: data.problem,
    severity,
    support24x7,
    country: data.country,
    timeZone: data.timeZone,
    status,
    closedReason: CLOSED_REASON[data.state] ?? null,
    planId: data.agreement === null ? null : (plans.get(data.agreement) ?? null),
    submitterId: accountOf(accounts, data.createdBy),
    engineerId: data.owner === null ? null : accountOf(accounts, data.owner),
    createdAt,
    consumedAt: data.agreement === null ? null : createdAt,
    updatedAt: lastEventAt,
    closedAt: status === "CLOSED" ? lastEventAt : null,
    ...deadlineOf(data, { severity, support24x7, createdAt }, setting),
    lastCommunicationAt: replies.length === 0 ? null : Math.max(...replies),
  };
};

const deadlineOf = (
  data: DemoRequest,
  facts: Pick<SupportRequest, "severity" | "support24x7" | "createdAt">,
  { catalogue }: RequestSetting,
): FirstResponseDeadline => {
  const country = catalogue.countries.find((each) => each.code === data.country);
  const region = catalogue.regions.find((each) => each.id === country?.regionId);
  if (country === undefined || region === undefined) throw new Error(`${data.id}: no country ${data.country}`);
  return firstResponseDeadline({ ...facts, country, region, timeZone: data.timeZone });
};

const contactsOf = (data: DemoRequest, request: SupportRequest, { accounts }: RequestSetting): RequestContact[] => {
  const keys = data.primaryContact === null ? [] : [data.primaryContact, ...data.additionalContacts];
  return keys.map((key, place) => {
    const account = accounts.get(key);
    if (account === undefined) throw new Error(`${data.id}: no account ${key}`);
    return {
      id: newId("con", request.createdAt),
      requestId: request.id,
      role: place === 0 ? "PRIMARY" : "ADDITIONAL",
      accountId: account.id,
      givenName: account.givenName,
      familyName: account.familyName,
      email: account.email,
      phone: null,
      preferredContactMethod: "EMAIL",
      removedAt: null,
    };
  });
};

/** A line of the timeline; null for what is kept elsewhere (mail, payments). */
const toEntry = (
  event: DemoEvent,
  requestId: string,
  { world, dates, accounts }: RequestSetting,
): TimelineEntry | null => {
  const facts = factsOf(event);
  if (facts === null) return null;
  const at = dates.instant(event.at);
  const actor = accounts.get(event.by);
  const isFromSupport = !world.users.some((person) => person.id === event.by && person.role === "customer");
  const common = { id: newId("evt", at), requestId, actorId: actor?.id ?? null, isFromSupport, isInternal: false, at };
  return { ...common, text: event.text ?? null, ...facts };
};

const factsOf = (event: DemoEvent): Pick<TimelineEntry, "kind" | "status" | "params"> | null => {
  if (event.kind === "submitted") return { kind: "SUBMITTED", status: "NEW" };
  if (event.kind === "assigned") return { kind: "ASSIGNED", status: "ASSIGNED" };
  if (event.kind === "reply") return { kind: "REPLY", status: null };
  if (event.kind === "attachment" && event.name !== undefined)
    return { kind: "ATTACHMENT_ADDED", status: null, params: { name: event.name } };
  if (event.kind !== "state" || !isState(event.to)) return null;
  if (event.to === "reopened") return { kind: "REOPENED", status: "IN_PROGRESS" };
  const status = STATUS[event.to];
  const reason = CLOSED_REASON[event.to];
  if (status !== "CLOSED") return { kind: "STATUS_CHANGED", status };
  return { kind: "CLOSED", status, ...(reason === undefined ? {} : { params: { reason } }) };
};

const isState = (text: string | undefined): text is State => text !== undefined && Object.hasOwn(STATUS, text);

const seedDraft = async (
  tx: WriteStores,
  data: DemoRequest,
  { accounts, catalogue, now }: RequestSetting,
): Promise<void> => {
  const version = catalogue.versions.find((each) => each.id === data.version);
  const createdAt = now - DAY;
  const content = {
    ...EMPTY_DRAFT,
    productId: version?.productId ?? null,
    productVersionId: data.version,
    categoryId: data.category,
    problemId: data.problem,
    title: data.title,
    description: data.description,
    answers: data.answers === undefined ? [] : [data.answers],
    country: data.country,
    timeZone: data.timeZone,
    completedSteps: ["PROBLEM"] as const,
  };
  const draft = { id: newId("drf", createdAt), accountId: accountOf(accounts, data.createdBy), content, revision: 1 };
  await tx
    .of(draftStore)
    .save({ ...draft, createdAt, updatedAt: createdAt, expiresAt: createdAt + DRAFT_DAYS * DAY }, null);
};
