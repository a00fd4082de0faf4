import { accountStore } from "../../../apps/api/src/modules/identity/module.js";
import { requestStore } from "../../../apps/api/src/modules/requests/module.js";
import { newUpload, sendBytes } from "../../support/upload.js";
import { createRequest, newcomer, type Visitor } from "../../support/visitor.js";
import { did, type Payload, tell } from "./door.js";
import type { Making } from "./story.js";

const contact = (givenName: string, email: string) => ({ givenName, familyName: "Pop", email });

/** A work account with twenty requests' worth of incidents, a colleague, and an engineer who takes what comes. */
export const workAtTheDesk = async (making: Making): Promise<void> => {
  const { server, names } = making;
  const form = { givenName: "Dora", familyName: "Enescu", email: "dora.enescu@frozen.example" };
  const owner = await newcomer(server, form);
  const colleague = await newcomer(server, { givenName: "Emil", familyName: "Pop", email: "emil.pop@frozen.example" });
  const stranger = await newcomer(server, { givenName: "Flora", familyName: "Pop", email: "flora.pop@else.example" });
  Object.assign(names.cookies, { dora: owner.cookie, emil: colleague.cookie, flora: stranger.cookie });
  await tell(owner, "addAgreement", making.agreement, "plan { id }");
  const open = async (name: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const { payload } = await createRequest(owner, making.planId, {
      title: `Frozen: ${name}`,
      primaryContact: { ...form, isSelf: true },
      ...more,
    });
    server.clock.advance(60_000);
    names.ids[name] = payload.confirmation.requestId;
    names.ids[`${name}Number`] = payload.confirmation.number;
    return payload.confirmation.requestId;
  };
  await open("new", { severity: "MINIMAL" });
  making.names.replay = await sendTwice(owner, making.planId);
  await walkThroughStatuses(making, owner, open);
  await talk(
    making,
    owner,
    colleague,
    await open("conversation", { additionalContacts: [contact("Emil", "emil.pop@frozen.example")] }),
  );
  await shareAndAsk(making, owner, colleague, stranger, await open("shared"));
  await split(making, owner, await open("split"));
  await keepDrafts(making, owner);
};

const CREATE = `mutation ($input: CreateRequestInput!) { createRequest(input: $input) {
  confirmation { requestId number title incidentsRemaining } userErrors { code } } }`;

/** A command whose answer is kept under its key: sent again in a later version, it is answered and not carried out. */
const sendTwice = async (owner: Visitor, planId: string): Promise<Making["names"]["replay"]> => {
  const input = {
    idempotencyKey: "frozen-replay",
    productVersionId: "windows-server-2025",
    categoryId: "active-directory",
    problemId: "account-lockouts",
    title: "Frozen: sent twice",
    description: "Once before, once after.",
    planId,
    severity: "MINIMAL",
    country: "RO",
    timeZone: "Europe/Bucharest",
    primaryContact: { givenName: "Dora", familyName: "Enescu", email: "dora.enescu@frozen.example", isSelf: true },
  };
  const { data } = await owner.ask(CREATE, { input });
  return { as: "dora", document: CREATE, variables: { input }, data };
};

/** From one who owns `requestId`. */
const move = (who: Visitor, requestId: string, status: string): Promise<Payload> =>
  tell(who, "changeRequestStatus", { requestId, status }, "request { status }");

