/** Asks for access as whoever may answer them sees them (F46). */
import { type AccessAsk, joinName, partyOf, type SupportRequest } from "@accord/domain";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { accountLoader } from "../identity/module.js";
import type { AccessAskType } from "../requests/graphql.js";
import { contactLoader, requestLoader } from "../requests/module.js";
import { accessAskLoader } from "./loaders.js";
import { accessAskStore } from "./storage/access-ask.store.js";

type Party = Pick<SupportRequest, "id" | "engineerId">;

const askOf = async (
  { id, accountId, askedAt, decidedAt }: AccessAsk,
  { loaders }: RequestContext,
): Promise<AccessAskType[]> => {
  const asker = await loaders.of(accountLoader).load(accountId);
  if (asker === null) return [];
  const { givenName, familyName, email, isEmailProven } = asker;
  const times = { at: askedAt, createdAt: askedAt, updatedAt: decidedAt ?? askedAt };
  return [{ id, ...times, accountName: joinName({ givenName, familyName }), accountEmail: email, isEmailProven }];
};

/** Open asks for access to a request, for whoever may answer them. */
export const asksOf = async (request: Party, context: RequestContext): Promise<AccessAskType[]> => {
  const contacts = await context.loaders.of(contactLoader).load(request.id);
  if (partyOf(accountOf(context), request, contacts) === null) return [];
  const asks = await context.loaders.of(accessAskLoader).load(request.id);
  return (await Promise.all(asks.map((ask) => askOf(ask, context)))).flat();
};

/** An open ask by its id; null for whoever may not answer it. */
export const findAsk = async (context: RequestContext, id: string): Promise<AccessAskType | null> => {
  const ask = await context.db.read.of(accessAskStore).byId(id);
  const request = ask?.requestId ? await context.loaders.of(requestLoader).load(ask.requestId) : null;
  const asks = request === null ? [] : await asksOf(request, context);
  return asks.find((one) => one.id === id) ?? null;
};
