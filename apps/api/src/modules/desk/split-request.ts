/** Splitting a request: the engineer proposes, a contact decides, and only then a second incident is used (S1, S8, F55). */
import {
  accept,
  decideProposal,
  decideSplitAnswer,
  judgeEntitlement,
  type Refusal,
  type RequestContact,
  type Result,
  type SplitProposal,
} from "@accord/domain";
import { newId } from "../../kernel/db/index.js";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { idOf } from "../../kernel/graphql/ids.js";
import type { Outcome } from "../../kernel/graphql/payload.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { planStore } from "../agreements/module.js";
import {
  assertCustomer,
  type CommandName,
  type HeldRequest,
  openRequest,
  type RequestCommand,
  type RequestDetail,
  requestLoader,
  runRequestCommand,
  splitStore,
  tellRefusals,
} from "../requests/module.js";
import { actAsOwner } from "./act-as-owner.js";
import type { CreateSplitProposalInput, DecideSplitInput } from "./workspace.inputs.js";

interface Proposed {
  readonly request: RequestDetail | null;
  readonly proposal: SplitProposal | null;
}

/** @throws RequestError NOT_FOUND, FORBIDDEN for a contact, IDEMPOTENCY_KEY_REUSED */
export const createSplitProposal = async (
  context: RequestContext,
  input: CreateSplitProposalInput,
): Promise<Result<Proposed>> => {
  const done = await actAsOwner(
    context,
    { operation: "createSplitProposal", action: "request.proposeSplit" },
    input,
    (held) => propose(held, input),
  );
  if (!done.ok) return done;
  const proposals = await context.db.read.of(splitStore).ofRequests([input.requestId]);
  return accept({ request: done.value.request, proposal: proposals.at(-1) ?? null });
};

const propose = async (held: HeldRequest, input: CreateSplitProposalInput): Promise<Result<RequestCommand>> => {
  const { tx, request, account, at } = held;
  const decided = decideProposal(request, await tx.of(splitStore).ofRequests([request.id]), input);
  if (!decided.ok) return decided;
  const { title, description } = decided.value;
  const proposal: SplitProposal = {
    id: newId("spl", at),
    requestId: request.id,
    title,
    description,
    state: "PROPOSED",
    proposedBy: account.id,
    proposedAt: at,
    decidedBy: null,
    decidedAt: null,
    newRequestId: null,
  };
  const also = async (): Promise<void> => {
    if (!(await tx.of(splitStore).add(proposal))) throw new RequestError("UNAVAILABLE");
  };
  const entry = { kind: "SPLIT_PROPOSED", text: description, params: { name: title } } as const;
  return accept({ changes: {}, entries: [entry], details: { proposalId: proposal.id }, also });
};

interface Decided {
  readonly request: RequestDetail | null;
  readonly newRequest: RequestDetail | null;
}

/** @throws RequestError NOT_FOUND, FORBIDDEN for the engineer, IDEMPOTENCY_KEY_REUSED */
export const decideSplit = async (context: RequestContext, input: DecideSplitInput): Promise<Outcome<Decided>> => {
  const proposalId = idOf("spl", input.proposalId);
  const { requestId } = (await context.db.read.of(splitStore).byId(proposalId)) ?? {};
  if (requestId === undefined) throw new RequestError("NOT_FOUND");
  const name: CommandName = { operation: "decideSplit", action: "request.decideSplit" };
  const done = await runRequestCommand(context, name, { ...input, requestId }, (held) =>
    answer(context, held, proposalId, input.isAccepted),
  );
  if (!done.ok) return tellPlan(context, requestId, done.refusals);
  const { newRequestId = null } = (await context.db.read.of(splitStore).byId(proposalId)) ?? {};
  const newRequest = newRequestId === null ? null : await context.loaders.of(requestLoader).load(newRequestId);
  return accept({ request: done.value.request, newRequest });
};

const answer = async (
  context: RequestContext,
  held: HeldRequest,
  proposalId: string,
  isAccepted: boolean,
): Promise<Result<RequestCommand>> => {
  assertCustomer(held);
  const { tx, request, account, at } = held;
  const proposal = await tx.of(splitStore).byId(proposalId);
  if (proposal === null) throw new RequestError("NOT_FOUND");
  const decided = decideSplitAnswer(request, proposal, isAccepted);
  if (!decided.ok) return decided;
  const state = decided.value;
  const part = state === "ACCEPTED" ? await openPart(context, held, proposal) : null;
  if (part !== null && !part.ok) return part;
  const newRequestId = part?.value.id ?? null;
  const also = async (): Promise<void> => {
    if (!(await tx.of(splitStore).decide(proposalId, { state, accountId: account.id, at, newRequestId })))
      throw new RequestError("UNAVAILABLE");
  };
  const name = part?.value.number;
  const entry = { kind: "SPLIT_DECIDED", params: { reason: state, ...(name === undefined ? {} : { name }) } } as const;
  return accept({ changes: {}, entries: [entry], details: { proposalId, state, newRequestId }, also });
};

/** The second request: same people, product and place, an incident of its own off the same plan. */
const openPart = async (
  context: RequestContext,
  held: HeldRequest,
  { title, description }: SplitProposal,
): Promise<Result<{ readonly id: string; readonly number: string }>> => {
  const { tx, request, contacts, at } = held;
  const refused = await planRefusal(context, held);
  if (refused !== null) return { ok: false, refusals: [refused] };
  const id = newId("req", at);
  const written = await openRequest(context, tx, {
    id,
    request: { ...request, title, description },
    teamId: request.teamId,
    entries: [],
    contacts: contacts.map((one): RequestContact => ({ ...one, id: newId("con", at), requestId: id })),
    holderId: await holderOf(held),
    isFromSupport: true,
    at,
  });
  if (written !== null) return accept(written.request);
  // Somebody else took the last incident, or the plan was withdrawn, since it was judged: judge what is there now (E1).
  const again = await planRefusal(context, held);
  if (again === null) throw new RequestError("UNAVAILABLE");
  return { ok: false, refusals: [again] };
};

const planRefusal = async (
  { catalogue }: RequestContext,
  { tx, request, at }: HeldRequest,
): Promise<Refusal | null> => {
  const version = catalogue.versions.get(request.productVersionId);
  const plan = request.planId === null ? null : await tx.of(planStore).byId(request.planId);
  if (plan === null || version === undefined) return null;
  const [reason] = judgeEntitlement(plan, catalogue.needOf(version, at)).unavailableBecause;
  return reason === undefined
    ? null
    : { code: "PLAN_UNAVAILABLE", path: null, params: { reason: reason.code, number: reason.number } };
};

/** Who registered the plan: the contact who agrees, or who submitted the first request, or another contact. */
const holderOf = async ({ tx, request, account, contacts }: HeldRequest): Promise<string | null> => {
  if (request.planId === null) return null;
  const bound = contacts.flatMap(({ accountId }) => accountId ?? []);
  for (const id of new Set([account.id, request.submitterId, ...bound]))
    if (await tx.of(planStore).isRegistered(request.planId, id)) return id;
  return null;
};

/** The plan with its reasons, for a contact who registered it. */
const tellPlan = async (
  context: RequestContext,
  requestId: string,
  refusals: readonly Refusal[],
): Promise<Outcome<never>> => {
  const request = await context.loaders.of(requestLoader).load(requestId);
  if (request === null || request.planId === null) return { ok: false, refusals };
  const { planId, productVersionId, country } = request;
  return tellRefusals(context, { ok: false, refusals, planId, input: { productVersionId, country }, at: context.now });
};
