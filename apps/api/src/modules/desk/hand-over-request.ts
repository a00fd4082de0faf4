/** Giving a request to another engineer or team: by its owner with a note, or by a lead or administrator (F52). Customers are told nothing of it. */
import { accept, handOver, joinName, mayReassign, type Ownership, type Result, refuse, teamOf } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { isIdOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { accountStore } from "../identity/module.js";
import {
  type CommandEntry,
  type CommandName,
  type Done,
  type HeldRequest,
  type RequestCommand,
  requestStore,
  runRequestCommand,
} from "../requests/module.js";
import { actAsOwner, assertNoCustomer, isKnownTo } from "./act-as-owner.js";
import type { HandOverRequestInput } from "./workspace.inputs.js";

/** @throws RequestError NOT_FOUND, FORBIDDEN for a contact, IDEMPOTENCY_KEY_REUSED */
export const handOverRequest = (context: RequestContext, input: HandOverRequestInput): Promise<Result<Done>> =>
  actAsOwner(context, { operation: "handOverRequest", action: "request.handOver" }, input, (held) =>
    give(context, held, input, true),
  );

/** @throws RequestError NOT_FOUND, FORBIDDEN for who is neither lead nor administrator, IDEMPOTENCY_KEY_REUSED */
export const updateRequestAssignment = (
  context: RequestContext,
  input: HandOverRequestInput,
): Promise<Result<Done>> => {
  const maySee = (held: HeldRequest): boolean => isKnownTo(held) || mayReassign(held.account);
  const name: CommandName = { operation: "updateRequestAssignment", action: "request.reassign", maySee };
  return runRequestCommand(context, name, input, (held) => {
    assertNoCustomer(held);
    if (!mayReassign(held.account)) throw new RequestError("FORBIDDEN");
    return give(context, held, input, false);
  });
};

const give = async (
  context: RequestContext,
  held: HeldRequest,
  input: HandOverRequestInput,
  isNoteNeeded: boolean,
): Promise<Result<RequestCommand>> => {
  const { request, tx, at } = held;
  const engineerId = input.toEngineerId ?? null;
  const named = engineerId !== null && isIdOf("acc", engineerId) ? await tx.of(accountStore).byId(engineerId) : null;
  const decided = handOver({
    request,
    directory: context.teams,
    engineer: named,
    isEngineerNamed: engineerId !== null,
    teamId: input.toTeamId ?? null,
    note: input.note ?? null,
    isNoteNeeded,
  });
  if (!decided.ok) return decided;
  const ownership = decided.value;
  if (!ownership.isChange) return refuse("CHANGED_MEANWHILE");
  const to = named === null ? teamNameOf(context, ownership.teamId) : joinName(named);
  const handed: CommandEntry = { kind: "HANDED_OVER", text: input.note ?? null, params: { to } };
  const details = { engineerId: ownership.engineerId, teamId: ownership.teamId };
  if (ownership.status !== null) {
    const { status } = ownership;
    const entries: CommandEntry[] = [handed, { kind: "ASSIGNED", status, params: { name: to } }];
    return accept({ changes: { ...ownedBy(ownership), status }, entries, details });
  }
  // Support's own affair: nothing a customer sees moves, not even the time of the last change.
  const also = async (): Promise<void> => {
    await tx.of(requestStore).update(request.id, ownedBy(ownership));
    tx.publish({ topic: "request", id: request.id, entryId: null, isInternal: true });
  };
  return accept({ changes: null, entries: [handed], details: { ...details, at }, also });
};

const ownedBy = ({ engineerId, teamId }: Ownership): Pick<Ownership, "engineerId" | "teamId"> => ({
  engineerId,
  teamId,
});

const teamNameOf = ({ teams, language }: RequestContext, teamId: string | null): string => {
  const team = teamOf(teams, teamId);
  return (language === "ro" ? team?.nameRo : team?.name) ?? "";
};
