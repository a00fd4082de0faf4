/** F83: an erasure that is killed on the way, again and again, is gone on with by the same command, and nothing is left. */

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
import { killAll, launchCommand } from "../support/processes.js";
import { isLong } from "../support/tier.js";

const KILLS = isLong ? 10 : 2;
/** A command needs as long to load and to erase. */
const LONGEST_MS = 2500;
const SENT = "the bytes that the person sent";

afterAll(killAll);

describeOnBothDatabases("an erasure", (databases) => {
  test(`F83: killed ${KILLS} times it leaves no mark in any byte, and every promise`, {
    timeout: 600_000,
  }, async () => {
    const home = mkdtempSync(join(tmpdir(), "accord-erasure-"));
    const url = databases.dialect === "sqlite" ? `sqlite:${join(home, "accord.sqlite")}` : await databases.newUrl();
    const env = { DATA_DIR: home, DATABASE_URL: url, NODE_ENV: "test" };
    const accord = commandLine(env);
    for (const word of ["migrate", "verify"]) expect(await accord(word)).toMatchObject({ code: 0 });
    const sha256 = createHash("sha256").update(SENT).digest("hex");
    const file = join(home, "blobs", "sha256", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, SENT);
    const db = await openDatabase(testOptions(url));
    const { accountId, marks, others } = await makeMarkedPerson(db, url, sha256).finally(() => db.close());
    const words = ["subject", "erase", accountId, "--confirm", accountId];
    for (let count = 0; count < KILLS; count += 1) {
      const command = launchCommand(words, env);
      await Promise.race([command.ended, delay(Math.random() * LONGEST_MS)]);
      command.kill();
      await command.ended;
    }
    expect(await accord(...words)).toMatchObject({ code: 0 });
    const texts = [...marks.map(({ text }) => text), SENT];
    expect(await textsStanding(texts, { home, url })).toEqual([]);
    expect(await textsStanding(others, { home, url })).toEqual(others);
    for (const check of [["verify"], ["audit", "verify"]]) expect(await accord(...check)).toMatchObject({ code: 0 });
    rmSync(home, { recursive: true, force: true });
  });
});
