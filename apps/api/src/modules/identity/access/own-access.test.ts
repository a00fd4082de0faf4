/** F7, F74: one's own sessions and tokens are seen, made and ended; others' are as if they did not exist. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { type MailSink, startMailSink } from "../../../../../../tests/support/mail-sink.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { createTestMail, PORTAL } from "../../../../../../tests/support/test-mail.js";
import { auditStore } from "../../../kernel/audit/audit.store.js";
import { newId } from "../../../kernel/db/index.js";
import type { Mail } from "../../mail/module.js";
import { hashSecret } from "../sign-in/access-token.js";
import { sessionStore } from "../storage/session.store.js";
import { tokenStore } from "../storage/token.store.js";

const OWN = `{ viewer { sessions { nodes { id device network isCurrent } } tokens { nodes { id name scopes revokedAt } } } }`;
const CREATE = `mutation ($input: CreateTokenInput!) { createToken(input: $input) {
  secret token { id name scopes expiresAt } userErrors { code path remedy } } }`;
const TOKEN = { name: "CRM", scopes: ["REQUESTS_READ"], expiresInDays: 30, idempotencyKey: "one" };
const MINUTE = 60_000;

describeOnBothDatabases("one's own sessions and tokens", (databases) => {
  let api: TestApi;
  let sink: MailSink;
  let mail: Mail;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), limits: { tokensPerDay: 2 } });
    sink = await startMailSink();
    mail = createTestMail(api, { smtpUrl: sink.url });
  });
  afterAll(async () => {
    await mail.stop();
    await sink.leave();
  });

  const addSession = async (person: Person, id = newId("ses", api.clock.now())): Promise<string> => {
    const now = api.clock.now();
    const times = { authenticatedAt: now, createdAt: now, lastSeenAt: now, expiresAt: now + 600 * MINUTE };
    const place = { device: "Firefox, Linux", network: "192.0.2.7", idToken: null };
    const session = { id, accountId: person.account.id, tokenHash: `hash of ${id}`, ...times, ...place };
    await api.db.transaction("test session", (tx) => tx.of(sessionStore).create(session));
    return id;
  };
  const currentOf = (person: Person): string =>
    person.principal.kind === "session" ? person.principal.sessionId : "none";
  const own = async (person: Person) => (await person.ask(OWN)).data.viewer;
  const end = (by: Person, name: string, input: object) =>
    by.ask(
      `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ended userErrors { code } } }`,
      { input },
    );

  it("F7: sessions say their browser and place; one is ended, then all but the one that asks", async () => {
    const person = await api.person();
    await addSession(person, currentOf(person));
    const [one] = [await addSession(person), await addSession(person)];
    const { sessions } = await own(person);
    expect(sessions.nodes).toHaveLength(3);
    expect(sessions.nodes).toContainEqual({
      id: one,
      device: "Firefox, Linux",
      network: "192.0.2.7",
      isCurrent: false,
    });
    expect(sessions.nodes.filter((each: { isCurrent: boolean }) => each.isCurrent)).toHaveLength(1);
    expect((await end(person, "revokeSession", { sessionId: one })).data.revokeSession.ended).toBe(1);
    expect(errorCodes(await end(person, "revokeSession", { sessionId: one }))).toEqual(["NOT_FOUND"]);
    const rest = await end(person, "revokeAllSessions", { isCurrentKept: true });
    expect(rest.data.revokeAllSessions.ended).toBe(1);
    expect((await own(person)).sessions.nodes).toEqual([expect.objectContaining({ isCurrent: true })]);
    expect((await end(person, "revokeAllSessions", {})).data.revokeAllSessions.ended).toBe(1);
  });

  it("F74: a token is told once, under its key no more, and only its hash is kept", async () => {
    const person = await api.person();
    const made = (await person.ask(CREATE, { input: TOKEN })).data.createToken;
    expect(made).toMatchObject({ token: { name: "CRM", scopes: ["REQUESTS_READ"] }, userErrors: [] });
    expect(made.secret).toMatch(/^accord_pat_/);
    const again = (await person.ask(CREATE, { input: TOKEN })).data.createToken;
    expect(again).toMatchObject({ secret: null, token: { id: made.token.id } });
    const kept = await api.db.read.of(tokenStore).byHash(hashSecret(made.secret));
    expect(kept?.token.id).toBe(made.token.id);
    expect((await own(person)).tokens.nodes).toEqual([expect.objectContaining({ id: made.token.id, revokedAt: null })]);
    expect((await end(person, "revokeToken", { tokenId: made.token.id })).data.revokeToken.ended).toBe(1);
    expect((await own(person)).tokens.nodes[0].revokedAt).not.toBeNull();
    const rows = (await api.db.read.of(auditStore).list(0, 1000)).filter((row) => row.objectId === person.account.id);
    expect(rows.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["token.create", person.account.id],
      ["token.revoke", person.account.id],
    ]);
  });

  it("F74: its owner is told by mail, at a proven address alone, and never the token itself", async () => {
    const [person, unproven] = [await api.person(), await api.person({ isEmailProven: false })];
    const { secret } = (await person.ask(CREATE, { input: { ...TOKEN, name: "Nightly report" } })).data.createToken;
    await unproven.ask(CREATE, { input: TOKEN });
    await mail.drain();
    const letters = sink.to(person.account.email).map(({ parsed }) => parsed.text ?? "");
    expect(letters).toEqual([expect.stringContaining("Nightly report")]);
    expect(letters[0]).toContain(`${PORTAL}/settings/tokens`);
    expect(letters[0]).not.toContain(secret);
    expect(sink.to(unproven.account.email)).toEqual([]);
  });

  it("F74: it asks for a fresh sign-in, and for no more than so many in a day", async () => {
    const person = await api.person();
    const make = (key: string) => person.ask(CREATE, { input: { ...TOKEN, idempotencyKey: key } });
    await make("a");
    await make("b");
    expect(errorCodes(await make("c"))).toEqual(["RATE_LIMITED"]);
    api.clock.advance(16 * MINUTE);
    const [refusal] = (await make("d")).data.createToken.userErrors;
    expect(refusal.code).toBe("REAUTHENTICATION_REQUIRED");
  });

  it("F7, F74: a token sees none of it and makes none; a stranger's are answered like what there is none of", async () => {
    const [person, stranger] = [await api.person(), await api.person()];
    const sessionId = await addSession(person);
    const token = person.withToken("requests:read");
    const seen = await token.ask(OWN);
    expect([seen.data.viewer, errorCodes(seen)]).toEqual([
      { sessions: null, tokens: null },
      ["FORBIDDEN", "FORBIDDEN"],
    ]);
    expect(errorCodes(await token.ask(CREATE, { input: TOKEN }))).toEqual(["FORBIDDEN"]);
    expect(errorCodes(await end(token, "revokeSession", { sessionId }))).toEqual(["FORBIDDEN"]);
    const made = (await person.ask(CREATE, { input: TOKEN })).data.createToken.token;
    for (const [name, input] of [
      ["revokeSession", { sessionId }],
      ["revokeToken", { tokenId: made.id }],
      ["revokeAllSessions", { accountId: person.account.id }],
    ] as const)
      expect([name, errorCodes(await end(stranger, name, input))]).toEqual([name, ["NOT_FOUND"]]);
    const NODE = "query ($id: ID!) { node(id: $id) { id } }";
    expect((await person.ask(NODE, { id: sessionId })).data.node.id).toBe(sessionId);
    expect(errorCodes(await stranger.ask(NODE, { id: sessionId }))).toEqual(["NOT_FOUND"]);
    expect(errorCodes(await token.ask(NODE, { id: made.id }))).toEqual(["NOT_FOUND"]);
  });
});
