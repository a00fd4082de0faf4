/** Refusals on the way to a request, and about its people. */
import { newId } from "../../../apps/api/src/kernel/db/index.js";
import { accessAskStore } from "../../../apps/api/src/modules/invitations/module.js";
import { requestStore } from "../../../apps/api/src/modules/requests/module.js";
import { SELF } from "../visitor.js";
import { type Arrange, but, type CasesOf, empty, tooLong } from "./cases.js";
import { looseFile } from "./file-cases.js";
import type { Actor, OpenedRequest, RefusalWorld } from "./world.js";

let keys = 0;
const key = (): string => {
  keys += 1;
  return `refused-${keys}`;
};

const person = (email: string) => ({ givenName: "Ion", familyName: "Pop", email });
const crowd = (count: number) => Array.from({ length: count }, (_, at) => person(`contact${at}@carpatia.example`));

const PROBLEM = {
  productVersionId: "windows-server-2025",
  categoryId: "active-directory",
  problemId: "account-lockouts",
  title: "Accounts are locked every morning",
  description: "Since Monday, on all domain controllers.",
  severity: "MODERATE",
  country: "RO",
  timeZone: "Europe/Bucharest",
};

const submitting =
  (who: (world: RefusalWorld) => Promise<Actor> = (world) => world.person()): Arrange =>
  async (world) => {
    const by = await who(world);
    return {
      by,
      input: { ...PROBLEM, idempotencyKey: key(), planId: await world.planOf(by), primaryContact: SELF },
    };
  };

const withExpiredPlan: Arrange = async (world) => {
  const asked = await submitting()(world);
  const { planId } = await world.agreement([asked.by], { startsOn: "2024-01-10" });
  return { ...asked, input: { ...asked.input, planId } };
};

const withFile =
  (state: "UPLOADING" | "REFUSED"): Arrange =>
  async (world) => {
    const asked = await submitting()(world);
    const { draft } = await world.did(asked.by, "saveDraft", { content: { title: "Mine" } }, "draft { id }");
    const draftId = draft.id;
    await looseFile(world, asked.by, { draftId }, state);
    return { ...asked, input: { ...asked.input, draftId } };
  };

const entering =
  (who: (world: RefusalWorld) => Promise<Actor> = (world) => world.engineer()): Arrange =>
  async (world) => ({
    by: await who(world),
    input: { ...PROBLEM, idempotencyKey: key(), primaryContact: person("customer@carpatia.example") },
  });

const questioning =
  (who: (world: RefusalWorld) => Promise<Actor> = (world) => world.person()): Arrange =>
  async (world) => ({
    by: await who(world),
    input: { idempotencyKey: key(), topicId: "receipt-or-bill", title: "A bill", description: "To our company." },
  });

const sharing: Arrange = async (world) => {
  const { id, by } = await world.request();
  return { by, input: { requestId: id, contacts: [person("colleague@carpatia.example")] } };
};

/** Somebody who asked to be added, and whose ask the contacts know of. */
const asked = async (
  world: RefusalWorld,
  request: OpenedRequest,
  asker: Actor,
): Promise<{ readonly askId: string; readonly isGranted: boolean }> => {
  const { db, clock } = world.server;
  const at = clock.now();
  const id = newId("ask", at);
  await db.transaction("test ask", async (tx) => {
    await tx.of(accessAskStore).add({ id, number: request.number, accountId: asker.accountId, askedAt: at });
    await tx.of(accessAskStore).markTold(id, at);
  });
  return { askId: id, isGranted: true };
};

export const requestCases: CasesOf<
  | "createGeneralQuestion"
  | "createRequest"
  | "createRequestForCustomer"
  | "shareRequest"
  | "removeContact"
  | "createInvitation"
  | "decideAccessAsk"
