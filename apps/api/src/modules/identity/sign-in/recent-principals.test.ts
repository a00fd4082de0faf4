import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";
import { newcomer, type Visitor } from "../../../../../../tests/support/visitor.js";
import { accountStore } from "../storage/account.store.js";
import { rememberBriefly } from "./recent-principals.js";

describe("who a secret belongs to, remembered for a moment", () => {
  const world = () => {
    const state = { commits: 0, mono: 0, reads: 0, found: { name: "Ana" } as { name: string } | null };
    const db = (dialect: "sqlite" | "postgres") => ({ dialect, commits: () => state.commits });
    const read = async () => {
      state.reads += 1;
      return state.found;
    };
    return {
      state,
      recall: (dialect: "sqlite" | "postgres") => rememberBriefly(db(dialect), { mono: () => state.mono }, read),
    };
  };

  it("is read again after half a second, after any commit, and where nobody was found", async () => {
    const { state, recall } = world();
    const find = recall("sqlite");
    await find("hash");
    await find("hash");
    expect(state.reads).toBe(1);
    state.mono = 499;
    await find("hash");
    expect(state.reads).toBe(1);
    state.mono = 500;
    await find("hash");
    expect(state.reads).toBe(2);
    state.commits += 1;
    await find("hash");
    expect(state.reads).toBe(3);
    state.found = null;
    await find("other");
    await find("other");
    expect(state.reads).toBe(5);
  });

  it("a commit that overtakes a read makes what it found old", async () => {
    const { state, recall } = world();
    const find = recall("sqlite");
    const reading = find("hash");
    state.commits += 1;
    await reading;
    await find("hash");
    expect(state.reads).toBe(2);
  });

  it("several processes on one PostgreSQL remember nothing", async () => {
    const { state, recall } = world();
    const find = recall("postgres");
    await find("hash");
    await find("hash");
    expect(state.reads).toBe(2);
  });
});

describe("through the door", () => {
  let server: TestServer;
  let ana: Visitor;
  beforeAll(async () => {
    server = await startTestServer({ seed: "reference" });
    ana = await newcomer(server);
  });
  afterAll(() => server.stop());

  it("A-8: a profile saved, a role granted and a sign-out hold for the very next request", async () => {
    const profile = "{ viewer { account { roles profile { phone } } } }";
    for (const phone of ["+40 21 555 0101", "+40 21 555 0102", "+40 21 555 0103"]) {
      await ana.ask(
        'mutation ($phone: String) { completeProfile(input: { country: "RO", timeZone: "Europe/Bucharest", language: EN, preferredContactMethod: EMAIL, phone: $phone }) { userErrors { code } } }',
        { phone },
      );
      const { data } = await ana.ask(profile);
      expect(data.viewer.account.profile.phone.replaceAll(" ", "")).toBe(phone.replaceAll(" ", ""));
    }
    await server.db.transaction("test grant", (tx) =>
      tx.of(accountStore).setRoles(ana.accountId, ["ENGINEER"], server.clock.now()),
    );
    expect((await ana.ask(profile)).data.viewer.account.roles).toEqual(["ENGINEER"]);
    const headers = { cookie: ana.cookie, origin: server.origin };
    await fetch(new URL("/auth/logout", server.origin), { method: "POST", headers, redirect: "manual" });
    expect((await ana.ask(profile)).errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });
});
