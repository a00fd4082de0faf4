/** The gateway over the sandbox bank of this process: the same port as a real provider's, without money (F25). */
import { isCurrency, z } from "@accord/domain";
import { type PaymentGateway, type ProviderState, WebhookRejected } from "../gateway.js";
import type { Bank } from "./bank.js";
import { checkSignature, SIGNATURE_HEADER } from "./signature.js";

const providerRef = z.string();
const state = z.discriminatedUnion("state", [
  z.object({
    state: z.literal("SUCCEEDED"),
    providerRef,
    amountMinor: z.number().int().nullable(),
    currency: z.string(),
  }),
  z.object({ state: z.literal("DECLINED"), declineCode: z.string(), providerRef: providerRef.nullable() }),
  z.object({ state: z.literal("CHALLENGE"), url: z.string(), providerRef }),
  z.object({ state: z.literal("PROCESSING"), providerRef }),
  z.object({ state: z.literal("REFUNDED"), providerRef }),
]) satisfies z.ZodType<ProviderState>;
const delivery = z.object({ id: z.string().min(1).max(100), purchaseId: z.string().min(1).max(100), state });

export interface SandboxParts {
  readonly bank: Bank;
  readonly webhookSecret: string;
  /** Where the bank's pages are. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

export const createSandboxGateway = ({ bank, webhookSecret, origin, stop }: SandboxParts): PaymentGateway => ({
  name: "sandbox",
  // Its bank counts in the units of ISO 4217.
  takes: ({ currency }) => isCurrency(currency),
  startCardSetup: async ({ customerRef, accountId, returnUrl, key }) => {
    const setup = bank.beginSetup(key, customerRef ?? `customer_${accountId}`, returnUrl);
    return {
      kind: "REDIRECT",
      customerRef: setup.customerRef,
      setupRef: setup.ref,
      url: `${origin}/cards/${setup.ref}`,
    };
  },
  cardOfSetup: async (setupRef) => {
    const setup = bank.setup(setupRef);
    if (setup === null) return { state: "FAILED" };
    const card = setup.cardRef === null ? null : bank.card(setup.cardRef);
    return card === null ? { state: "PENDING" } : { state: "DONE", card };
  },
  removeCard: async (customerRef, cardRef) => bank.removeCard(customerRef, cardRef),
  charge: async (ask) => bank.charge(ask),
  stateOf: async ({ key }) => bank.stateOf(key) ?? { state: "NOT_FOUND" },
  refund: async (key) => bank.refund(key),
  readWebhook: (rawBody, headers, now) => {
    checkSignature(webhookSecret, rawBody, headers[SIGNATURE_HEADER], now);
    const parsed = delivery.safeParse(parseJson(rawBody));
    if (!parsed.success) throw new WebhookRejected("the delivery has another form");
    const { id: eventId, purchaseId } = parsed.data;
    return { eventId, purchaseId, state: parsed.data.state };
  },
  stop,
});

const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
};
