/** A fault at every step of every command: a coded answer, everything adds up, and the command repeated does its work once (C-4). */
import { expect, it } from "vitest";
import { requestStore } from "../../apps/api/src/modules/requests/module.js";
import { describeOnBothDatabases } from "../support/databases.js";
import { FAULTS, type Fault, type FaultyDatabase, makeFaulty } from "../support/faulty-database.js";
import { makeAgreement, openRequest, requestInput } from "../support/test-agreements.js";
import { type Answer, createTestApi, errorCodes, type Person, type TestApi } from "../support/test-api.js";
import { rowTo, setTeams, teamWith } from "../support/test-teams.js";

interface Command {
  readonly who: Person;
  readonly field: string;
  readonly input: object;
}

interface Stage {
  readonly api: TestApi;
  readonly customer: Person;
  readonly engineer: Person;
  readonly planId: string;
  /** A new request of the customer's. */
  readonly open: () => Promise<string>;
  /** One that the engineer has taken. */
  readonly taken: () => Promise<string>;
}

const somebody = { givenName: "Dan", familyName: "Pop", email: "dan.pop@carpatia.example" };
let keys = 0;
const key = (): { idempotencyKey: string } => {
  keys += 1;
  return { idempotencyKey: `fault-${keys}` };
};

/** A command ready to be given, on things of its own. */
const COMMANDS: Readonly<Record<string, (stage: Stage) => Promise<Omit<Command, "field">>>> = {
  addAgreement: async ({ api, customer }) => {
    const { accessId, agreementId } = await makeAgreement(api);
    return { who: customer, input: { accessId, agreementId, ...key() } };
  },
  removeAgreement: async ({ api, customer }) => {
    const { planId } = await makeAgreement(api, [customer]);
    return { who: customer, input: { planId } };
  },
  createRequest: async ({ customer, planId }) => ({ who: customer, input: requestInput(customer, planId, key()) }),
  saveDraft: async ({ customer }) => ({ who: customer, input: { content: { title: "Half" } } }),
  shareRequest: async ({ customer, open }) => ({
    who: customer,
    input: { requestId: await open(), contacts: [{ ...somebody, sendInvitation: true }], ...key() },
  }),
  addCommunication: async ({ customer, open }) => ({
    who: customer,
    input: { requestId: await open(), text: "Still locked.", ...key() },
  }),
  closeRequest: async ({ customer, taken }) => ({ who: customer, input: { requestId: await taken(), ...key() } }),
  cancelRequest: async ({ customer, open }) => ({ who: customer, input: { requestId: await open(), ...key() } }),
  createSeverityAsk: async ({ customer, taken }) => ({
    who: customer,
    input: { requestId: await taken(), severity: "CRITICAL", reason: "Nobody can work.", ...key() },
  }),
  takeRequest: async ({ engineer, open }) => ({ who: engineer, input: { requestId: await open(), ...key() } }),
  updateRequestStatus: async ({ engineer, taken }) => ({
    who: engineer,
    input: { requestId: await taken(), status: "WAITING_FOR_CUSTOMER", ...key() },
  }),
  updateRequestSeverity: async ({ engineer, taken }) => ({
    who: engineer,
    input: { requestId: await taken(), severity: "MINIMAL", reason: "One person.", ...key() },
  }),
  refundIncident: async ({ engineer, taken }) => ({
    who: engineer,
    input: { requestId: await taken(), reason: "DUPLICATE", ...key() },
  }),
  handOverRequest: async ({ engineer, taken }) => ({
    who: engineer,
    input: { requestId: await taken(), toTeamId: "all", note: "The logs are there.", ...key() },
  }),
  createSplitProposal: async ({ engineer, taken }) => ({
    who: engineer,
    input: { requestId: await taken(), title: "A part", description: "Of its own.", ...key() },
  }),
};

