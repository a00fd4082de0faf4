/** Every mutation takes a key or needs none; under a key it is done once, whatever comes twice, and a refusal burns none (M-4, K7). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isInputObjectType, isNonNullType } from "graphql";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { makeAgreement, openRequest, requestInput, self } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { createTestMail, type TestMail } from "../../../../../tests/support/test-mail.js";
import { activationStore } from "../../modules/agreements/module.js";
import { draftStore } from "../../modules/drafts/module.js";
import { attachmentStore } from "../../modules/files/module.js";
import { MODULES } from "../../modules/modules.js";
import { buildApiSchema } from "../../schema.js";
import { auditStore } from "../audit/audit.store.js";
import { outboxStore } from "../jobs/outbox.store.js";

/** Held by tests of their own, which have what these need: a file, a mail, a shop. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  addAttachments: "requests/attachments/attachments.test.ts",
  startCardSetup: "purchases/purchases.test.ts",
  markSolved: "help/help.test.ts",
  markAsMessage: "mail/inbound/inbound.test.ts",
  purchaseIncident: "purchases/purchases.test.ts",
  refundPurchase: "purchases/settling.test.ts",
  createAgreementImport: "administration/imports/imports.test.ts",
  startAgreementImport: "administration/imports/imports.test.ts",
};

interface Case {
  readonly by: Person;
  readonly input: object;
  /** The same command with other content. */
  readonly other: object;
  /** What is refused first, under the same key. */
  readonly refused?: object;
}
type Input = Readonly<Record<string, unknown>>;

const inputTypes = async (): Promise<ReadonlyMap<string, { readonly name: string; readonly hasKey: boolean }>> => {
  const fields = (await buildApiSchema()).getMutationType()?.getFields() ?? {};
  return new Map(
    Object.values(fields).map(({ name, args }) => {
      const type = args.find((one) => one.name === "input")?.type;
      const named = isNonNullType(type) ? type.ofType : type;
      const hasKey = isInputObjectType(named) && "idempotencyKey" in named.getFields();
      return [name, { name: String(type), hasKey }];
    }),
  );
};

it("K7: every mutation takes a key or says why it needs none, also where it is described", async () => {
  const mutations = [...(await inputTypes())];
  expect(
    mutations
      .filter(([, { hasKey }]) => !hasKey)
      .map(([name]) => name)
      .toSorted(),
  ).toEqual(Object.keys(MODULES.onceByNature).toSorted());
  const fields = (await buildApiSchema()).getMutationType()?.getFields();
  for (const [name, reason] of Object.entries(MODULES.onceByNature))
    expect(fields?.[name]?.description).toContain(`Takes no key: ${reason}.`);
});