const walkThroughStatuses = async (
  { server, novak, silva, lead }: Making,
  owner: Visitor,
  open: (name: string, more?: Readonly<Record<string, unknown>>) => Promise<string>,
): Promise<void> => {
  const taken = async (name: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const requestId = await open(name, more);
    await tell(novak, "takeRequest", { requestId });
    server.clock.advance(1000);
    return requestId;
  };
  await taken("assigned");
  await move(novak, await taken("inProgress", { severity: "CRITICAL", support24x7: true }), "IN_PROGRESS");
  await move(novak, await taken("waitingForCustomer"), "WAITING_FOR_CUSTOMER");
  await move(novak, await taken("waitingForVendor"), "WAITING_FOR_VENDOR");
  await move(novak, await taken("solved"), "SOLVED");
  for (const name of ["closed", "reopened"]) {
    const requestId = await taken(name);
    await move(novak, requestId, "SOLVED");
    await tell(owner, "closeRequest", { requestId, rating: { score: 4, comment: "Quick and kind." } });
    if (name === "reopened") await tell(owner, "reopenRequest", { requestId, reason: "It happens again." });
  }
  const withdrawn = await open("withdrawn");
  await tell(owner, "withdrawRequest", { requestId: withdrawn });
  const refunded = await taken("refunded");
  await tell(novak, "refundIncident", { requestId: refunded, reason: "PRODUCT_DEFECT" });
  const handed = await taken("handedOver");
  const [account] = await server.db.read.of(accountStore).list({ email: "tiago.silva@desk.example" });
  const note = { toEngineerId: account?.id, note: "Knows this customer's forest." };
  await tell(novak, "handOverRequest", { requestId: handed, ...note });
  await tell(
    lead,
    "reassignRequest",
    { requestId: handed, toEngineerId: account?.id },
    "",
    "HandOverRequestInput",
  ).catch(() => undefined);
  await tell(owner, "askSeverityChange", { requestId: handed, severity: "CRITICAL", reason: "The site stands still." });
  await tell(silva, "changeSeverity", { requestId: handed, severity: "CRITICAL" });
  const asked = await taken("severityAsked");
  await tell(owner, "askSeverityChange", { requestId: asked, severity: "CRITICAL", reason: "It grows." });
};

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const talk = async (
  { server, novak, names }: Making,
  owner: Visitor,
  colleague: Visitor,
  requestId: string,
): Promise<void> => {
  await colleague.ask("{ myRequests { totalCount } }");
  await tell(novak, "takeRequest", { requestId });
  const upload = async (name: string, mediaType: string, bytes: Uint8Array): Promise<string> => {
    const id = await newUpload(owner, { requestId, name, size: bytes.length, mediaType });
    await sendBytes(server, owner, id, bytes);
    return id;
  };
  const log = await upload("events.log", "text/plain", Buffer.from("08:31 locked out\n08:32 locked out\n"));
  const picture = await upload("ecran ă.png", "image/png", PIXEL);
  await tell(owner, "addCommunication", { requestId, text: "Here is what we see.", attachmentIds: [log] });
  await tell(owner, "addAttachments", { requestId, attachmentIds: [picture] });
  names.ids.attachment = log;
  server.clock.advance(60_000);
  const reply = { requestId, text: "Thank you. Which site is it?", markAs: "WAITING_FOR_CUSTOMER" };
  await tell(novak, "addCommunication", reply, "entry { id }");
  await tell(
    novak,
    "addCommunication",
    { requestId, text: "Looks like the old forest.", isInternal: true },
    "entry { id }",
  );
  server.clock.advance(60_000);
  const text = "Both sites; Cluj-Napoca și Iași.\nSecond line, with <b>markup</b> and 雪.";
  const { entry } = await tell(colleague, "addCommunication", { requestId, text: "Both sits." }, "entry { id }");
  await tell(colleague, "editCommunication", { entryId: entry.id, text }, "entry { text }");
  names.ids.entry = entry.id;
  await upload("not-sent-yet.txt", "text/plain", Buffer.from("later"));
};

const shareAndAsk = async (
  { server, novak, names }: Making,
  owner: Visitor,
  colleague: Visitor,
  stranger: Visitor,
  requestId: string,
): Promise<void> => {
  await tell(novak, "takeRequest", { requestId });
  const contacts = [
    contact("Emil", "emil.pop@frozen.example"),
    contact("Gabi", "gabi.pop@frozen.example"),
    contact("Horia", "horia.pop@frozen.example"),
  ];
  await tell(owner, "shareRequest", { requestId, contacts });
  const stored = await server.db.read.of(requestStore).contactsOf([requestId]);
  const idOf = (email: string): string => stored.find((one) => one.email === email)?.id ?? "";
  const invited = { requestId, contactId: idOf("gabi.pop@frozen.example"), send: true };
  await tell(owner, "createInvitation", invited, "invitation { url }");
  await tell(novak, "removeContact", { requestId, contactId: idOf("horia.pop@frozen.example") });
  await tell(owner, "setSubscription", { requestId, isSubscribed: false });
  await tell(colleague, "setNoticePreferences", { mailOn: ["REPLY", "CLOSED"] });
  await tell(stranger, "askForAccess", { number: names.ids.sharedNumber });
  await tell(stranger, "askForAccess", { number: names.ids.newNumber });
  await server.mail.drain();
  const { data } = await owner.ask(`{ request(by: { id: "${requestId}" }) { accessAsks { id } } }`);
  const [ask] = data.request.accessAsks;
  if (ask !== undefined) await tell(owner, "decideAccessAsk", { askId: ask.id, isGranted: true });
};

const split = async ({ novak, server }: Making, owner: Visitor, requestId: string): Promise<void> => {
  await tell(novak, "takeRequest", { requestId });
  const part = (title: string) => ({ requestId, title, description: "A problem of its own." });
  const ids: string[] = [];
  for (const title of ["First part", "Second part", "Third part"]) {
    ids.push((await tell(novak, "proposeSplit", part(title), "proposal { id }")).proposal.id);
    server.clock.advance(1000);
    if (ids.length < 3) await tell(owner, "decideSplit", { proposalId: ids.at(-1), isAccepted: ids.length === 1 });
  }
};

const keepDrafts = async ({ novak, lead, names }: Making, owner: Visitor): Promise<void> => {
  const content = {
    title: "Half a thought",
    description: "…",
    productVersionId: "windows-server-2025",
    severity: "MODERATE",
  };
  names.ids.draft = (await tell(owner, "saveDraft", { content }, "draft { id }")).draft.id;
  const gone = (await tell(owner, "saveDraft", { content: { title: "Gone" } }, "draft { id }")).draft.id;
  did(await owner.ask(`mutation { discardDraft(input: { draftId: "${gone}" }) { userErrors { code } } }`));
  const reply = { title: "Greeting", text: "Dear {{ contact.givenName }},", language: "en" };
  names.ids.reply = (await tell(novak, "saveCannedReply", reply, "reply { id }")).reply.id;
  await tell(lead, "saveCannedReply", { ...reply, title: "Salut", language: "ro", text: "Bună ziua,", isShared: true });
  await tell(novak, "saveView", { name: "Critical", filter: { severities: ["CRITICAL"] }, search: "frozen" });
};