const MORE: typeof COMMANDS = {
  reopenRequest: async ({ customer, taken }) => {
    const requestId = await taken();
    await give({ who: customer, field: "closeRequest", input: { requestId } });
    return { who: customer, input: { requestId, reason: "It came back.", ...key() } };
  },
  removeContact: async ({ api, customer, engineer, taken }) => {
    const requestId = await taken();
    await give({ who: customer, field: "shareRequest", input: { requestId, contacts: [somebody] } });
    const contacts = await api.db.read.of(requestStore).contactsOf([requestId]);
    const contactId = contacts.find(({ email }) => email === somebody.email)?.id;
    return { who: engineer, input: { requestId, contactId } };
  },
  createInvitation: async ({ api, customer, open }) => {
    const requestId = await open();
    await give({ who: customer, field: "shareRequest", input: { requestId, contacts: [somebody] } });
    const contacts = await api.db.read.of(requestStore).contactsOf([requestId]);
    const contactId = contacts.find(({ email }) => email === somebody.email)?.id;
    return { who: customer, input: { requestId, contactId, send: true } };
  },
  decideSplit: async ({ customer, engineer, taken }) => {
    const requestId = await taken();
    const document = `mutation ($input: CreateSplitProposalInput!) { createSplitProposal(input: $input) { proposal { id } } }`;
    const proposed = await engineer.ask(document, {
      input: { requestId, title: "A part", description: "Of its own." },
    });
    const proposalId = proposed.data.createSplitProposal.proposal.id;
    return { who: customer, input: { proposalId, isAccepted: true, ...key() } };
  },
  createAccessAsk: async ({ api, open }) => {
    const [request] = await api.db.read.of(requestStore).byIds([await open()]);
    return { who: await api.person(), input: { number: request?.number ?? "" } };
  },
  completeProfile: async ({ api }) => ({
    who: await api.person({ profile: null }),
    input: { country: "RO", timeZone: "Europe/Bucharest", language: "EN", preferredContactMethod: "EMAIL" },
  }),
};
const ALL: typeof COMMANDS = { ...COMMANDS, ...MORE };

const typeOf = (field: string): string => `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
const give = ({ who, field, input }: Command): Promise<Answer> =>
  who.ask(`mutation ($input: ${typeOf(field)}!) { ${field}(input: $input) { userErrors { code } } }`, { input });
const refusalsOf = (answer: Answer, field: string): string[] =>
  (answer.data?.[field]?.userErrors ?? []).map(({ code }: { code: string }) => code);

describeOnBothDatabases("a fault at every step", (databases) => {
  const made = async (): Promise<Stage & { readonly faulty: FaultyDatabase }> => {
    const faulty = makeFaulty(await databases.open());
    const api = await createTestApi({
      db: faulty.db,
      limits: { createRequestPerHour: 10_000, shareRequestPerHour: 10_000 },
    });
    const [customer, engineer] = [await api.person(), await api.person({ roles: ["ENGINEER"] })];
    await setTeams(api, [teamWith("all", [engineer])], [rowTo("all")]);
    const { planId } = await makeAgreement(api, [customer], { incidents: 10_000 });
    const open = async (): Promise<string> => (await openRequest(customer, planId)).confirmation.requestId;
    const taken = async (): Promise<string> => {
      const requestId = await open();
      expect(
        refusalsOf(await give({ who: engineer, field: "takeRequest", input: { requestId } }), "takeRequest"),
      ).toEqual([]);
      return requestId;
    };
    return { api, faulty, customer, engineer, planId, open, taken };
  };
  let stage: ReturnType<typeof made> | undefined;
  let points = 0;

  /** Gives one command until nothing is left to fail; what fell must have left nothing, or everything. */
  const failAll = async (field: string, fault: Fault): Promise<void> => {
    stage ??= made();
    const { faulty, api, ...rest } = await stage;
    const fresh = async (): Promise<Command> =>
      ({
        ...(await ALL[field]?.({ api, ...rest })),
        field,
      }) as Command;
    let command = await fresh();
    for (let step = 1; step < 100; step += 1) {
      faulty.arm(fault, step);
      const answer = await give(command);
      if (!faulty.disarm()) {
        expect([field, errorCodes(answer), refusalsOf(answer, field)]).toEqual([field, [], []]);
        return;
      }
      points += 1;
      expect([field, fault, step, errorCodes(answer)]).toEqual([field, fault, step, ["INTERNAL_SERVER_ERROR"]]);
      expect(answer.text).not.toContain("planted");
      expect(await api.db.verify(api.clock.now())).toEqual([]);
      if (fault === "after the commit") {
        // Whoever repeats what was done and not heard of gets its result, or learns that it is done.
        const again = await give(command);
        expect(errorCodes(again).filter((code) => code !== "NOT_FOUND")).toEqual([]);
        expect(await api.db.verify(api.clock.now())).toEqual([]);
        command = await fresh();
      }
    }
    throw new Error(`${field} never came to its end`);
  };

  for (const fault of FAULTS) it.each(Object.keys(ALL))(`C-4: %s, ${fault}`, (field) => failAll(field, fault), 60_000);

  it("C-4: that were enough points to be called every one", () => {
    expect(points).toBeGreaterThanOrEqual(250);
  });
});
