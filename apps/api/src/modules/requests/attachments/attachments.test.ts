/** Files of drafts and requests through the contract, on both databases: who sends them along, who sees them (R7, R92, F37, F42, F47, A-3, A-8). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { FILES, SUBJECT } from "../../../../../../tests/support/entry-fields.js";
import { codesOf, makeAgreement, openRequest, self } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { draftStore } from "../../drafts/module.js";
import { attachmentStore } from "../../files/module.js";
import { requestStore } from "../storage/request-writes.js";

const ANNOUNCE = `mutation ($input: CreateAttachmentUploadInput!) { createAttachmentUpload(input: $input) {
  attachment { id name size mediaType state url sha256 } uploadUrl headers { name value } expiresAt userErrors { code message path } } }`;
const WRITE = `mutation ($input: AddCommunicationInput!) { addCommunication(input: $input) { entry { id ${FILES("id name")} } userErrors { code path } } }`;
const SEND = `mutation ($input: AddAttachmentsInput!) { addAttachments(input: $input) { entry { kind ${SUBJECT} ${FILES("id")} } userErrors { code path } } }`;
const SEE = `query ($id: ID!) { request(by: { id: $id }) { attachments { id name } timeline { nodes { kind ${FILES("id")} } } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { ... on Attachment { name state url } } }`;

describeOnBothDatabases("files of drafts and requests", (databases) => {
  let api: TestApi;
  let engineer: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    engineer = await api.person({ roles: ["ENGINEER"] });
  });

  const announce = async (person: Person, input: Readonly<Record<string, unknown>>) =>
    (await person.ask(ANNOUNCE, { input: { name: "log.txt", size: 10, mediaType: "text/plain", ...input } })).data
      .createAttachmentUpload;
  /** As if all of it had come in. */
  const arrive = (id: string, state: "CLEAN" | "INFECTED" | "UNSCANNED" = "UNSCANNED") =>
    api.db.transaction("test arrival", async (tx) => {
      await tx.of(attachmentStore).claim(id, "ab".repeat(32));
      await tx.of(attachmentStore).arrive(id, {
        state,
        mediaType: "text/plain",
        refusal: state === "INFECTED" ? "INFECTED" : null,
        uploadedAt: api.clock.now(),
        expiresAt: null,
      });
    });
  const uploaded = async (person: Person, input: Readonly<Record<string, unknown>>): Promise<string> => {
    const { attachment } = await announce(person, input);
    await arrive(attachment.id);
    return attachment.id;
  };
  const draftOf = async (person: Person): Promise<string> =>
    (await person.ask("mutation { saveDraft(input: { content: {} }) { draft { id } } }")).data.saveDraft.draft.id;
  const opened = async (): Promise<[Person, string]> => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    const id = (await openRequest(person, planId)).confirmation.requestId as string;
    await api.db.transaction("test move", (tx) =>
      tx
        .of(requestStore)
        .update(id, { engineerId: engineer.account.id, status: "ASSIGNED", updatedAt: api.clock.now() }),
    );
    return [person, id];
  };
  const write = async (person: Person, input: object) =>
    person.ask(WRITE, { input: { text: "See the file.", ...input } });
  const see = async (person: Person, id: string) => (await person.ask(SEE, { id })).data?.request;

  it("F47: announcing a file names where its bytes go, under a name that is one", async () => {
    const person = await api.person();
    const draftId = await draftOf(person);
    expect(await announce(person, { draftId, name: "../../ș \u202Efdp.exe", size: 2_147_483_648 })).toEqual({
      attachment: {
        id: expect.stringMatching(/^att_/),
        name: "ș fdp.exe",
        size: 2_147_483_648,
        mediaType: "text/plain",
        state: "UPLOADING",
        url: null,
        sha256: null,
      },
      uploadUrl: expect.stringMatching(/^\/files\/att_/),
      headers: [{ name: "Tus-Resumable", value: "1.0.0" }],
      expiresAt: new Date(api.clock.now() + 86_400_000).toISOString(),
      userErrors: [],
    });
    expect((await announce(person, { draftId, size: 2_147_483_649 })).userErrors).toEqual([
      { code: "ATTACHMENT_REFUSED", message: "This file is larger than allowed.", path: ["size"] },
    ]);
    const both = await person.ask(ANNOUNCE, {
      input: { draftId, requestId: draftId, name: "a", size: 1, mediaType: "" },
    });
    expect(errorCodes(both)).toEqual(["BAD_USER_INPUT"]);
  });

  it("R7, F37: what was put with the draft goes along with the submission, for everybody who sees it", async () => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    const draftId = await draftOf(person);
    const id = await uploaded(person, { draftId });
    expect(
      (await person.ask(`{ draft(id: "${draftId}") { attachments { id state } } }`)).data.draft.attachments,
    ).toEqual([{ id, state: "UNSCANNED" }]);
    const colleague = await api.person();
    const contact = { givenName: "C", familyName: "D", email: colleague.account.email };
    const { confirmation } = await openRequest(person, planId, { draftId, additionalContacts: [contact] });
    for (const one of [person, colleague])
      expect(await see(one, confirmation.requestId)).toMatchObject({
        attachments: [{ id, name: "log.txt" }],
        timeline: { nodes: [{ kind: "SUBMITTED", attachments: [{ id }] }] },
      });
    expect(await api.db.read.of(draftStore).byId(draftId)).toBeNull();
  });

  it("R7, R88: who submits without being a contact sees the files no longer", async () => {
    const [person, primary] = [await api.person(), await api.person()];
    const { planId } = await makeAgreement(api, [person]);
    const draftId = await draftOf(person);
    const id = await uploaded(person, { draftId });
    expect((await person.ask(NODE, { id })).data.node.name).toBe("log.txt");
    await openRequest(person, planId, { draftId, primaryContact: { ...self(primary), isSelf: false } });
    expect(errorCodes(await person.ask(NODE, { id }))).toEqual(["NOT_FOUND"]);
    expect((await primary.ask(NODE, { id })).data.node.name).toBe("log.txt");
  });

  it("F37: a file that is not there yet, or infected, holds the submission up; nothing is written, the draft is kept", async () => {
    const person = await api.person();
    const { planId } = await makeAgreement(api, [person]);
    const draftId = await draftOf(person);
    const { attachment } = await announce(person, { draftId });
    const submit = async () => openRequest(person, planId, { draftId });
    expect((await submit()).userErrors).toMatchObject([{ code: "ATTACHMENT_NOT_READY", path: ["attachments"] }]);
    await arrive(attachment.id, "INFECTED");
    expect((await submit()).userErrors).toMatchObject([
      { code: "ATTACHMENT_REFUSED", path: ["attachments"], message: "A virus was found in this file." },
    ]);
    expect((await api.db.read.of(draftStore).byId(draftId))?.id).toBe(draftId);
    await person.ask(
      `mutation { removeAttachment(input: { attachmentId: "${attachment.id}" }) { removedAttachmentId } }`,
    );
    expect((await submit()).userErrors).toEqual([]);
  });

  it("F37: a draft of somebody else gives nothing of its files", async () => {
    const [person, other] = [await api.person(), await api.person()];
    const { planId } = await makeAgreement(api, [person]);
    const foreign = await draftOf(other);
    const id = await uploaded(other, { draftId: foreign });
    const { confirmation } = await openRequest(person, planId, { draftId: foreign });
    expect((await see(person, confirmation.requestId)).attachments).toEqual([]);
    expect((await api.db.read.of(attachmentStore).byId(id))?.draftId).toBe(foreign);
  });

  it("R92: files go along with a communication once; before that they are their sender's alone", async () => {
    const [person, requestId] = await opened();
    const id = await uploaded(person, { requestId });
    expect((await see(engineer, requestId)).attachments).toEqual([]);
    expect(errorCodes(await engineer.ask(NODE, { id }))).toEqual(["NOT_FOUND"]);
    expect(errorCodes(await write(engineer, { requestId, attachmentIds: [id] }))).toEqual(["NOT_FOUND"]);
    const sent = (await write(person, { requestId, attachmentIds: [id, id] })).data.addCommunication;
    expect(sent).toEqual({ entry: { id: expect.any(String), attachments: [{ id, name: "log.txt" }] }, userErrors: [] });
    expect((await see(engineer, requestId)).attachments).toEqual([{ id, name: "log.txt" }]);
    expect(errorCodes(await write(person, { requestId, attachmentIds: [id] }))).toEqual(["NOT_FOUND"]);
    const remove = `mutation { removeAttachment(input: { attachmentId: "${id}" }) { removedAttachmentId } }`;
    expect(errorCodes(await person.ask(remove))).toEqual(["FORBIDDEN"]);
    expect(errorCodes(await engineer.ask(remove))).toEqual(["FORBIDDEN"]);
    expect(errorCodes(await (await api.person()).ask(remove))).toEqual(["NOT_FOUND"]);
  });

  it("R92: one that is still on its way holds the communication up; nothing is half-sent", async () => {
    const [person, requestId] = await opened();
    const ready = await uploaded(person, { requestId });
    const { attachment } = await announce(person, { requestId });
    const answer = await write(person, { requestId, attachmentIds: [ready, attachment.id] });
    expect(answer.data.addCommunication).toEqual({
      entry: null,
      userErrors: [{ code: "ATTACHMENT_NOT_READY", path: ["attachmentIds"] }],
    });
    expect((await api.db.read.of(attachmentStore).byId(ready))?.entryId).toBeNull();
  });

  it("R92: files without a text are an entry of their own, told once under its key", async () => {
    const [person, requestId] = await opened();
    const ids = [await uploaded(person, { requestId }), await uploaded(person, { requestId, name: "b.txt" })];
    const send = () => person.ask(SEND, { input: { requestId, attachmentIds: ids, idempotencyKey: `k-${requestId}` } });
    const first = await send();
    expect(first.data.addAttachments).toMatchObject({
      entry: { kind: "ATTACHMENT_ADDED", attachments: ids.map((id) => ({ id })) },
      userErrors: [],
    });
    expect((await send()).data).toEqual(first.data);
    const other = { requestId, attachmentIds: [ids[0]], idempotencyKey: `k-${requestId}` };
    expect((await person.ask(SEND, { input: other })).errors[0]?.extensions.code).toBe("IDEMPOTENCY_KEY_REUSED");
    expect((await see(engineer, requestId)).attachments.map((file: { id: string }) => file.id)).toEqual(ids);
    const none = await person.ask(SEND, { input: { requestId, attachmentIds: [] } });
    expect(codesOf(none.data.addAttachments)).toEqual(["INPUT_REQUIRED"]);
  });

  it("F42: a file of an internal note is the engineer's: no customer sees it as row or list", async () => {
    const [person, requestId] = await opened();
    const id = await uploaded(engineer, { requestId, name: "internal.txt" });
    await write(engineer, { requestId, attachmentIds: [id], isInternal: true });
    expect((await see(engineer, requestId)).attachments).toEqual([{ id, name: "internal.txt" }]);
    expect((await see(person, requestId)).attachments).toEqual([]);
    expect(errorCodes(await person.ask(NODE, { id }))).toEqual(["NOT_FOUND"]);
  });

  it("F52, F69: the routed team has the evidence before anybody takes a request; its notes' files, another team and a second engineer have not", async () => {
    const [person, requestId] = await opened();
    const [evidence, noted] = [await uploaded(person, { requestId }), await uploaded(engineer, { requestId })];
    await write(person, { requestId, attachmentIds: [evidence] });
    await write(engineer, { requestId, attachmentIds: [noted], isInternal: true });
    const mate = await api.person({ roles: ["ENGINEER"] });
    const row = async (who: Person) =>
      (await who.ask(`{ queueItem(id: "${requestId}") { sight attachments { id } } }`)).data.queueItem;
    expect(await row(mate)).toEqual({ sight: "FACTS", attachments: null });
    expect(await row(engineer)).toMatchObject({ attachments: [{ id: evidence }, { id: noted }] });
    await api.db.transaction("test queue", (tx) =>
      tx.of(requestStore).update(requestId, { engineerId: null, updatedAt: 0 }),
    );
    expect(await row(mate)).toEqual({ sight: "CONTENT", attachments: [{ id: evidence }] });
    const admin = await api.person({ roles: ["ADMINISTRATOR"] });
    expect(await row(admin)).toMatchObject({ attachments: null });
  });

  it("F49: nothing is added to a closed request, begun before or not", async () => {
    const [person, requestId] = await opened();
    const id = await uploaded(person, { requestId });
    await person.ask(`mutation { closeRequest(input: { requestId: "${requestId}" }) { userErrors { code } } }`);
    expect(codesOf(await announce(person, { requestId }))).toEqual(["REQUEST_CLOSED"]);
    expect(
      codesOf((await person.ask(SEND, { input: { requestId, attachmentIds: [id] } })).data.addAttachments),
    ).toEqual(["REQUEST_CLOSED"]);
  });

  it("leaves every invariant whole", async () => {
    expect(await api.db.verify(api.clock.now())).toEqual([]);
  });
});
