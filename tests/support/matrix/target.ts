/** What the principals reach for: one agreement, one request with everything on it, and things of their own. */
import { newId } from "../../../apps/api/src/kernel/db/index.js";
import { planStore } from "../../../apps/api/src/modules/agreements/module.js";
import { accessAskStore } from "../../../apps/api/src/modules/invitations/module.js";
import { noticeStore } from "../../../apps/api/src/modules/notices/module.js";
import { requestStore } from "../../../apps/api/src/modules/requests/module.js";
import { teamStore } from "../../../apps/api/src/modules/teams/module.js";
import type { TestServer } from "../test-server.js";
import { newUpload, sendBytes } from "../upload.js";
import { type Answer, addAgreement, createRequest, issueAgreement, type Visitor } from "../visitor.js";
import type { Cast } from "./principals.js";

/** Words that stand in exactly one place each: an answer that holds one has shown that place. */
export const CANARIES = {
  title: "canary of the title",
  description: "canary of the description",
  reply: "canary of a reply",
  note: "canary of an internal note",
  file: "canary-of-a-file.txt",
  draft: "canary of a draft",
  pair: "9790009991",
  cannedReply: "canary of a canned reply",
  view: "canary of a view",
} as const;

export interface Agreement {
  readonly planId: string;
  readonly accessId: string;
  readonly agreementId: string;
}

export interface Target extends Agreement {
  readonly requestId: string;
  readonly number: string;
  readonly primaryContactId: string;
  readonly additionalContactId: string;
  readonly draftId: string;
  readonly replyEntryId: string;
  readonly attachmentId: string;
  /** Uploaded by the primary contact and not yet sent along. */
  readonly looseFileId: string;
  readonly askId: string;
  readonly proposalId: string;
  readonly noticeId: string;
  readonly cannedReplyId: string;
  readonly viewId: string;
  readonly engineerId: string;
}

/** The agreement that msaOwner, entraOwner and creatorOnly register. */
export const issueShared = (server: TestServer): Promise<Agreement> => {
  const ids = { accessId: "MTX-0001-0001", agreementId: CANARIES.pair };
  return issueAgreement(server, { ...ids, incidents: 10_000 });
};

const HOLDERS = ["msaOwner", "entraOwner", "creatorOnly"] as const;

/** Registered by its three holders and by nobody else, whatever a command has done since. */
const registerForHolders = async (server: TestServer, { people }: Cast, agreement: Agreement): Promise<void> => {
  await server.db.transaction("test registrations", async (tx) => {
    for (const { accountId } of Object.values(people)) await tx.of(planStore).unregister(agreement.planId, accountId);
  });
  for (const name of HOLDERS) await addAgreement(people[name], agreement);
};

/** `engOwner` is of the team that everything is routed to, `engOther` of another one. */
export const setUpTeams = async (server: TestServer, { people }: Cast): Promise<void> => {
  const hours = { weekdays: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 1440 };
  const team = (id: string, member: Visitor) => ({
    id,
    name: id,
    nameRo: id,
    timeZone: "Europe/Bucharest",
    languages: ["en"],
    hours,
    memberIds: [member.accountId],
    onCall: [],
  });
  const anything = {
    countries: null,
    regions: null,
    timeZones: null,
    languages: null,
    severities: null,
    support24x7: null,
    isInHours: null,
  };
  await server.db.transaction("test teams", (tx) =>
    tx.of(teamStore).replace({
      teams: [team("matrix", people.engOwner), team("elsewhere", people.engOther)],
      rows: [{ teamId: "matrix", ...anything }],
    }),
  );
  // What is in force is read again after half a minute.
  server.clock.advance(31_000);
  await people.engOwner.ask("{ workspace { isOnCall } }");
};

/** The single payload, or what went wrong. */
const did = (answer: Answer): Readonly<Record<string, never>> => {
  const [payload] = Object.values((answer.data ?? {}) as Record<string, { userErrors?: readonly unknown[] }>);
  if (answer.errors.length > 0 || payload === undefined || (payload.userErrors ?? []).length > 0)
    throw new Error(`the target cannot be made: ${JSON.stringify(answer)}`);
  return payload as never;
};

const ERRORS = "userErrors { code message }";
const contact = (email: string) => ({ givenName: "Ion", familyName: "Pop", email });