describeOnBothDatabases("commands under a key", (databases) => {
  let api: TestApi;
  let admin: Person;
  let engineer: Person;
  let lead: Person;
  let mail: TestMail;
  let types: Awaited<ReturnType<typeof inputTypes>>;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
    [admin, engineer, lead] = await Promise.all([
      api.person({ roles: ["ADMINISTRATOR"] }),
      api.person({ roles: ["ENGINEER"] }),
      api.person({ roles: ["LEAD", "ENGINEER"] }),
    ]);
    mail = createTestMail(api);
    types = await inputTypes();
  });

  const send = (by: Person, name: string, input: object) =>
    by.ask(`mutation ($input: ${types.get(name)?.name ?? ""}) { ${name}(input: $input) { userErrors { code } } }`, {
      input,
    });
  const done = async (by: Person, name: string, input: object): Promise<void> => {
    const answer = await send(by, name, input);
    expect([answer.errors, answer.data?.[name].userErrors], answer.text).toEqual([[], []]);
  };
  const agreement = async () => (await makeAgreement(api)).planId;
  const waiting = async () => {
    const planId = await agreement();
    const day = { redeemBy: "2027-12-31", redeemEndsAt: Date.parse("2028-01-01") };
    await api.db.transaction("test activation", (tx) =>
      tx.of(activationStore).create({ planId, basis: "ACTIVATION", ...day }),
    );
    return planId;
  };
  const opened = async () => {
    const by = await api.person();
    const { planId } = await makeAgreement(api, [by]);
    return { by, planId, requestId: (await openRequest(by, planId)).confirmation.requestId as string };
  };
  const taken = async () => {
    const request = await opened();
    await done(engineer, "takeRequest", { requestId: request.requestId });
    return request;
  };
  const closed = async () => {
    const request = await taken();
    await done(request.by, "closeRequest", { requestId: request.requestId, reason: "SOLVED" });
    return request;
  };
  const COLLEAGUE = { givenName: "Ion", familyName: "Pop", email: "ion.pop@x.example" };
  const shared = async () => {
    const request = await opened();
    const SHARE = `mutation ($input: ShareRequestInput!) { shareRequest(input: $input) { addedContacts { id } } }`;
    const answer = await request.by.ask(SHARE, { input: { requestId: request.requestId, contacts: [COLLEAGUE] } });
    return { ...request, contactId: answer.data.shareRequest.addedContacts[0].id as string };
  };
  const asked = async () => {
    const request = await opened();
    const NUMBER = `query ($id: ID!) { request(by: { id: $id }) { number accessAsks { id } } }`;
    const see = async () => (await request.by.ask(NUMBER, { id: request.requestId })).data.request;
    await done(await api.person(), "createAccessAsk", { number: (await see()).number });
    await mail.drain();
    return { ...request, askId: (await see()).accessAsks[0].id as string };
  };
  const split = async () => {
    const request = await taken();
    const part = { title: "Printers", description: "They lost their queue." };
    const PROPOSE = `mutation ($input: CreateSplitProposalInput!) { createSplitProposal(input: $input) { proposal { id } } }`;
    const answer = await engineer.ask(PROPOSE, { input: { requestId: request.requestId, ...part } });
    return { ...request, proposalId: answer.data.createSplitProposal.proposal.id as string };
  };
  /** A command with a reason or a text, of which another reason or text is another command and none is refused. */
  const worded = (by: Person, word: string, input: object): Case => ({
    by,
    input: { ...input, [word]: "Because." },
    other: { ...input, [word]: "Something else." },
    refused: { ...input, [word]: " " },
  });

  const CASES: Readonly<Record<string, () => Promise<Case>>> = {
    redeemActivationLink: async () => {
      const token = async (): Promise<string> => {
        const LINK = `mutation ($input: CreateActivationLinkInput!) { createActivationLink(input: $input) { activation { url } } }`;
        const answer = await admin.ask(LINK, { input: { planId: await agreement() } });
        return answer.data.createActivationLink.activation.url.split(/[/#]/).at(-1);
      };
      const by = await api.person();
      return { by, input: { token: await token() }, other: { token: await token() }, refused: { token: "none" } };
    },
    updatePack: async () => {
      const file = { kind: "PARTNER_TENANTS", text: "tenantId,name\n0b1f2f3a-1111-4222-8333-944445555666,Partner\n" };
      const PREVIEW =
        "mutation ($input: CreatePackPreviewInput!) { createPackPreview(input: $input) { preview { digest } } }";
      const seen = await admin.ask(PREVIEW, { input: file });
      const input = { ...file, digest: seen.data.createPackPreview.preview.digest as string };
      return { by: admin, input, other: { ...input, digest: "other" }, refused: { ...input, digest: "none" } };
    },
    saveArticle: async () => {
      const article = {
        articleId: "keys-of-commands",
        kind: "PORTAL",
        problems: [],
        tags: ["keys"],
        title: "Keys",
        titleRo: "Chei",
        body: "A key.",
        bodyRo: "O cheie.",
        audience: ["customer"],
        related: [],
      };
      return { by: admin, input: article, other: { ...article, title: "Other" }, refused: { ...article, title: "" } };
    },
    saveView: async () => ({
      by: engineer,
      input: { name: "Mine" },
      other: { name: "Other" },
      refused: { name: "" },
    }),
    addAgreement: async () => {
      const { accessId, agreementId } = await makeAgreement(api);
      const input = { accessId, agreementId };
      return {
        by: await api.person(),
        input,
        other: { accessId, agreementId: "1" },
        refused: { accessId: "", agreementId },
      };
    },
    addCommunication: async () => {
      const { by, requestId } = await opened();
      return worded(by, "text", { requestId });
    },
    adjustIncidents: async () => worded(admin, "reason", { planId: await agreement(), incidents: -2 }),
    createAccessAsk: async () => {
      const { by, requestId } = await opened();
      const { data } = await by.ask(`query ($id: ID!) { request(by: { id: $id }) { number } }`, { id: requestId });
      const { number } = data.request;
      return {
        by: await api.person(),
        input: { number },
        other: { number: number.split("").reverse().join("") },
        refused: { number: "1" },
      };
    },
    createSeverityAsk: async () => {
      const { by, requestId } = await taken();
      return worded(by, "reason", { requestId, severity: "CRITICAL" });
    },
    updateRequestStatus: async () => {
      const { requestId } = await taken();
      return { by: engineer, input: { requestId, status: "SOLVED" }, other: { requestId, status: "IN_PROGRESS" } };
    },
    updateRequestSeverity: async () => {
      const input = { requestId: (await taken()).requestId, severity: "CRITICAL" };
      return { by: engineer, input, other: { ...input, severity: "MINIMAL" } };
    },
    closeRequest: async () => {
      const { by, requestId } = await taken();
      return {
        by,
        input: { requestId, reason: "SOLVED" },
        other: { requestId, reason: "SOLVED", rating: { score: 1 } },
      };
    },
    createActivationLink: async () => ({
      by: admin,
      input: { planId: await agreement() },
      other: { planId: await agreement() },
    }),
    createAttachmentUpload: async () => {
      const by = await api.person();
      const DRAFT = "mutation { saveDraft(input: { content: {} }) { draft { id } } }";
      const { id: draftId } = (await by.ask(DRAFT)).data.saveDraft.draft;
      const file = { draftId, name: "log.txt", size: 10, mediaType: "text/plain" };
      return { by, input: file, other: { ...file, size: 11 }, refused: { ...file, size: 1e12 } };
    },
    createInvitation: async () => {
      const { by, requestId, contactId } = await shared();
      const input = { requestId, contactId, send: true };
      return { by, input, other: { ...input, send: false } };
    },
    createGeneralQuestion: async () => {
      const question = { topicId: "other", title: "A question", description: "About the portal." };
      const by = await api.person();
      return { by, input: question, other: { ...question, title: "Another" }, refused: { ...question, title: "" } };
    },
    createRequest: async () => {
      const { by, planId } = await opened();
      const input = requestInput(by, planId);
      return { by, input, other: { ...input, title: "Another" }, refused: { ...input, title: " " } };
    },
    createRequestForCustomer: async () => {
      const { idempotencyKey: _key, planId: _plan, ...said } = requestInput(engineer, "") as Input;
      const { isSelf: _self, ...contact } = self(await api.person());
      return worded(engineer, "description", { ...said, primaryContact: contact });
    },
    decideAccessAsk: async () => {
      const { by, askId } = await asked();
      return { by, input: { askId, isGranted: true }, other: { askId, isGranted: false } };
    },
    decideSplit: async () => {
      const { by, proposalId } = await split();
      return { by, input: { proposalId, isAccepted: true }, other: { proposalId, isAccepted: false } };
    },
    updateActivationEnd: async () => worded(admin, "reason", { planId: await waiting(), redeemBy: "2029-01-31" }),
    updateAgreementEnd: async () => worded(admin, "reason", { planId: await agreement(), endsOn: "2029-01-31" }),
    handOverRequest: async () =>
      worded(engineer, "note", { requestId: (await taken()).requestId, toEngineerId: lead.account.id }),
    createToken: async () => {
      const token = { name: "CRM", scopes: ["REQUESTS_READ"], expiresInDays: 30 };
      return {
        by: await api.person(),
        input: token,
        other: { ...token, name: "Other" },
        refused: { ...token, name: "" },
      };
    },
    createAgreements: async () => {
      const input = { programmeId: "visual-studio-enterprise", startsOn: "2026-11-20", count: 2 };
      return { by: admin, input, other: { ...input, count: 3 }, refused: { ...input, count: 101 } };
    },
    createSplitProposal: async () =>
      worded(engineer, "description", { requestId: (await taken()).requestId, title: "Printers" }),
    updateRequestRating: async () => {
      const { by, requestId } = await closed();
      return { by, input: { requestId, score: 4 }, other: { requestId, score: 1 }, refused: { requestId, score: 9 } };
    },
    updateRequestAssignment: async () => {
      const { requestId } = await taken();
      const input = { requestId, toEngineerId: lead.account.id };
      return { by: lead, input, other: { ...input, note: "Other" } };
    },
    redeemInvitation: async () => {
      const { by, requestId, contactId } = await shared();
      const INVITE = `mutation ($input: CreateInvitationInput!) { createInvitation(input: $input) { invitation { url } } }`;
      const { data } = await by.ask(INVITE, { input: { requestId, contactId } });
      const token = data.createInvitation.invitation.url.split(/[/#]/).at(-1);
      return { by: await api.person(), input: { token }, other: { token: "other" }, refused: { token: "none" } };
    },
    refundIncident: async () => {
      const { requestId } = await taken();
      const input = { requestId, reason: "DUPLICATE" };
      return { by: engineer, input, other: { requestId, reason: "PRODUCT_DEFECT" } };
    },
    removeAgreement: async () => {
      const by = await api.person();
      const [{ planId }, other] = [await makeAgreement(api, [by]), await makeAgreement(api, [by])];
      return { by, input: { planId }, other: { planId: other.planId } };
    },
    removeContact: async () => {
      const { by, requestId, contactId } = await shared();
      const { data } = await by.ask(`query ($id: ID!) { request(by: { id: $id }) { primaryContact { id } } }`, {
        id: requestId,
      });
      const own = { requestId, contactId: data.request.primaryContact.id };
      return { by, input: { ...own, newPrimaryContactId: contactId }, other: { requestId, contactId }, refused: own };
    },
    reopenRequest: async () => {
      const { by, requestId } = await closed();
      return worded(by, "reason", { requestId });
    },
    revokeAgreement: async () => worded(admin, "reason", { planId: await agreement() }),
    rotatePair: async () => worded(admin, "reason", { planId: await agreement() }),
    saveDraft: async () => {
      const draft = (title: string) => ({ content: { title } });
      return {
        by: await api.person(),
        input: draft("Mine"),
        other: draft("Another"),
        refused: draft("x".repeat(1000)),
      };
    },
    saveCannedReply: async () => worded(engineer, "text", { title: "Thanks", language: "EN" }),
    startAddressConfirmation: async () => ({
      by: await api.person({ email: "", isEmailProven: false }),
      input: { email: "new.address@x.example" },
      other: { email: "other.address@x.example" },
      refused: { email: "no address" },
    }),
    shareRequest: async () => {
      const { by, requestId } = await opened();
      const input = { requestId, contacts: [COLLEAGUE] };
      const nobody = { ...COLLEAGUE, email: "no address" };
      return { by, input, other: { requestId, contacts: [] }, refused: { requestId, contacts: [nobody] } };
    },
    takeRequest: async () => ({
      by: engineer,
      input: { requestId: (await opened()).requestId },
      other: { requestId: (await opened()).requestId },
    }),
    cancelRequest: async () => {
      const { by, requestId } = await opened();
      return { by, input: { requestId }, other: { requestId: (await opened()).requestId } };
    },
  };

  /** What a command leaves behind: lines of the record, letters, kept replies and views, drafts and their files. */
  const traces = async (by: Person) => {
    const audit = api.db.read.of(auditStore);
    const outbox = api.db.read.of(outboxStore);
    const { rows } = await outbox.list({ first: 1000, after: null });
    const replies = await engineer.ask("{ workspace { cannedReplies { nodes { id } } savedViews { id } } }");
    const { cannedReplies, savedViews } = replies.data.workspace;
    const drafts = (await api.db.read.of(draftStore).ofAccount(by.account.id)).map(({ id }) => id);
    const files = await api.db.read.of(attachmentStore).ofDrafts(drafts);
    const kept = [cannedReplies.nodes, savedViews, drafts, files].map(({ length }) => length);
    return [await audit.count({}), rows.length, ...kept];
  };

  it("K7: every mutation with a key is here or named with its own test", () => {
    const keyed = [...types].filter(([, { hasKey }]) => hasKey).map(([name]) => name);
    expect([...Object.keys(CASES), ...Object.keys(ELSEWHERE)].toSorted()).toEqual(keyed.toSorted());
    for (const [name, file] of Object.entries(ELSEWHERE)) {
      const text = readFileSync(join(import.meta.dirname, "../../modules", file), "utf8");
      expect([name, text.includes(name), text.includes("IDEMPOTENCY_KEY_REUSED")]).toEqual([name, true, true]);
    }
  });

  it.each(Object.entries(CASES))(
    "M-4, K7: %s under one key is done once, by two at once or one after the other",
    async (name, make) => {
      const { by, input, other, refused } = await make();
      const keyed = (one: object) => ({ ...one, idempotencyKey: `of-${name}` });
      if (refused !== undefined) {
        const no = await send(by, name, keyed(refused));
        expect(no.data?.[name].userErrors.length ?? no.errors.length, no.text).toBeGreaterThan(0);
      }
      const before = await traces(by);
      await Promise.all([done(by, name, keyed(input)), done(by, name, keyed(input))]);
      const after = await traces(by);
      expect(after).not.toEqual(before);
      await done(by, name, keyed(input));
      expect(await traces(by)).toEqual(after);
      expect(errorCodes(await send(by, name, keyed(other)))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
      expect(await traces(by)).toEqual(after);
    },
  );
});