> = {
  createGeneralQuestion: {
    PROFILE_INCOMPLETE: questioning((world) => world.person({ hasProfile: false })),
    INPUT_REQUIRED: empty(questioning(), "title"),
    INPUT_TOO_LONG: tooLong(questioning(), "description"),
    INPUT_INVALID: but(questioning(), { topicId: "nothing" }),
  },
  createRequest: {
    PROFILE_INCOMPLETE: submitting((world) => world.person({ hasProfile: false })),
    INPUT_REQUIRED: empty(submitting(), "title"),
    INPUT_TOO_LONG: tooLong(submitting(), "description"),
    INPUT_INVALID: but(submitting(), { categoryId: "nothing" }),
    HANDLED_BY_OTHER_PORTAL: but(submitting(), { productVersionId: "azure-virtual-machines-current" }),
    PLAN_UNAVAILABLE: withExpiredPlan,
    SUPPORT_24X7_NEEDS_CRITICAL: but(submitting(), { support24x7: true }),
    CONTACT_LIMIT_REACHED: but(submitting(), { additionalContacts: crowd(50) }),
    ATTACHMENT_NOT_READY: withFile("UPLOADING"),
    ATTACHMENT_REFUSED: withFile("REFUSED"),
  },
  createRequestForCustomer: {
    PROFILE_INCOMPLETE: entering((world) => world.person({ roles: ["ENGINEER"], hasProfile: false })),
    INPUT_REQUIRED: empty(entering(), "description"),
    INPUT_TOO_LONG: tooLong(entering(), "title"),
    INPUT_INVALID: but(entering(), { categoryId: "nothing" }),
    HANDLED_BY_OTHER_PORTAL: but(entering(), { productVersionId: "azure-virtual-machines-current" }),
    PLAN_UNAVAILABLE: async (world) => {
      const customer = await world.person();
      const { planId } = await world.agreement([customer], { startsOn: "2024-01-10" });
      return but(entering(), { planId, primaryContact: person(customer.email) })(world);
    },
    SUPPORT_24X7_NEEDS_CRITICAL: but(entering(), { support24x7: true }),
    CONTACT_LIMIT_REACHED: but(entering(), { additionalContacts: crowd(50) }),
  },
  shareRequest: {
    INPUT_REQUIRED: but(sharing, { contacts: [] }),
    INPUT_TOO_LONG: but(sharing, { contacts: [{ ...person("a@carpatia.example"), givenName: "x".repeat(101) }] }),
    INPUT_INVALID: but(sharing, { contacts: [person("no address")] }),
    CONTACT_LIMIT_REACHED: but(sharing, { contacts: crowd(50) }),
  },
  removeContact: {
    CONTACT_REMOVAL_NOT_ALLOWED: async (world) => {
      const { id, by } = await world.request({ additionalContacts: crowd(1) });
      const contacts = await world.server.db.read.of(requestStore).contactsOf([id]);
      const other = contacts.find(({ role }) => role === "ADDITIONAL");
      return { by, input: { requestId: id, contactId: other?.id } };
    },
    PRIMARY_CONTACT_REQUIRED: async (world) => {
      const { id, by, contactId } = await world.request();
      return { by, input: { requestId: id, contactId } };
    },
  },
  createInvitation: {
    // Whoever sees it needs no link.
    INPUT_INVALID: async (world) => {
      const { id, by, contactId } = await world.request();
      return { by, input: { requestId: id, contactId } };
    },
  },
  decideAccessAsk: {
    INPUT_INVALID: async (world) => {
      const request = await world.request();
      const asker = await world.person({ email: "", isEmailProven: false });
      return { by: request.by, input: await asked(world, request, asker) };
    },
    CHANGED_MEANWHILE: async (world) => {
      const request = await world.request();
      const input = { ...(await asked(world, request, await world.person())), isGranted: false };
      await world.did(request.by, "decideAccessAsk", input);
      return { by: request.by, input };
    },
    CONTACT_LIMIT_REACHED: async (world) => {
      const request = await world.request({ additionalContacts: crowd(49) });
      return { by: request.by, input: await asked(world, request, await world.person()) };
    },
  },
};
