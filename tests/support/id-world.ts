/** Two people with one of everything that has an id, for asking with each other's. */
import { DAY } from "@accord/domain";
import { newId } from "../../apps/api/src/kernel/db/index.js";
import { DEFAULT_LIMITS } from "../../apps/api/src/kernel/limits/limits.js";
import { ledgerStore } from "../../apps/api/src/modules/agreements/module.js";
import { attachmentStore } from "../../apps/api/src/modules/files/module.js";
import { createToken, sessionStore } from "../../apps/api/src/modules/identity/module.js";
import { accessAskStore } from "../../apps/api/src/modules/invitations/module.js";
import { noticeStore } from "../../apps/api/src/modules/notices/module.js";
import { cardStore } from "../../apps/api/src/modules/purchases/module.js";
import { requestStore } from "../../apps/api/src/modules/requests/module.js";
import type { Owned } from "./id-purposes.js";
import { makeAgreement, openRequest } from "./test-agreements.js";
import type { Person, TestApi } from "./test-api.js";
import { saveCard } from "./test-shop.js";

export interface Belongings {
  readonly planId: string;
  readonly requestId: string;
  readonly contactId: string;
  readonly draftId: string;
  /** One id of each kind. */
  readonly ids: Readonly<Record<Owned, string>>;
}

export interface IdWorld {
  readonly api: TestApi;
  /** Who asks. */
  readonly person: Person;
  readonly own: Belongings;
  /** Of somebody else; the person has nothing to do with them. */
  readonly foreign: Belongings;
}

const belongingsOf = async (api: TestApi, person: Person): Promise<Belongings> => {
  const { planId } = await makeAgreement(api, [person], { incidents: 10_000 });
  const { confirmation } = await openRequest(person, planId);
  const requestId: string = confirmation.requestId;
  const saved = await person.ask("mutation { saveDraft(input: { content: {} }) { draft { id } } }");
  const draftId: string = saved.data.saveDraft.draft.id;
  const [contact] = await api.db.read.of(requestStore).contactsOf([requestId]);
  const [event] = (await api.db.read.of(requestStore).timeline(requestId, { first: 1, after: null })).rows;
  const [entry] = (await api.db.read.of(ledgerStore).ofPlan(planId, { first: 1, after: null })).rows;
  if (contact === undefined || event === undefined || entry === undefined) throw new Error("nothing was written");
  const told = { accountId: person.account.id, kind: "REPLY", requestId, source: event.id, at: event.at } as const;
  await api.db.transaction("test notice", (tx) => tx.of(noticeStore).add([told]));
  const [notice] = (await api.db.read.of(noticeStore).page(person.account.id, { first: 1, after: null })).rows;
  if (notice === undefined) throw new Error("no notice was written");
  const asker = await api.person();
  const askId = newId("ask", api.clock.now());
  await api.db.transaction("test ask", async (tx) => {
    const asked = { id: askId, accountId: asker.account.id, number: confirmation.number, askedAt: api.clock.now() };
    await tx.of(accessAskStore).add(asked);
    await tx.of(accessAskStore).markTold(askId, api.clock.now());
  });
  const at = api.clock.now();
  const file = { name: "log.txt", size: 1, declaredType: "text/plain", createdAt: at, expiresAt: null };
  const attachmentId = newId("att", at);
  await api.db.transaction("test file", (tx) =>
    tx
      .of(attachmentStore)
      .create({ ...file, id: attachmentId, requestId, draftId: null, uploaderId: person.account.id }),
  );
  const cards = await cardsOf(api, person);
  const access = await accessOf(api, person);
  const ids = {
    ...access,
    acc: person.account.id,
    ask: askId,
    att: attachmentId,
    con: contact.id,
    cst: cards.setupId,
    drf: draftId,
    evt: event.id,
    led: entry.id,
    ntc: notice.id,
    pln: planId,
    pmt: cards.cardId,
    req: requestId,
  };
  return { planId, requestId, contactId: contact.id, draftId, ids };
};

/** A browser they are signed in with, and a token of theirs. */
const accessOf = async ({ db, clock }: TestApi, { account }: Person): Promise<{ ses: string; tok: string }> => {
  const createdAt = clock.now();
  const ses = newId("ses", createdAt);
  const times = { createdAt, authenticatedAt: createdAt, lastSeenAt: createdAt, expiresAt: createdAt + DAY };
  const unknown = { idToken: null, device: null, network: null };
  await db.transaction("test session", (tx) =>
    tx.of(sessionStore).create({ id: ses, accountId: account.id, tokenHash: `hash of ${ses}`, ...times, ...unknown }),
  );
  const made = { accountId: account.id, name: "test", scopes: [], expiresAt: null };
  return { ses, tok: (await createToken({ db, clock, limits: DEFAULT_LIMITS }, made)).id };
};

const cardsOf = async (
  { db, clock, payments }: TestApi,
  person: Person,
): Promise<{ readonly cardId: string; readonly setupId: string }> => {
  if (payments === null) throw new Error("cards are saved where the shop is open");
  const cardId = await saveCard(person, payments);
  const createdAt = clock.now();
  const setupId = newId("cst", createdAt);
  const gateway = payments.shop.gateway.name;
  const setup = {
    accountId: person.account.id,
    gateway,
    setupRef: `none-${setupId}`,
    paymentMethodId: null,
    createdAt,
  };
  await db.transaction("test setup", (tx) => tx.of(cardStore).createSetup({ ...setup, id: setupId }));
  return { cardId, setupId };
};

/** The shop of `api` is open, and both may buy: what refuses them is the id, and nothing before it. */
export const createIdWorld = async (api: TestApi): Promise<IdWorld> => {
  const [person, other] = [await api.person({ kind: "PERSONAL" }), await api.person({ kind: "PERSONAL" })];
  return { api, person, own: await belongingsOf(api, person), foreign: await belongingsOf(api, other) };
};

/** An id of the kind that nobody has. */
export const randomId = (kind: Owned, api: TestApi): string => newId(kind, api.clock.now());
