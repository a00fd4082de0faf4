/** F83: an erasure beside a server that is asked meanwhile, and one that is killed again and again: nothing is left of the person. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../../apps/api/src/kernel/db/index.js";
import { commandLine } from "../support/command-line.js";
import { describeOnBothDatabases, testOptions } from "../support/databases.js";
import { makeMarkedPerson, textsStanding } from "../support/marked-person.js";
import { killAll, launchCommand, spawnServer } from "../support/processes.js";
import { isLong } from "../support/tier.js";

const KILLS = isLong ? 10 : 2;
/** A command needs as long to load and to erase. */
const LONGEST_MS = 2500;
const SENT = "the bytes that the person sent";

const homes: string[] = [];
afterAll(async () => {
  await killAll();
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

describeOnBothDatabases("an erasure", (databases) => {
  const newPlace = async () => {
    const home = mkdtempSync(join(tmpdir(), "accord-erasure-"));
    homes.push(home);
    const url = databases.dialect === "sqlite" ? `sqlite:${join(home, "accord.sqlite")}` : await databases.newUrl();
    const env = { DATA_DIR: home, DATABASE_URL: url, NODE_ENV: "test" };
    const accord = commandLine(env);
    for (const word of ["migrate", "verify"]) expect(await accord(word)).toMatchObject({ code: 0 });
    return { home, url, env, accord };
  };
  type Place = Awaited<ReturnType<typeof newPlace>>;

  /** The words that erase a person who is there now, and what looks whether they are gone. */
  const addPerson = async ({ home, url, accord }: Place) => {
    const sha256 = createHash("sha256").update(SENT).digest("hex");
    const file = join(home, "blobs", "sha256", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, SENT);
    const db = await openDatabase(testOptions(url));
    const { accountId, marks, others } = await makeMarkedPerson(db, url, sha256).finally(() => db.close());
    const expectGone = async (): Promise<void> => {
      const texts = [...marks.map(({ text }) => text), SENT];
      expect(await textsStanding(texts, { home, url })).toEqual([]);
      expect(await textsStanding(others, { home, url })).toEqual(others);
      for (const check of [["verify"], ["audit", "verify"]]) expect(await accord(...check)).toMatchObject({ code: 0 });
    };
    return { words: ["subject", "erase", accountId, "--confirm", accountId], expectGone };
  };

  test(`F83: killed ${KILLS} times it leaves no mark in any byte, and every promise`, {
    timeout: 600_000,
  }, async () => {
    const place = await newPlace();
    const { words, expectGone } = await addPerson(place);
    for (let count = 0; count < KILLS; count += 1) {
      const command = launchCommand(words, place.env);
      await Promise.race([command.ended, delay(Math.random() * LONGEST_MS)]);
      command.kill();
      await command.ended;
    }
    expect(await place.accord(...words)).toMatchObject({ code: 0 });
    await expectGone();
  });

  test("F83: beside a server that reads and writes it leaves no mark either", { timeout: 120_000 }, async () => {
    const place = await newPlace();
    const server = await spawnServer(place.env);
    const { words, expectGone } = await addPerson(place);
    let isOver = false;
    const answers: number[] = [];
    const asking = (async () => {
      // A probe writes, the question reads.
      const question = {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: `{"query":"{ viewer { scopes } }"}`,
      };
      while (!isOver)
        for (const asked of [fetch(`${server.origin}/readyz`), fetch(`${server.origin}/graphql`, question)])
          answers.push((await asked).status);
    })();
    const erased = await place.accord(...words);
    isOver = true;
    await asking;
    expect([erased.code, erased.err.includes("cannot")]).toEqual([0, false]);
    expect(answers.filter((status) => status >= 500 && status !== 503)).toEqual([]);
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
    await expectGone();
    await server.stop();
  });
});
