/** A database that a released version filled: today's program migrates it, boots on it, and answers as it was answered then. */
import { readFileSync } from "node:fs";
import { AUDIT_ACTIONS, receiptStatement } from "@accord/domain";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditStore } from "../../apps/api/src/kernel/audit/audit.store.js";
import { headsFile, readHeads } from "../../apps/api/src/kernel/audit/audit-heads.js";
import { outboxStore } from "../../apps/api/src/kernel/jobs/outbox.store.js";
import { letterOf } from "../../apps/api/src/modules/mail/module.js";
import { createReceiptSigner, purchaseStore } from "../../apps/api/src/modules/purchases/module.js";
import { type MailSink, startMailSink } from "../support/mail-sink.js";
import { sendRaw } from "../support/test-mail.js";
import { freePort } from "../support/test-server.js";
import {
  FORMER_NAMES,
  namesGone,
  PAGED_NAMES,
  RENAMED_NAMES,
  SPREAD_NAMES,
  WRAPPED_ARGUMENTS,
} from "./changed-names.js";
import { type Difference, differencesOf, inOldShape, judge, readAmendments } from "./compare.js";
import { type Names, ORIGIN, type Recorded, readAnswers, readFrozen } from "./frozen-files.js";
import { type FrozenServer, headersOf, startFrozen } from "./frozen-server.js";
import { withNewNames, withoutFields } from "./published-names.js";

const AMENDMENTS = readAmendments(new URL("./amendments/", import.meta.url));
const MOST_SHOWN = 25;
const AT_ONCE = 8;
const HOUR = 3_600_000;
const schema = buildSchema(readFrozen("schema.graphql"));
const today = buildSchema(readFileSync(new URL("../../packages/schema/schema.graphql", import.meta.url), "utf8"));
const removed = new Set(namesGone(schema, today));

