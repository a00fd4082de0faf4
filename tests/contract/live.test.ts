/** Live updates over the real socket: who hears, who does not, and who is shown out (F76, A-8, I-13). */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { newId } from "../../apps/api/src/kernel/db/index.js";
import type { Scope } from "../../apps/api/src/kernel/principal.js";
import { createToken } from "../../apps/api/src/modules/identity/module.js";
import { requestStore } from "../../apps/api/src/modules/requests/module.js";
import { type Credentials, eventually, type LiveListener, listenAs } from "../support/live-listener.js";
import { startTestServer, type TestServer } from "../support/test-server.js";
import { addAgreement, createRequest, issueAgreement, newcomer, type Visitor } from "../support/visitor.js";

const UPDATED = "subscription ($id: ID!) { requestUpdated(requestId: $id) { id additionalContacts { email } } }";
const ADDED = "subscription ($id: ID!) { communicationAdded(requestId: $id) { id kind actor { name } } }";
const SHARE = `mutation ($id: ID!, $email: EmailAddress!) { shareRequest(input: { requestId: $id, contacts: [
  { givenName: "Radu", familyName: "Marin", email: $email }] }) { addedContacts { id } userErrors { code } } }`;

describe("live updates", () => {
  let server: TestServer;
  let ana: Visitor;
  let radu: Visitor;
  let raduEmail: string;
  let stranger: Visitor;
  let requestId: string;
  const listeners: LiveListener[] = [];

  beforeAll(async () => {
    server = await startTestServer({ seed: "reference" });
    raduEmail = "radu.live@carpatia.example";
    ana = await newcomer(server);
    radu = await newcomer(server, { email: raduEmail });
    stranger = await newcomer(server);
    await addAgreement(ana, await issueAgreement(server));
    const plans = await ana.ask("{ myPlans { nodes { id } } }");
    requestId = (await createRequest(ana, plans.data.myPlans.nodes[0].id)).payload.confirmation.requestId;
  });
  afterEach(async () => {
    for (const listener of listeners.splice(0)) await listener.stop();
  });
  afterAll(() => server.stop());

  const listener = (credentials: Credentials): LiveListener => {
    const made = listenAs(server, credentials);
    listeners.push(made);
    return made;
  };
  const share = (email: string) => ana.ask(SHARE, { id: requestId, email });
  const write = (isInternal: boolean) =>
    server.db.transaction("test entry", (tx) =>
      tx.of(requestStore).addEvents([
        {
          id: newId("evt", server.clock.now()),
          requestId,
          kind: isInternal ? "NOTE" : "REPLY",
          actorId: ana.accountId,
          isFromSupport: isInternal,
          isInternal,
          text: "Hello",
          status: null,
          at: server.clock.now(),
        },
      ]),
    );

  it("F73: a name that no operation of the document has is refused, also where it has only one", async () => {
    const named = UPDATED.replace("subscription", "subscription Updated");
    const two = `${named} query Look { viewer { account { id } } }`;
    const open = listener({ cookie: ana.cookie });
    const refused = [
      open.listen(UPDATED, { id: requestId }, "Updated"),
      open.listen(named, { id: requestId }, "updated"),
      open.listen(named, { id: requestId }, ""),
      open.listen(two, { id: requestId }, "Nothing"),
      open.listen(two, { id: requestId }),
      open.listen(two, { id: requestId }, "Look"),
    ];
    const heard = open.listen(two, { id: requestId }, "Updated");
    await eventually(() => refused.every((one) => one.ended() !== null));
    expect(refused.map((one) => one.ended())).toEqual(refused.map(() => ["BAD_USER_INPUT"]));
    await write(false);
    await eventually(() => heard.events.length > 0);
    heard.stop();
  });

  it("F76: a contact hears what another has done, within a second, without asking", async () => {
    const open = listener({ cookie: ana.cookie });
    const updates = open.listen(UPDATED, { id: requestId });
    const entries = open.listen(ADDED, { id: requestId });
    const list = open.listen("subscription { myRequestsChanged { requestId } }");
    await write(false);
    await eventually(() => updates.events.length > 0 || entries.ended() !== null);
    // Subscriptions reach the server in their own time: what they missed is no part of this.
    await share(raduEmail);
    const begun = performance.now();
    await eventually(() => entries.events.some((event) => event.data.communicationAdded.kind === "CONTACT_ADDED"));
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(updates.events.at(-1).data.requestUpdated).toEqual({
      id: requestId,
      additionalContacts: [{ email: raduEmail }],
    });
    expect(list.events.at(-1).data.myRequestsChanged).toEqual({ requestId });
  });

  it("F71, P12: who is added hears of it at once, as one more unread notice", async () => {
    const mara = await newcomer(server, { email: "mara.live@carpatia.example" });
    const bell = listener({ cookie: mara.cookie }).listen("subscription { unreadNoticeCount }");
    await eventually(() => false, 200);
    await share("mara.live@carpatia.example");
    await eventually(() => bell.events.length > 0, 5000);
    expect(bell.events.at(-1)?.data).toEqual({ unreadNoticeCount: 1 });
  });

  it("A-1: nobody, a stranger and a token without its scope do not get to listen", async () => {
    const token = async (visitor: Visitor, scope: Scope): Promise<string> => {
      const asked = { accountId: visitor.accountId, name: "test", scopes: [scope], expiresAt: null };
      return (await createToken({ ...server, limits: server.config.limits }, asked)).token;
    };
    const refused = async (credentials: Credentials): Promise<readonly string[] | null> => {
      const listening = listener(credentials).listen(UPDATED, { id: requestId });
      await eventually(() => listening.ended() !== null);
      return listening.ended();
    };
    expect(await refused({})).toEqual(["closed 4403"]);
    expect(await refused({ token: "acc_pat_nonsense" })).toEqual(["closed 4403"]);
    expect(await refused({ cookie: stranger.cookie })).toEqual(["NOT_FOUND"]);
    expect(await refused({ token: await token(ana, "agreements:read") })).toEqual(["FORBIDDEN"]);
    const allowed = listener({ token: await token(ana, "requests:read") }).listen(ADDED, { id: requestId });
    await eventually(() => false, 200);
    await write(false);
    await eventually(() => allowed.events.length > 0);
    expect(allowed.events).toHaveLength(1);
  });

  it("A-8: who is removed hears nothing more, and the subscription ends", async () => {
    const open = listener({ cookie: radu.cookie });
    const listening = open.listen(UPDATED, { id: requestId });
    await eventually(() => false, 200);
    await write(false);
    await eventually(() => listening.events.length > 0);
    expect(listening.events.length).toBeGreaterThan(0);
    const before = listening.events.length;
    const { data } = await radu.ask("query ($id: ID!) { request(by: { id: $id }) { viewerCanRemoveContactIds } }", {
      id: requestId,
    });
    await radu.ask(
      "mutation ($id: ID!, $contact: ID!) { removeContact(input: { requestId: $id, contactId: $contact }) { userErrors { code } } }",
      { id: requestId, contact: data.request.viewerCanRemoveContactIds[0] },
    );
    await eventually(() => listening.ended() !== null);
    expect(listening.ended()).toEqual([]);
    await write(false);
    await eventually(() => false, 100);
    expect(listening.events).toHaveLength(before);
  });

  it("A-2: what is internal reaches no customer, not even as the fact that something happened", async () => {
    const open = listener({ cookie: ana.cookie });
    const heard = [
      open.listen(UPDATED, { id: requestId }),
      open.listen(ADDED, { id: requestId }),
      open.listen("subscription { myRequestsChanged { requestId } }"),
    ];
    await eventually(() => false, 200);
    await write(true);
    await eventually(() => heard.some((one) => one.events.length > 0), 300);
    expect(heard.map((one) => one.events.length)).toEqual([0, 0, 0]);
    await write(false);
    await eventually(() => heard.every((one) => one.events.length > 0));
    expect(heard.map((one) => one.events.length)).toEqual([1, 1, 1]);
  });

  it("A-8: signing out closes the open connection within five seconds", async () => {
    const leaving = await newcomer(server);
    const open = listener({ cookie: leaving.cookie });
    open.listen("subscription { myRequestsChanged { requestId } }");
    await eventually(() => false, 200);
    const headers = { cookie: leaving.cookie, origin: server.origin };
    await fetch(new URL("/auth/logout", server.origin), { method: "POST", headers, redirect: "manual" });
    await eventually(() => open.closed() !== null, 5000);
    expect(open.closed()).toBe(4403);
  });

  it("I-13: another site's page cannot open the socket, and other paths have none", async () => {
    const status = (path: string, headers: Record<string, string>): Promise<number> =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${server.origin.replace(/^http/, "ws")}${path}`, "graphql-transport-ws", {
          headers,
        });
        socket.on("unexpected-response", (_request, response) => {
          resolve(response.statusCode ?? 0);
          socket.terminate();
        });
        socket.on("open", () => resolve(101));
        socket.on("error", () => undefined);
      });
    expect(await status("/graphql", { origin: "https://elsewhere.example", cookie: ana.cookie })).toBe(403);
    expect(await status("/graphql", { origin: "null", cookie: ana.cookie })).toBe(403);
    expect(await status("/other", { origin: server.origin })).toBe(404);
    expect(await status("/graphql", { origin: server.origin })).toBe(101);
  });

  it("K4: connections that say nothing fill an address for strangers alone; an account fills its own number", async () => {
    const limits = '{"liveConnectionsPerAddress":2,"liveConnectionsPerAccount":2}';
    const small = await startTestServer({ seed: "reference", env: { ACCORD_LIMITS: limits } });
    const [one, other] = [await newcomer(small), await newcomer(small)];
    const url = `${small.origin.replace(/^http/, "ws")}/graphql`;
    const open = (cookie?: string): Promise<WebSocket | string> =>
      new Promise((resolve) => {
        const headers = { origin: small.origin, ...(cookie === undefined ? {} : { cookie }) };
        const socket = new WebSocket(url, "graphql-transport-ws", { headers });
        socket.on("unexpected-response", (_request, { statusCode, headers: told }) => {
          resolve(`${statusCode} ${told["retry-after"]}`);
          socket.terminate();
        });
        socket.on("open", () => resolve(socket));
        socket.on("error", () => undefined);
      });
    /** Says who it is: acknowledged, or the code it is closed with. */
    const introduce = async (cookie: string): Promise<string | number> => {
      const socket = await open(cookie);
      if (typeof socket === "string") return socket;
      opened.push(socket);
      return new Promise((resolve) => {
        socket.on("message", (data) => resolve(JSON.parse(String(data)).type));
        socket.on("close", resolve);
        socket.send('{"type":"connection_init"}');
      });
    };
    const opened: WebSocket[] = [];
    for (let count = 0; count < 2; count += 1) {
      const socket = await open();
      if (typeof socket !== "string") opened.push(socket);
    }
    expect(await open()).toBe("429 5");
    expect([await introduce(one.cookie), await introduce(one.cookie)]).toEqual(["connection_ack", "connection_ack"]);
    expect(await introduce(one.cookie)).toBe(1013);
    expect(await introduce(other.cookie)).toBe("connection_ack");
    for (const socket of opened) socket.terminate();
    await small.stop();
  });

  it("I-13: queries, mutations, documents out of form and an eleventh subscription are refused", async () => {
    const open = listener({ cookie: ana.cookie });
    const ended = async (query: string): Promise<readonly string[] | null> => {
      const listening = open.listen(query, { id: requestId });
      await eventually(() => listening.ended() !== null);
      return listening.ended();
    };
    expect(await ended("{ viewer { canPurchase } }")).toEqual(["BAD_USER_INPUT"]);
    expect(await ended('mutation { deleteDraft(input: { draftId: "a" }) { deletedDraftId } }')).toEqual([
      "BAD_USER_INPUT",
    ]);
    expect(await ended("subscription { nothing }")).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    expect(await ended("subscription {")).toEqual(["GRAPHQL_PARSE_FAILED"]);
    for (let opened = 0; opened < 10; opened += 1) open.listen(UPDATED, { id: requestId });
    expect(await ended(UPDATED)).toEqual(["BAD_USER_INPUT"]);
  });

  it("I-13: frames that are no messages close their own connection and nothing else", async () => {
    const socket = new WebSocket(`${server.origin.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws", {
      headers: { origin: server.origin, cookie: ana.cookie },
    });
    const code = new Promise<number>((resolve) => socket.on("close", resolve));
    socket.on("open", () => socket.send("\u0000 this is no JSON"));
    expect(await code).toBe(4400);
    expect((await ana.ask("{ viewer { account { id } } }")).data.viewer.account.id).toBe(ana.accountId);
  });
});
