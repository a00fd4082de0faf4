import { makeActivationLink } from "../../../apps/api/src/modules/administration/module.js";
import { activationStore } from "../../../apps/api/src/modules/agreements/module.js";
import { newToken } from "../../../apps/api/src/modules/identity/module.js";
import type { IssuedAgreement } from "../visitor.js";
import { type Arrange, but, type CasesOf } from "./cases.js";
import type { Actor, RefusalWorld } from "./world.js";

/** A link that was made and not used. */
const activationToken = async ({ server }: RefusalWorld, planId: string): Promise<string> => {
  const token = newToken();
  const act = { actorId: null, at: server.clock.now() };
  const link = { planId, token, publicOrigin: server.origin };
  await server.db.transaction("test link", (tx) => makeActivationLink(tx, link, act));
  return token.token;
};

const activating =
  (who: (world: RefusalWorld) => Promise<Actor>, isRegistered = false): Arrange =>
  async (world) => {
    const by = await who(world);
    const { planId } = await world.agreement(isRegistered ? [by] : []);
    return { by, input: { token: await activationToken(world, planId) } };
  };

const adding =
  (who: (world: RefusalWorld) => Promise<Actor>, isRegistered = false): Arrange =>
  async (world) => {
    const by = await who(world);
    const { accessId, agreementId } = await world.agreement(isRegistered ? [by] : []);
    return { by, input: { accessId, agreementId } };
  };

/** Nobody activated it in time. */
const lapsed =
  (input: (world: RefusalWorld, agreement: IssuedAgreement) => Promise<Readonly<Record<string, unknown>>>): Arrange =>
  async (world) => {
    const by = await world.person();
    const agreement = await world.agreement();
    const day = { redeemBy: "2026-11-01", redeemEndsAt: Date.parse("2026-11-02") };
    await world.server.db.transaction("test activation", (tx) =>
      tx.of(activationStore).create({ planId: agreement.planId, basis: "ACTIVATION", ...day }),
    );
    return { by, input: await input(world, agreement) };
  };

const somebody = (world: RefusalWorld): Promise<Actor> => world.person();
const withoutProfile = (world: RefusalWorld): Promise<Actor> => world.person({ hasProfile: false });
const engineer = (world: RefusalWorld): Promise<Actor> => world.engineer();

const asking =
  (input: Readonly<Record<string, unknown>>): Arrange =>
  async (world) => ({ by: await world.person(), input });

const TOKEN = { name: "CRM", scopes: ["REQUESTS_READ"], expiresInDays: 30 };
const asTyped =
  (input: Readonly<Record<string, unknown>>): Arrange =>
  async (world) => ({ by: await world.signedIn(), input });

const profile = asking({
  country: "RO",
  timeZone: "Europe/Bucharest",
  language: "EN",
  preferredContactMethod: "EMAIL",
});

export const accountCases: CasesOf<
  | "completeProfile"
  | "completeAddressConfirmation"
  | "startAddressConfirmation"
  | "updateNoticePreferences"
  | "markNoticesRead"
  | "addAgreement"
  | "redeemActivationLink"
  | "revealAgreement"
  | "createToken"
  | "saveDraft"
  | "createAccessAsk"
  | "redeemInvitation"
> = {
  completeProfile: {
    INPUT_REQUIRED: but(profile, { country: null }),
    INPUT_TOO_LONG: but(profile, { phone: "+".padEnd(41, "4") }),
    // The issuer of this account states the name.
    INPUT_INVALID: but(profile, { givenName: "Somebody else" }),
  },
  completeAddressConfirmation: { INVITE_NOT_VALID: asking({ token: "nothing" }) },
  startAddressConfirmation: { INPUT_INVALID: asking({ email: "another@carpatia.example" }) },
  updateNoticePreferences: { INPUT_INVALID: asking({ mailOn: ["ADDED_AS_CONTACT"] }) },
  markNoticesRead: { INPUT_REQUIRED: asking({ ids: [] }) },
  addAgreement: {
    ACCOUNT_KIND_NOT_ALLOWED: adding(engineer),
    PROFILE_INCOMPLETE: adding(withoutProfile),
    AGREEMENT_NOT_ACCEPTED: but(adding(somebody), { accessId: "NOB-0000-0000" }),
    AGREEMENT_ALREADY_REGISTERED: adding(somebody, true),
    ACTIVATION_WINDOW_OVER: lapsed(async (_world, { accessId, agreementId }) => ({ accessId, agreementId })),
  },
  redeemActivationLink: {
    ACCOUNT_KIND_NOT_ALLOWED: activating(engineer),
    PROFILE_INCOMPLETE: activating(withoutProfile),
    INVITE_NOT_VALID: but(activating(somebody), { token: "nothing" }),
    AGREEMENT_ALREADY_REGISTERED: activating(somebody, true),
    ACTIVATION_WINDOW_OVER: lapsed(async (world, { planId }) => ({ token: await activationToken(world, planId) })),
  },
  revealAgreement: {
    REAUTHENTICATION_REQUIRED: async (world) => {
      const by = await world.signedIn();
      world.server.clock.advance(16 * 60_000);
      return { by, input: { planId: await world.planOf(by) } };
    },
  },
  createToken: {
    REAUTHENTICATION_REQUIRED: async (world) => {
      const by = await world.signedIn();
      world.server.clock.advance(16 * 60_000);
      return { by, input: TOKEN };
    },
    INPUT_REQUIRED: asTyped({ ...TOKEN, scopes: [] }),
    INPUT_TOO_LONG: asTyped({ ...TOKEN, name: "x".repeat(101) }),
    INPUT_INVALID: asTyped({ ...TOKEN, expiresInDays: 366 }),
  },
  saveDraft: {
    INPUT_TOO_LONG: asking({ content: { title: "x".repeat(201) } }),
    INPUT_INVALID: asking({ content: { productId: "a\u0007" } }),
    CHANGED_MEANWHILE: async (world) => {
      const by = await world.person();
      const { draft } = await world.did(by, "saveDraft", { content: { title: "Mine" } }, "draft { id }");
      return { by, input: { draftId: draft.id, revision: 0, content: { title: "Older" } } };
    },
    DRAFT_LIMIT_REACHED: async (world) => {
      const by = await world.person();
      const input = { content: { title: "One more" } };
      for (let drafts = 0; drafts < world.server.config.limits.draftsPerAccount; drafts += 1)
        await world.did(by, "saveDraft", input);
      return { by, input };
    },
  },
  createAccessAsk: { INPUT_INVALID: asking({ number: "12" }) },
  redeemInvitation: { INVITE_NOT_VALID: asking({ token: "nothing" }) },
};