for (const engine of ["sqlite", "postgres"] as const)
  describe(`the frozen database (${engine})`, () => {
    let frozen: FrozenServer;
    let names: Names;
    let sink: MailSink;
    let inboundPort: number;

    beforeAll(async () => {
      sink = await startMailSink();
      inboundPort = await freePort();
      const inbound = { INBOUND_SMTP_PORT: String(inboundPort), INBOUND_DOMAIN: "reply.support.example" };
      frozen = await startFrozen(engine, { SMTP_URL: sink.url, ...inbound });
      names = frozen.names;
    }, 120_000);
    afterAll(async () => {
      await frozen?.stop();
      await sink?.leave();
    });

    const changesOf = async (question: Recorded): Promise<Difference[]> => {
      const kept = withoutFields(schema, question.document, removed);
      const document = kept && withNewNames(schema, kept, RENAMED_NAMES, PAGED_NAMES, WRAPPED_ARGUMENTS, SPREAD_NAMES);
      const answer = document === null ? {} : await frozen.ask({ ...question, document });
      return differencesOf(question.name, question.answer, inOldShape(question.answer, answer, FORMER_NAMES));
    };

    it("answers as it did, but for what was changed on purpose", async () => {
      const recorded = readAnswers(engine);
      const differences: Difference[] = [];
      for (let from = 0; from < recorded.length; from += AT_ONCE)
        differences.push(...(await Promise.all(recorded.slice(from, from + AT_ONCE).map(changesOf))).flat());
      const { unmeant, unneeded } = judge(differences, AMENDMENTS);
      expect(unmeant.slice(0, MOST_SHOWN), `${unmeant.length} differences: see tests/frozen/README.md`).toEqual([]);
      expect(unneeded, "amendments that nothing needs any more").toEqual([]);
      expect(recorded.length).toBeGreaterThanOrEqual(200);
    }, 120_000);

    // Their order is another on purpose, which the amendment says; what each of them says is not.
    it("has every article as it was", async () => {
      const textsIn = (answer: unknown): unknown[] =>
        ((answer as { data?: { articles?: { id: string }[] } }).data?.articles ?? []).toSorted((a, b) =>
          a.id.localeCompare(b.id),
        );
      const asked = readAnswers(engine).filter(({ name }) => name.startsWith("articles "));
      expect(asked.length).toBeGreaterThan(0);
      for (const question of asked) {
        const before = textsIn(question.answer);
        expect(before.length).toBeGreaterThan(5);
        const document = withNewNames(schema, question.document, RENAMED_NAMES, PAGED_NAMES);
        const answer = await frozen.ask({ ...question, document });
        expect(textsIn(inOldShape(question.answer, answer, FORMER_NAMES))).toEqual(before);
      }
    });

    it("holds every invariant, and its audit chain is whole up to the heads written down then", async () => {
      const { db, clock } = frozen.server;
      expect(await db.verify(clock.now())).toEqual([]);
      const heads = await readHeads(headsFile(frozen.dataDir));
      expect(heads.length).toBeGreaterThan(0);
      expect(await db.verifyAudit(heads)).toMatchObject({ firstBad: null });
    });

    it("has receipts that say what was signed", async () => {
      const signer = createReceiptSigner(frozen.server.keys.receiptKey);
      expect(names.receipts.length).toBeGreaterThan(15);
      for (const { purchaseId, statement, signature } of names.receipts) {
        const purchase = await frozen.server.db.read.of(purchaseStore).byId(purchaseId);
        expect(purchase && receiptStatement(purchase)).toBe(statement);
        expect(signer.isSigned(statement, signature)).toBe(true);
      }
    });

    it("knows its sessions and tokens", async () => {
      const document = "{ viewer { account { email } scopes } }";
      const emailOf = async (as: string): Promise<unknown> => frozen.ask({ as, document, variables: {} });
      expect(await emailOf("dora")).toMatchObject({
        data: { viewer: { account: { email: "dora.enescu@frozen.example" } } },
      });
      expect(await emailOf("deskToken")).toMatchObject({
        data: { viewer: { scopes: ["REQUESTS_READ", "REQUESTS_WRITE"] } },
      });
    });

    it("gives the money of an old purchase back, whatever its amount was counted in", async () => {
      const document = `mutation ($id: ID!) { refundPurchase(input: { purchaseId: $id, reason: "Asked for." }) {
        purchase { state } userErrors { code } } }`;
      const given = await frozen.ask({ as: "admin", document, variables: { id: names.ids.purchaseHUF } });
      expect(given).toEqual({ data: { refundPurchase: { purchase: { state: "REFUNDED" }, userErrors: [] } } });
    });

    it("finds an agreement by its IDs, and shows them again", async () => {
      const add = `mutation ($input: AddAgreementInput!) { addAgreement(input: $input) { plan { id } userErrors { code } } }`;
      const added = await frozen.ask({ as: "flora", document: add, variables: { input: names.pair } });
      expect(added).toMatchObject({ data: { addAgreement: { plan: { id: names.ids.plan }, userErrors: [] } } });
      const reveal = `mutation ($id: ID!) { revealAgreement(input: { planId: $id }) { accessId agreementId userErrors { code } } }`;
      const shown = await frozen.ask({ as: "ana", document: reveal, variables: { id: names.ids["plan-ana"] } });
      expect(shown).toMatchObject({ data: { revealAgreement: { accessId: expect.any(String), userErrors: [] } } });
    });

    it("answers a command that was carried out before, and does not carry it out again", async () => {
      if (names.replay === null) throw new Error("no command was recorded");
      const { data, ...command } = names.replay;
      expect(await frozen.ask(command)).toEqual({ data });
    });

    it("hands out the files that were sent", async () => {
      const address = `http://127.0.0.1:${frozen.server.config.port}/files/${names.ids.attachment}`;
      const file = await fetch(address, { headers: headersOf(names, "dora") });
      expect(await file.text()).toBe("08:31 locked out\n08:32 locked out\n");
    });

    it("has only audit actions and mails that the program still knows", async () => {
      const { db, mail } = frozen.server;
      const known = new Set<string>(AUDIT_ACTIONS);
      const written = await db.read.of(auditStore).page({}, { first: 1000, after: null });
      expect(written.rows.filter(({ action }) => !known.has(action))).toEqual([]);
      const messages = await db.read.of(outboxStore).list({ first: 1000, after: null }, "mail.");
      expect(new Set(messages.rows.map(({ kind }) => kind)).size).toBeGreaterThan(4);
      for (const message of messages.rows) await letterOf(mail.letters, message);
    });

    it("takes an answer to a mail that it sent", async () => {
      const mail = `From: dora.enescu@frozen.example\r\nSubject: Re: yours\r\nMessage-ID: <later@else.example>\r\n\r\nIt still happens.\r\n`;
      const said = await sendRaw(inboundPort, { from: "dora.enescu@frozen.example", to: [names.replyTo] }, mail);
      expect(said.at(-1)).toMatch(/^250/);
    });

    it("sends what waited for the mail server", async () => {
      frozen.server.clock.advance(HOUR);
      await frozen.server.mail.drain();
      const [waited, ...others] = sink.to("dora.enescu@frozen.example");
      expect(others).toEqual([]);
      expect(waited?.parsed.text).toContain(names.ids.assignedNumber);
      expect(waited?.parsed.text).toContain(ORIGIN);
    });
  });
