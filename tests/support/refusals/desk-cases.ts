import { splitStore } from "../../../apps/api/src/modules/requests/module.js";
import { type Arrange, but, type CasesOf, empty, tooLong } from "./cases.js";
import type { RefusalWorld } from "./world.js";

type More = Readonly<Record<string, unknown>>;

const mine =
  (more: More = {}): Arrange =>
  async (world) => {
    const by = await world.engineer();
    const { id } = await world.served(by);
    return { by, input: { requestId: id, ...more } };
  };
const mineClosed =
  (more: More = {}): Arrange =>
  async (world) => {
    const by = await world.engineer();
    const { id } = await world.closed(by);
    return { by, input: { requestId: id, ...more } };
  };
const ofColleague =
  (more: More = {}): Arrange =>
  async (world) => {
    const { id } = await world.served(await world.engineer());
    return { by: await world.engineer(), input: { requestId: id, ...more } };
  };

const lead = (world: RefusalWorld) => world.person({ roles: ["ENGINEER", "LEAD"] });

/** To somebody who can take it. */
const handing: Arrange = async (world) => {
  const asked = await mine({ note: "Yours." })(world);
  return { ...asked, input: { ...asked.input, toEngineerId: (await world.engineer()).accountId } };
};
const giving: Arrange = async (world) => {
  const { id } = await world.served(await world.engineer());
  return { by: await lead(world), input: { requestId: id, toEngineerId: (await world.engineer()).accountId } };
};
/** To whom it belongs already. */
const toItsOwner: Arrange = async (world) => {
  const asked = await mine({ note: "Mine." })(world);
  return { ...asked, input: { ...asked.input, toEngineerId: asked.by.accountId } };
};
const nobody = { toEngineerId: "nobody" };
const nowhere = { toEngineerId: null };

const PART = { title: "A part", description: "Of its own." };

/** A proposal that its contact has not answered. */
const proposed =
  (incidents = 10): Arrange =>
  async (world) => {
    const by = await world.person();
    const { planId } = await world.agreement([by], { incidents });
    const request = await world.request({}, by, planId);
    const engineer = await world.engineer();
    await world.change(request, { engineerId: engineer.accountId, status: "IN_PROGRESS" });
    const { proposal } = await world.did(
      engineer,
      "createSplitProposal",
      { requestId: request.id, ...PART },
      "proposal { id }",
    );
    return { by, input: { proposalId: proposal.id, isAccepted: true } };
  };

const view: Arrange = async (world) => ({ by: await world.engineer(), input: { name: "Mine" } });
const canned: Arrange = async (world) => ({
  by: await world.engineer(),
  input: { title: "Hello", text: "Good morning.", language: "EN" },
});

export const deskCases: CasesOf<
  | "takeRequest"
  | "handOverRequest"
  | "updateRequestAssignment"
  | "updateRequestStatus"
  | "updateRequestSeverity"
  | "refundIncident"
  | "createSplitProposal"
  | "decideSplit"
  | "saveView"
  | "saveCannedReply"
> = {
  takeRequest: {
    CHANGED_MEANWHILE: async (world) => ({ ...(await ofColleague()(world)), by: await lead(world) }),
    REQUEST_CLOSED: async (world) => {
      const { id } = await world.closed();
      return { by: await lead(world), input: { requestId: id } };
    },
  },
  handOverRequest: {
    INPUT_REQUIRED: empty(handing, "note"),
    INPUT_TOO_LONG: tooLong(handing, "note"),
    INPUT_INVALID: but(handing, nobody),
    CHANGED_MEANWHILE: toItsOwner,
    REQUEST_CLOSED: mineClosed({ note: "Yours.", ...nobody }),
    NOT_REQUEST_OWNER: ofColleague({ note: "Yours.", ...nobody }),
  },
  updateRequestAssignment: {
    INPUT_REQUIRED: but(giving, nowhere),
    INPUT_TOO_LONG: tooLong(giving, "note"),
    INPUT_INVALID: but(giving, nobody),
    CHANGED_MEANWHILE: async (world) => ({ ...(await toItsOwner(world)), by: await lead(world) }),
    REQUEST_CLOSED: async (world) => ({ ...(await mineClosed(nobody)(world)), by: await lead(world) }),
  },
  updateRequestStatus: {
    REQUEST_CLOSED: mineClosed({ status: "IN_PROGRESS" }),
    STATUS_CHANGE_NOT_ALLOWED: mine({ status: "NEW" }),
    NOT_REQUEST_OWNER: ofColleague({ status: "SOLVED" }),
  },
  updateRequestSeverity: {
    INPUT_TOO_LONG: tooLong(mine({ severity: "MINIMAL" }), "reason"),
    REQUEST_CLOSED: mineClosed({ severity: "MINIMAL" }),
    NOT_REQUEST_OWNER: ofColleague({ severity: "MINIMAL" }),
  },
  refundIncident: {
    NOT_REQUEST_OWNER: ofColleague({ reason: "DUPLICATE" }),
    // It came back already.
    REFUND_NOT_POSSIBLE: async (world) => {
      const asked = await mine({ reason: "DUPLICATE" })(world);
      await world.did(asked.by, "refundIncident", asked.input);
      return asked;
    },
  },
  createSplitProposal: {
    INPUT_REQUIRED: empty(mine(PART), "title"),
    INPUT_TOO_LONG: tooLong(mine(PART), "description"),
    CHANGED_MEANWHILE: async (world) => {
      const asked = await mine(PART)(world);
      await world.did(asked.by, "createSplitProposal", asked.input);
      return asked;
    },
    REQUEST_CLOSED: mineClosed(PART),
    NOT_REQUEST_OWNER: ofColleague(PART),
  },
  decideSplit: {
    CHANGED_MEANWHILE: async (world) => {
      const asked = await proposed()(world);
      await world.did(asked.by, "decideSplit", { ...asked.input, isAccepted: false });
      return asked;
    },
    PLAN_UNAVAILABLE: proposed(1),
    REQUEST_CLOSED: async (world) => {
      const asked = await proposed()(world);
      const split = await world.server.db.read.of(splitStore).byId(String(asked.input.proposalId));
      const closed = { status: "CLOSED", closedReason: "SOLVED", closedAt: world.server.clock.now() } as const;
      await world.change({ id: split?.requestId ?? "" }, closed);
      return asked;
    },
  },
  saveView: { INPUT_REQUIRED: empty(view, "name"), INPUT_TOO_LONG: tooLong(view, "name") },
  saveCannedReply: {
    INPUT_REQUIRED: empty(canned, "title"),
    INPUT_TOO_LONG: tooLong(canned, "text"),
    INPUT_INVALID: but(canned, { text: "Dear {{nobody.knows}}" }),
  },
};
