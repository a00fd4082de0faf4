/** The list of one's saved cards, one of them forgotten, one of them put first (R77, F25). */
import { accept, type PaymentMethod, type Result } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { asked } from "./card-setups.js";
import { cardStore } from "./storage/card.store.js";

type Cards = { readonly paymentMethods: readonly PaymentMethod[] };

export const listCards = async (context: RequestContext): Promise<readonly PaymentMethod[]> =>
  context.shop === null
    ? []
    : context.db.read.of(cardStore).ofAccount(accountOf(context).id, context.shop.gateway.name);

/** The provider forgets it too; the next newest is then offered first. @throws RequestError NOT_FOUND, UNAVAILABLE */
export const removeCard = async (context: RequestContext, id: string): Promise<Result<Cards>> => {
  const card = await ownCard(context, id);
  const customerRef = await context.db.read.of(cardStore).customerRef(card.accountId, card.gateway);
  if (customerRef !== null) await asked(async () => context.shop?.gateway.removeCard(customerRef, card.cardRef));
  await context.db.transaction("remove card", async (tx) => {
    const at = context.clock.now();
    await tx.of(cardStore).remove(card.id, at);
    const [next] = await tx.of(cardStore).ofAccount(card.accountId, card.gateway);
    if (next !== undefined && !next.isDefault) await tx.of(cardStore).makeDefault(next, at);
    await tx
      .of(auditStore)
      .append({ actorId: card.accountId, action: "card.remove", objectId: card.id, details: {}, at });
  });
  return accept({ paymentMethods: await listCards(context) });
};

/** @throws RequestError NOT_FOUND */
export const setDefaultCard = async (context: RequestContext, id: string): Promise<Result<Cards>> => {
  const card = await ownCard(context, id);
  await context.db.transaction("set default card", (tx) => tx.of(cardStore).makeDefault(card, context.clock.now()));
  return accept({ paymentMethods: await listCards(context) });
};

const ownCard = async (context: RequestContext, id: string): Promise<PaymentMethod> => {
  const card = await context.db.read.of(cardStore).byId(idOf("pmt", id));
  const isOwn = card !== null && card.accountId === accountOf(context).id && card.removedAt === null;
  if (!isOwn || card.gateway !== context.shop?.gateway.name) throw new RequestError("NOT_FOUND", { id });
  return card;
};
