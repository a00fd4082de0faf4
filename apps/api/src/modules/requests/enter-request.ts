/** A request written outside the flow: one that support enters for a customer, the second part of one that was split (F52, F55), a question about no product (R99). */
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
import { planStore } from "../agreements/module.js";
import { accountStore } from "../identity/module.js";
import { requestNumbers } from "./draw-number.js";
import type { TimelineEntry } from "./storage/request.store.js";
import { requestStore } from "./storage/request-writes.js";
import { confirmByMail, numbered } from "./write-request.js";

export interface NewEntry {
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

/** Null when the incident could not be used: nothing is written then. */
export const enterRequest = async (
  context: RequestContext,
  tx: WriteStores,
  { id, request, teamId, isFromSupport, entries, contacts, holderId, at }: NewEntry,
): Promise<SupportRequest | null> => {
  const actorId = accountOf(context).id;
  const { planId } = request;
  if (planId !== null) {
    const use = { planId, accountId: holderId ?? "", requestId: id, actorId, now: at };
    if (holderId === null || (await tx.of(planStore).consume(use)) === null) return null;
  }
  const drawn: SupportRequest = {
    ...request,
    id,
    number: requestNumbers.draw(at),
    status: request.engineerId === null ? "NEW" : "ASSIGNED",
    closedReason: null,
    submitterId: actorId,
    createdAt: at,
    consumedAt: planId === null ? null : at,
    updatedAt: at,
    closedAt: null,
    ...deadlineOf(context, request, at),
    lastCommunicationAt: null,
  };
  const submitted = { ...entryOf(id, "SUBMITTED", actorId, at), isFromSupport };
  const assigned =
    request.engineerId === null
      ? []
      : [entryOf(id, "ASSIGNED", request.engineerId, at, await nameOf(tx, request.engineerId))];
  const written = await numbered(drawn, (row) =>
    tx
      .of(requestStore)
      .create({ ...row, teamId, packSetId: context.catalogue.all.packSetId }, contacts, [
        submitted,
        ...entries,
        ...assigned,
      ]),
  );
  confirmByMail(tx, id, contacts, at);
  await tx.of(auditStore).append({ actorId, action: "request.create", objectId: id, details: { planId }, at });
  return written;
};

const deadlineOf = (
  { catalogue }: RequestContext,
  request: NewEntry["request"],
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
