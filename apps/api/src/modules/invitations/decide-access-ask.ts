/** Answering who asked for access: a yes makes the asker an additional contact, a no is told to nobody (F46, R95-R97). */
import {
  type AccessAsk,
  type Account,
  accept,
  decideGrant,
  type Grant,
  joinName,
  type RequestContact,
  type Result,
  refuse,
} from "@accord/domain";
import { newId } from "../../kernel/db/index.js";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { accountStore } from "../identity/module.js";
import {
  type CommandName,
  type Done,
  type HeldRequest,
  type RequestCommand,
  requestStore,
  runRequestCommand,
} from "../requests/module.js";
import type { DecideAccessAskInput } from "./invitations.types.js";
import { accessAskStore } from "./storage/access-ask.store.js";
import { invitationStore } from "./storage/invitation.store.js";

/** @throws RequestError NOT_FOUND for an ask that is not this account's to answer */
export const decideAccessAsk = async (context: RequestContext, input: DecideAccessAskInput): Promise<Result<Done>> => {
  const ask = await context.db.read.of(accessAskStore).byId(idOf("ask", input.askId));
  if (ask === null || ask.requestId === null || ask.toldAt === null) throw new RequestError("NOT_FOUND");
  const name: CommandName = { operation: "decideAccessAsk", action: "request.decideAccessAsk" };
  return runRequestCommand(context, name, { ...input, requestId: ask.requestId }, (held) =>
    decide(held, ask, input.isGranted),
  );
};

const decide = async (held: HeldRequest, ask: AccessAsk, isGranted: boolean): Promise<Result<RequestCommand>> => {
  const { tx, account, request, contacts, at } = held;
  const asker = await tx.of(accountStore).byId(ask.accountId);
  if (asker === null) throw new RequestError("NOT_FOUND");
  const decided: Result<Grant> = isGranted ? decideGrant(asker, request, contacts) : accept({ kind: "NOTHING" });
  if (!decided.ok) return decided;
  if (!(await tx.of(accessAskStore).decide(ask.id, { accountId: account.id, isGranted, at })))
    return refuse("CHANGED_MEANWHILE", ["askId"]);
  const contactId = await giveAccess(held, asker, decided.value);
  const details = { askId: ask.id, isGranted, contactId };
  if (contactId !== null) {
    const text = joinName(asker);
    return accept({ changes: {}, entries: [{ kind: "CONTACT_ADDED", text, params: { contactId } }], details });
  }
  // The open question goes from the pages of the others; nothing else is seen of it.
  tx.publish({ topic: "request", id: request.id, entryId: null, isInternal: false });
  return accept({ changes: null, entries: [], details });
};

/** Id of the asker's contact, or null when nothing was to be done. */
const giveAccess = async ({ tx, request, at }: HeldRequest, asker: Account, grant: Grant): Promise<string | null> => {
  if (grant.kind === "NOTHING") return null;
  if (grant.kind === "BIND") {
    await tx.of(requestStore).bindContact(grant.contact.id, asker.id, at);
    await tx.of(invitationStore).endOfContact(grant.contact.id, at);
    return grant.contact.id;
  }
  const contact: RequestContact = {
    id: newId("con", at),
    requestId: request.id,
    role: "ADDITIONAL",
    accountId: asker.id,
    givenName: asker.givenName,
    familyName: asker.familyName,
    email: grant.email,
    phone: null,
    preferredContactMethod: "EMAIL",
    removedAt: null,
  };
  await tx.of(requestStore).addContacts([contact]);
  return contact.id;
};
