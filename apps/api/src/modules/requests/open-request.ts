/** Opening a request, whoever does it: a customer, support for a customer (F52), a contact who agrees to a split (F55), a question about no product (R99). Incident, request, contacts, timeline, audit, one confirmation mail to the primary contact (R80-R88; V2, V4). */
import {
  type EpochMs,
  type FirstResponseDeadline,
  firstResponseDeadline,
  type RequestContact,
  type SupportRequest,
} from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { CONFIRMATION_KIND, confirmationKey, outboxStore } from "../../kernel/jobs/outbox.store.js";
import { type Consumed, planStore } from "../agreements/module.js";
import { accountStore } from "../identity/module.js";
import { requestNumbers } from "./draw-number.js";
import type { TimelineEntry } from "./storage/request.store.js";
import { requestStore } from "./storage/request-writes.js";

export interface NewRequest {
  readonly id: string;
  readonly request: Pick<
    SupportRequest,
    | "title"
    | "description"
    | "productVersionId"
    | "categoryId"
    | "problemId"
    | "severity"
    | "support24x7"
    | "country"
    | "timeZone"
    | "planId"
    | "engineerId"
  >;
  readonly teamId: string | null;
  readonly isFromSupport: boolean;
  /** Further entries than its submission. */
  readonly entries: readonly TimelineEntry[];
  readonly contacts: readonly RequestContact[];
  /** An account that registered the plan; null without a plan. */
  readonly holderId: string | null;
  readonly at: EpochMs;
}

export interface OpenedRequest {
  readonly request: SupportRequest;
  /** Null: it is charged to no plan. */
  readonly consumed: Consumed | null;
  /** The entry that says it was submitted. */
  readonly submissionId: string;
}

/** Null when the incident could not be used: nothing is written then. @throws RequestError UNAVAILABLE where no number is free */
export const openRequest = async (
  context: RequestContext,
  tx: WriteStores,
  { id, request, teamId, isFromSupport, entries, contacts, holderId, at }: NewRequest,
): Promise<OpenedRequest | null> => {
  const actorId = accountOf(context).id;
  const { planId, engineerId } = request;
  const consumed = planId === null ? null : await consume(tx, { planId, holderId, requestId: id, actorId, now: at });
  if (planId !== null && consumed === null) return null;
  const submitted = { ...entryOf(id, "SUBMITTED", actorId, at), isFromSupport };
  const assigned = engineerId === null ? [] : [entryOf(id, "ASSIGNED", engineerId, at, await nameOf(tx, engineerId))];
  const timeline = [submitted, ...entries, ...assigned];
  const { packSetId } = context.catalogue.all;
  const opened = await numbered(rowOf(context, { id, request, at }), (row) =>
    tx.of(requestStore).create({ ...row, teamId, packSetId }, contacts, timeline),
  );
  confirmByMail(tx, id, contacts, at);
  await tx.of(auditStore).append({ actorId, action: "request.create", objectId: id, details: { planId }, at });
  return { request: opened, consumed, submissionId: submitted.id };
};

interface Use {
  readonly planId: string;
  readonly holderId: string | null;
  readonly requestId: string;
  readonly actorId: string;
  readonly now: EpochMs;
}

const consume = async (tx: WriteStores, { holderId, ...use }: Use): Promise<Consumed | null> =>
  holderId === null ? null : tx.of(planStore).consume({ ...use, accountId: holderId });

const rowOf = (
  context: RequestContext,
  { id, request, at }: Pick<NewRequest, "id" | "request" | "at">,
): SupportRequest => ({
  ...request,
  id,
  number: requestNumbers.draw(at),
  status: request.engineerId === null ? "NEW" : "ASSIGNED",
  closedReason: null,
  submitterId: accountOf(context).id,
  createdAt: at,
  consumedAt: request.planId === null ? null : at,
  updatedAt: at,
  closedAt: null,
  ...deadlineOf(context, request, at),
  lastCommunicationAt: null,
});

/** So many numbers in a row that are taken are no accident. */
const MOST_DRAWS = 8;

/** The request under the first number that is free. @throws RequestError UNAVAILABLE */
const numbered = async (
  drawn: SupportRequest,
  create: (request: SupportRequest) => Promise<boolean>,
): Promise<SupportRequest> => {
  for (let draw = 1, request = drawn; draw <= MOST_DRAWS; draw += 1) {
    if (await create(request)) return request;
    request = { ...request, number: requestNumbers.draw(request.createdAt) };
  }
  throw new RequestError("UNAVAILABLE");
};

/** Exactly one message, to the primary contact alone (R87); it holds ids, the text is made when it is sent. */
const confirmByMail = (tx: WriteStores, requestId: string, contacts: readonly RequestContact[], at: EpochMs): void => {
  const primary = contacts.find((contact) => contact.role === "PRIMARY");
  if (primary === undefined) throw new Error("a request without a primary contact");
  tx.of(outboxStore).post({
    dedupeKey: confirmationKey(requestId),
    kind: CONFIRMATION_KIND,
    payload: { requestId, contactId: primary.id },
    at,
  });
};

const deadlineOf = (
  { catalogue }: RequestContext,
  request: NewRequest["request"],
  createdAt: EpochMs,
): FirstResponseDeadline => {
  const country = catalogue.countries.get(request.country);
  if (country === undefined) throw new Error("a request was accepted for an unknown country");
  return firstResponseDeadline({ ...request, country, region: catalogue.regionOf(country), createdAt });
};

const nameOf = async (tx: WriteStores, accountId: string): Promise<string> => {
  const account = await tx.of(accountStore).byId(accountId);
  return `${account?.givenName ?? ""} ${account?.familyName ?? ""}`.trim();
};

const entryOf = (
  requestId: string,
  kind: "SUBMITTED" | "ASSIGNED",
  actorId: string,
  at: EpochMs,
  name?: string,
): TimelineEntry => ({
  id: newId("evt", at),
  requestId,
  kind,
  actorId,
  isFromSupport: true,
  isInternal: false,
  text: null,
  status: kind === "SUBMITTED" ? "NEW" : "ASSIGNED",
  at,
  ...(name === undefined ? {} : { params: { name } }),
});
