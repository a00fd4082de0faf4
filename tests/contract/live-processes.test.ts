/** Live updates across API processes on PostgreSQL: what one commits is heard at the other (F76). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPostgresUrl } from "../support/databases.js";
import { eventually, type LiveListener, listenAs } from "../support/live-listener.js";
import { startTestServer, type TestServer } from "../support/test-server.js";
import { addAgreement, askWith, createRequest, issueAgreement, newcomer, type Visitor } from "../support/visitor.js";

const ADDED = "subscription ($id: ID!) { communicationAdded(requestId: $id) { kind ... on ReplyEntry { text } } }";
const WRITE = `mutation ($id: ID!, $text: String!) { addCommunication(input: { requestId: $id, text: $text }) {
  entry { id } userErrors { code } } }`;

describe("two API processes on one PostgreSQL", () => {
  const keys = mkdtempSync(join(tmpdir(), "accord-keys-"));
  let here: TestServer;
  let there: TestServer;
  let ana: Visitor;
  let requestId: string;
  let listener: LiveListener;
  beforeAll(async () => {
    // Hosts of one installation have the same keys.
    const env = { DATABASE_URL: await newPostgresUrl(), KEYS_DIR: keys };
    here = await startTestServer({ seed: "reference", env });
    there = await startTestServer({ seed: "reference", env });
    ana = await newcomer(here);
    const plan = await issueAgreement(here);
    await addAgreement(ana, plan);
    requestId = (await createRequest(ana, plan.planId)).payload.confirmation.requestId;
    listener = listenAs(there, { cookie: ana.cookie });
  });
  afterAll(async () => {
    await listener.stop();
    await here.stop();
    await there.stop();
    rmSync(keys, { recursive: true, force: true });
  });

  it("F76: what is written at one process is heard at the other, by sessions of both", async () => {
    const listening = listener.listen(ADDED, { id: requestId });
    await eventually(() => false, 500);
    const written = await ana.ask(WRITE, { id: requestId, text: "From the first process" });
    expect(written.data?.addCommunication.userErrors).toEqual([]);
    await eventually(() => listening.events.length > 0);
    expect(listening.events[0].data.communicationAdded).toEqual({ kind: "REPLY", text: "From the first process" });
    const back = askWith(there, { cookie: ana.cookie });
    await back(WRITE, { id: requestId, text: "From the second" });
    await eventually(() => listening.events.length > 1);
    expect(listening.events[1].data.communicationAdded.text).toBe("From the second");
  });
});