export const buildTarget = async (server: TestServer, cast: Cast, agreement: Agreement): Promise<Target> => {
  const { people, emailOf } = cast;
  await registerForHolders(server, cast, agreement);
  const made = await createRequest(people.creatorOnly, agreement.planId, {
    title: CANARIES.title,
    description: CANARIES.description,
    primaryContact: contact(emailOf("primary")),
    additionalContacts: [contact(emailOf("additional")), contact(emailOf("exAdditional"))],
  });
  const { requestId, number } = made.payload.confirmation;
  // Whoever is named sees it once signed in; asking binds them.
  for (const name of ["primary", "additional", "exAdditional"] as const)
    await people[name].ask("{ myRequests { totalCount } }");
  const input = (more: object) => ({ input: { requestId, ...more } });
  const tell = (who: Visitor, field: string, type: string, more: object, selection = ""): Promise<Answer> =>
    who.ask(`mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} ${ERRORS} } }`, input(more));
  did(await tell(people.engOwner, "takeRequest", "TakeRequestInput", {}));
  const contacts = await server.db.read.of(requestStore).contactsOf([requestId]);
  const contactId = (email: string): string => contacts.find((one) => one.email === email)?.id ?? "";
  const gone = { contactId: contactId(emailOf("exAdditional")) };
  did(await tell(people.engOwner, "removeContact", "RemoveContactInput", gone));
  const ADD = ["addCommunication", "AddCommunicationInput"] as const;
  const reply = did(await tell(people.primary, ...ADD, { text: CANARIES.reply }, "entry { id }"));
  did(await tell(people.engOwner, ...ADD, { text: CANARIES.note, isInternal: true }));
  const upload = async (name: string): Promise<string> => {
    const bytes = new TextEncoder().encode("what happened\n");
    const id = await newUpload(people.primary, { requestId, name, size: bytes.length, mediaType: "text/plain" });
    await sendBytes(server, people.primary, id, bytes);
    return id;
  };
  const attachmentId = await upload(CANARIES.file);
  did(await tell(people.primary, "addAttachments", "AddAttachmentsInput", { attachmentIds: [attachmentId] }));
  const part = { title: "A part", description: "Of its own." };
  const proposed = did(
    await tell(people.engOwner, "createSplitProposal", "CreateSplitProposalInput", part, "proposal { id }"),
  );
  const draft = `mutation ($title: String!) { saveDraft(input: { content: { title: $title } }) { draft { id } ${ERRORS} } }`;
  const saved = did(await people.msaOwner.ask(draft, { title: CANARIES.draft }));
  const view = `mutation ($name: String!) { saveView(input: { name: $name }) { view { id } ${ERRORS} } }`;
  const viewed = did(await people.engOwner.ask(view, { name: CANARIES.view }));
  const canned = `mutation ($text: String!) { saveCannedReply(input: { title: "T", text: $text, language: EN }) { reply { id } ${ERRORS} } }`;
  const kept = did(await people.engOwner.ask(canned, { text: CANARIES.cannedReply }));
  const at = server.clock.now();
  const askId = newId("ask", at);
  await server.db.transaction("test ask and notice", async (tx) => {
    await tx.of(accessAskStore).add({ id: askId, accountId: people.msaStranger.accountId, number, askedAt: at });
    await tx.of(accessAskStore).markTold(askId, at);
    const source = idOf(reply, "entry");
    await tx.of(noticeStore).add([{ accountId: people.primary.accountId, kind: "REPLY", requestId, source, at }]);
  });
  const notices = await server.db.read.of(noticeStore).page(people.primary.accountId, { first: 1, after: null });
  return {
    ...agreement,
    requestId,
    number,
    primaryContactId: contactId(emailOf("primary")),
    additionalContactId: contactId(emailOf("additional")),
    draftId: idOf(saved, "draft"),
    replyEntryId: idOf(reply, "entry"),
    attachmentId,
    looseFileId: await upload("loose.txt"),
    askId,
    proposalId: idOf(proposed, "proposal"),
    noticeId: notices.rows[0]?.id ?? "",
    cannedReplyId: idOf(kept, "reply"),
    viewId: idOf(viewed, "view"),
    engineerId: people.engOther.accountId,
  };
};

const idOf = (payload: Readonly<Record<string, { readonly id: string }>>, field: string): string =>
  payload[field]?.id ?? "";
