/** Refusals of buying: cards, charges and giving the money back. */
import { newId } from "../../../apps/api/src/kernel/db/index.js";
import { cardStore } from "../../../apps/api/src/modules/purchases/module.js";
import { type Arrange, but, type CasesOf, empty, tooLong } from "./cases.js";
import type { Actor, ActorOptions, RefusalWorld } from "./world.js";

const APPROVED = "4242424242424242";
const DECLINED = "4000000000000002";
const OFFER = "pay-per-incident:RON";

let keys = 0;

/** Enters a card at the sandbox's page, as its owner would; answers the id of the payment method. */
export const saveCard = async (world: RefusalWorld, by: Actor, number = APPROVED): Promise<string> => {
  const begun = await world.did(by, "startCardSetup", { returnTo: "/" }, "setup { id: setupId redirectUrl }");
  const { id, redirectUrl } = begun.setup;
  await fetch(redirectUrl, { method: "POST", body: new URLSearchParams({ pick: number }), redirect: "manual" });
  const done = await world.did(by, "completeCardSetup", { setupId: id }, "paymentMethod { id }");
  return done.paymentMethod.id;
};

const buying =
  (number = APPROVED): Arrange =>
  async (world) => {
    const by = await world.signedIn({ kind: "PERSONAL" });
    const paymentMethodId = await saveCard(world, by, number);
    keys += 1;
    return { by, input: { offerId: OFFER, paymentMethodId, consent: true, idempotencyKey: `buy-${keys}` } };
  };

const bought =
  (number: string) =>
  async (world: RefusalWorld): Promise<{ readonly by: Actor; readonly purchaseId: string }> => {
    const { by, input } = await buying(number)(world);
    const { purchase } = await world.tell(by, "purchaseIncident", input, "purchase { id }");
    return { by, purchaseId: purchase.id };
  };

const WORK: ActorOptions = { kind: "WORK" };
const NO_PROFILE: ActorOptions = { kind: "PERSONAL", hasProfile: false };
const asking =
  (who: ActorOptions, input: Readonly<Record<string, unknown>>): Arrange =>
  async (world) => ({ by: await world.signedIn(who), input });
/** Where nothing is sold. */
const askingInVain =
  (input: Readonly<Record<string, unknown>>): Arrange =>
  async (world) => ({ by: await (await world.closedShop()).signedIn({ kind: "PERSONAL" }), input });

const ANYTHING = { offerId: OFFER, paymentMethodId: "nothing", consent: true, idempotencyKey: "any" };
const SETUP = { returnTo: "/" };
const NO_SETUP = { setupId: "nothing" };

const givingBack =
  (number: string): Arrange =>
  async (world) => {
    const { purchaseId } = await bought(number)(world);
    return { by: await world.signedIn({ roles: ["ADMINISTRATOR"] }), input: { purchaseId, reason: "A mistake." } };
  };

export const purchaseCases: CasesOf<"startCardSetup" | "completeCardSetup" | "purchaseIncident" | "refundPurchase"> = {
  startCardSetup: {
    ACCOUNT_KIND_NOT_ALLOWED: asking(WORK, SETUP),
    PROFILE_INCOMPLETE: asking(NO_PROFILE, SETUP),
    PURCHASE_NOT_ENABLED: askingInVain(SETUP),
  },
  completeCardSetup: {
    ACCOUNT_KIND_NOT_ALLOWED: asking(WORK, NO_SETUP),
    PROFILE_INCOMPLETE: asking(NO_PROFILE, NO_SETUP),
    PURCHASE_NOT_ENABLED: askingInVain(NO_SETUP),
    // The provider knows nothing of it.
    PAYMENT_METHOD_NOT_USABLE: async (world) => {
      const by = await world.signedIn({ kind: "PERSONAL" });
      const { db, clock } = world.server;
      const id = newId("cst", clock.now());
      const setup = {
        id,
        accountId: by.accountId,
        gateway: "sandbox" as const,
        setupRef: `none-${id}`,
        paymentMethodId: null,
      };
      await db.transaction("test setup", (tx) => tx.of(cardStore).createSetup({ ...setup, createdAt: clock.now() }));
      return { by, input: { setupId: id } };
    },
  },
  purchaseIncident: {
    ACCOUNT_KIND_NOT_ALLOWED: asking(WORK, ANYTHING),
    PROFILE_INCOMPLETE: asking(NO_PROFILE, ANYTHING),
    PURCHASE_NOT_ENABLED: askingInVain(ANYTHING),
    REAUTHENTICATION_REQUIRED: async (world) => {
      const asked = await buying()(world);
      world.server.clock.advance(16 * 60_000);
      return asked;
    },
    INPUT_TOO_LONG: but(buying(), { billing: { name: "x".repeat(201) } }),
    PACK_NOT_SOLD_IN_REGION: but(buying(), { offerId: "pay-per-incident:XXX" }),
    // Asked for a version that no single incident covers.
    PLAN_UNAVAILABLE: async (world) => {
      const { by, input } = await buying()(world);
      const content = { productVersionId: "windows-server-2012-r2" };
      const { draft } = await world.did(by, "saveDraft", { content }, "draft { id }");
      return { by, input: { ...input, draftId: draft.id } };
    },
    PAYMENT_METHOD_NOT_USABLE: but(buying(), { paymentMethodId: "nothing" }),
    CONSENT_REQUIRED: but(buying(), { consent: false }),
    PAYMENT_DECLINED: buying(DECLINED),
  },
  refundPurchase: {
    INPUT_REQUIRED: empty(givingBack(APPROVED), "reason"),
    INPUT_TOO_LONG: tooLong(givingBack(APPROVED), "reason"),
    REFUND_NOT_POSSIBLE: givingBack(DECLINED),
  },
};
