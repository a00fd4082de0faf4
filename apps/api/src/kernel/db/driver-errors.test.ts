/** Both drivers' errors as ours, each really raised, and the troubles that cannot be raised here as their drivers word them. */
import { beforeAll, describe, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { makeAccount, NOW } from "../../../../../tests/support/storage-world.js";
import { draftStore } from "../../modules/drafts/module.js";
import { accountStore, sessionStore } from "../../modules/identity/module.js";
import { isRetryableConflict, mapDriverError } from "./driver-errors.js";
import { ConstraintError, type Database, newId, UnavailableError } from "./index.js";

describeOnBothDatabases("driver errors", (databases) => {
  let database: Database;
  let account: string;

  beforeAll(async () => {
    database = await databases.open();
    account = await makeAccount(database, "ana");
  });

  const session = (changes: object) => ({
    id: newId("ses", NOW),
    tokenHash: "h",
    accountId: account,
    authenticatedAt: NOW,
    createdAt: NOW,
    lastSeenAt: NOW,
    expiresAt: NOW,
    idToken: null,
    device: null,
    network: null,
    ...changes,
  });
  const create = (changes: object) =>
    database.transaction("test.session", (tx) => tx.of(sessionStore).create(session(changes)));

  it("names what was not unique, has no parent, is missing or out of its set", async () => {
    await create({});
    await expect(create({})).rejects.toMatchObject({
      kind: "UNIQUE",
      constraint: expect.stringMatching(/session.token_hash/),
    });
    await expect(create({ tokenHash: "h2", accountId: "acc_none" })).rejects.toMatchObject({ kind: "FOREIGN_KEY" });
    await expect(create({ tokenHash: null })).rejects.toMatchObject({
      kind: "NOT_NULL",
      constraint: "session.token_hash",
    });
    await expect(
      database.transaction("test.role", (tx) => tx.of(accountStore).setRoles(account, ["KING" as "LEAD"], NOW)),
    ).rejects.toMatchObject({ kind: "CHECK", constraint: "account_role_role" });
    await expect(
      database.transaction("test.draft", (tx) =>
        tx.of(draftStore).save({ ...session({}), content: null, revision: 1, updatedAt: NOW } as never, null),
      ),
    ).rejects.toThrow(ConstraintError);
  });
});

describe("driver errors", () => {
  const coded = (code: string, message = "text") => Object.assign(new Error(message), { code });

  it("trouble of the surroundings is UNAVAILABLE, wrapped or not", () => {
    for (const code of [
      "SQLITE_FULL",
      "SQLITE_BUSY",
      "SQLITE_READONLY",
      "SQLITE_IOERR",
      "ECONNREFUSED",
      "57P01",
      "08006",
      "53300",
      "25006",
      "40001",
      "55P03",
    ]) {
      expect(mapDriverError(coded(code)), code).toMatchObject({
        name: "UnavailableError",
        driverCode: code,
        retryable: true,
      });
      expect(mapDriverError({ driverError: coded(code) }), code).toBeInstanceOf(UnavailableError);
    }
    expect(mapDriverError(new Error("Connection terminated unexpectedly"))).toBeInstanceOf(UnavailableError);
  });

  it("what is none of a driver's stays what it is", () => {
    const own = new Error("own");
    expect(mapDriverError(own)).toBe(own);
    expect(mapDriverError(null)).toBeNull();
    const syntax = coded("42601");
    expect(mapDriverError(syntax)).toBe(syntax);
  });

  it("only serialization failures and deadlocks are run again", () => {
    expect(isRetryableConflict(mapDriverError(coded("40001")))).toBe(true);
    expect(isRetryableConflict(mapDriverError(coded("40P01")))).toBe(true);
    expect(isRetryableConflict(mapDriverError(coded("57P01")))).toBe(false);
    expect(isRetryableConflict(mapDriverError(coded("SQLITE_BUSY")))).toBe(false);
  });
});
